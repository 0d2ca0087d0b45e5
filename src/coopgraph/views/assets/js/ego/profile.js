// What is known of the institution: its figures, its years, its units and people; and of a partner, what ties it.

/** Numbers that sum it up, as pairs of a key of the texts and a number; what is 0 and says nothing is left out. */
function keyFigures() {
  const stands = tally(tieFacts(ties).map((place) => terms[place].standing));
  const since = tieFacts(ties).map((place) => terms[place]).filter(({ from, point, backward, reported }) => from !== null && !backward && !(point && reported)).map(({ from }) => Math.floor(from + 1e-6));
  const count = (...names) => names.reduce((sum, name) => sum + (stands.get(name) ?? 0), 0);
  const rows = [
    ["partners", ties.partners.size],
    ["countries", new Set([...ties.partners.keys()].map(countryOf).filter(Boolean)).size],
    ["agreements", tieFacts(ties).filter((place) => agreed.has(facts[place].kind)).length],
    ["shared", ties.hubs.size],
    ["running", count("running", "ending")],
    ["ending", count("ending")],
    ["ended", count("ended")],
    ["unknown", count("open", "undated")],
  ].filter(([name, n]) => n || ["partners", "agreements"].includes(name)).map(([name, n]) => [name, figures.format(n)]);
  return since.length ? [...rows, ["since", String(since.reduce((a, b) => Math.min(a, b)))]] : rows;
}

function figureList() {
  return el("dl", { className: "key-figures" }, keyFigures().map(([name, text]) => el("div", { className: name === "since" ? name : "" }, el("dt", {}, word("keyFigures", name)), el("dd", {}, text))));
}

/** Columns of what was begun in each year: agreements below, other ties above. */
function yearChart() {
  const begun = tieFacts(ties).map((place) => ({ year: Number(/^\d{4}/.exec(facts[place].date ?? "")?.[0]), agreement: agreed.has(facts[place].kind) }));
  const dated = begun.filter(({ year }) => year);
  if (!dated.length) return null;
  const counts = tally(dated.map(({ year }) => year));
  const ours = tally(dated.filter(({ agreement }) => agreement).map(({ year }) => year));
  const last = dated.reduce((most, { year }) => Math.max(most, year), 0);
  const first = Math.max(dated.reduce((least, { year }) => Math.min(least, year), last), last - 39);
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const most = Math.max(...counts.values());
  const wide = 340 / Math.max(years.length, 6);
  const columns = years.flatMap((year, place) => [counts.get(year) ?? 0, ours.get(year) ?? 0].map((n, part) => svg("rect", {
    x: (place * wide + 1).toFixed(1), y: (84 - (n / most) * 66).toFixed(1), width: (wide - 2).toFixed(1), height: ((n / most) * 66).toFixed(1), class: part ? "agreed" : "other",
  })));
  const every = Math.ceil(34 / wide);
  const names = years.flatMap((year, place) => ((last - year) % every ? [] : [svgText(String(year), { x: ((place + 0.5) * wide).toFixed(1), y: 98, "text-anchor": "middle" })]));
  const numbers = years.length > 14 ? [] : years.flatMap((year, place) => (counts.has(year) ? [svgText(figures.format(counts.get(year)), { x: ((place + 0.5) * wide).toFixed(1), y: (79 - (counts.get(year) / most) * 66).toFixed(1), "text-anchor": "middle" })] : []));
  const spoken = years.filter((year) => counts.has(year)).map((year) => say("yearCount", { year: String(year), n: counts.get(year) })).join(", ");
  const chart = svg("svg", { viewBox: "0 0 340 102", role: "img", class: "by-year" }, ...columns, ...names, ...numbers);
  chart.setAttribute("aria-label", `${say("byYear")}: ${spoken}`);
  const rest = begun.length - dated.length;
  return el("section", { className: "group" }, el("h3", {}, say("byYear")), chart, rest ? el("p", { className: "figures" }, say("byYearNote", { n: rest })) : null);
}

/** Things at the far end of a relation with the institution or its units, as links to them. */
function related(title, relation, fits) {
  const found = new Map();
  for (const number of shown.links) {
    const link = links[number];
    if (link.relation === relation && own.has(link.to) && fits(link)) found.set(link.from, link);
  }
  if (!found.size) return null;
  const role = (link) => passing(link).map((place) => facts[place].role).find(Boolean) ?? (link.to === centre ? null : things[link.to].name);
  const items = [...found].sort(([a], [b]) => partnersOf[b].size - partnersOf[a].size || a - b).map(([thing, link]) => () => el("li", { className: "related" }, thingLink(thing), role(link) ? el("span", { className: "role", dir: "auto" }, role(link)) : null));
  return factGroup(title, null, found.size, items);
}

/** All that is known of the institution. */
function showCentre() {
  showThing(centre);
  for (const part of panel.querySelectorAll(".nearby, #panel > .figures")) part.remove(); // told better below
  const before = panel.querySelector(".group");
  const parts = [figureList(), yearChart(), related(say("units"), "partOf", (link) => things[link.from].type === "unit"), related(say("people"), "affiliatedWith", (link) => things[link.from].type === "person"),
    el("h3", { className: "all-facts" }, say("allFacts"))];
  for (const part of parts.filter(Boolean)) panel.insertBefore(part, before);
}

/** A partner: first what ties it to the institution, then all else that is known. */
function showPartner(number) {
  showThing(number);
  const entry = ties.partners.get(homeOf(number));
  if (!entry) return;
  const shared = [...entry.hubs].map(([hub, joined]) => () => factItem([...new Set([...ties.hubs.get(hub), ...joined])].map((place) => facts[place]), [thingLink(hub)]));
  const direct = [...entry.facts].map((place) => () => factItem([facts[place]], facts[place].kind ? [] : [el("span", {}, sortOf(facts[place]))]));
  const group = factGroup(say("tiedTo", { name: things[centre].name }), null, entry.ties, [...direct, ...shared]);
  group.classList.add("tied");
  panel.insertBefore(group, panel.querySelector(".group"));
}

function showOne(number) {
  return number === centre ? showCentre() : showPartner(number);
}
