// The panel of a country, of a tie between two, and of what the map can't show.
const pairTitle = ({ ends, count }) => `${ends.map(countryName).join(" – ")}: ${say("arcs", { n: count })}`;

/** A country as a button that leads to it, or to its tie with another. */
function landLink(code, chosen = { country: code }) {
  return el("button", { type: "button", className: "link", onclick: () => { choose(chosen); if (!picture.hidden) bring(code); } }, el("span", { className: "text", dir: "auto" }, countryName(code)));
}

/** A heading with short rows, the first of many in sight. */
const rows = (title, items) => (items.length ? factGroup(title, null, items.length, items) : null);

/** Facts by relation in the legend's order, each with whom it is between. */
function factRows(places) {
  return given.relations.map(({ name }) => [name, [...places].filter((number) => facts[number].relation === name).sort((a, b) => (facts[b].date ?? "").localeCompare(facts[a].date ?? ""))])
    .filter(([, some]) => some.length)
    .map(([name, some]) => factGroup(word("relations", name), relationIcon(given.relations.find((relation) => relation.name === name)), some.length,
      some.map((number) => () => factItem([facts[number]], between(facts[number])))));
}

/** Those whom a fact is about: each thing once. */
function between(fact) {
  const sign = el("span", { className: "and" }, fact.relation === "cooperatesWith" ? "↔" : "→");
  if (fact.ends.length === 1) return [thingLink(fact.ends[0][0]), sign, thingLink(fact.ends[0][1])];
  return [...new Set(fact.ends.flat())].map((number) => thingLink(number));
}

function bodyRow(number) {
  const count = factsOf[number].filter((place) => shown.facts.has(place)).length;
  return () => el("li", { className: "short" }, thingLink(number), el("span", { className: "count" }, [things[number].assumed ? `${say("byName")} · ` : "", say("facts", { n: count })].join("")));
}

const byFacts = (numbers) => [...numbers].sort((a, b) => shown.partners[b] - shown.partners[a] || factsOf[b].length - factsOf[a].length || a - b);

function showCountry(code) {
  const land = ties.lands.get(code);
  if (!land) return false;
  const near = largest(ties.pairs).filter(({ ends }) => ends.includes(code));
  panel.replaceChildren(...[
    heading(countryName(code), el("p", { className: "kind" }, word("types", "country"))),
    el("p", { className: "figures" }, words(land)),
    rows(say("columnOrganizations"), byFacts(land.bodies).map(bodyRow)),
    rows(say("columnPartnerCountries"), near.map(({ key, ends, count }) => () => el("li", { className: "short" }, landLink(ends.find((end) => end !== code), { pair: key }), el("span", { className: "count" }, say("arcs", { n: count }))))),
    ...factRows(land.facts),
    land.facts.size ? null : el("p", { className: "group figures" }, say("noFacts")),
  ].filter(Boolean));
  return true;
}

function showPair(key) {
  const pair = ties.pairs.get(key);
  if (!pair) return false;
  const hubs = [...pair.hubs].sort(([a], [b]) => a - b);
  panel.replaceChildren(...[
    heading(pair.ends.map(countryName).join(" – "), el("p", { className: "kind" }, say("between"))),
    el("p", { className: "ends" }, pair.ends.map((end) => landLink(end))),
    el("p", { className: "figures" }, say("arcs", { n: pair.count })),
    ...factRows(pair.facts),
    rows(say("inCommon"), hubs.map(([hub, places]) => () => el("li", { className: "fact" }, el("div", { className: "ends" }, thingLink(hub)),
      el("details", {}, el("summary", {}, say("facts", { n: places.size })), el("ul", {}, [...places].map((number) => factItem([facts[number]], between(facts[number])))))))),
  ].filter(Boolean));
  return true;
}

/** What has no place on the map, and what has one only by its name. */
function showUnplaced() {
  panel.replaceChildren(...[
    heading(say("unplacedTitle"), el("p", { className: "kind" }, say("mapTitle"))),
    el("p", { className: "figures" }, say("unplacedNote")),
    rows(say("withoutCountry"), byFacts(homeless).map(bodyRow)),
    rows(say("notOnMap"), unmapped.map((name) => () => el("li", { className: "short" }, el("span", { dir: "auto" }, name)))),
    rows(say("byNameTitle"), byFacts(assumed).map((number) => () => el("li", { className: "short" }, thingLink(number), el("span", { className: "count", dir: "auto" }, things[number].country)))),
  ].filter(Boolean));
  return true;
}
