// The panel beside the picture: all that is known of what is chosen.
const panel = byId("panel");
let cameFrom = null; // where the keyboard was before the panel opened

/** Close what is open: what is chosen first, then the path. */
function shut() {
  if (!state.chosen && state.path) filter({ path: null });
  choose(null);
}

function heading(text, above) {
  return el(
    "header",
    {},
    el("div", {}, above, el("h2", { dir: "auto", className: text.length > 90 ? "long" : "", tabIndex: text.length > 250 ? 0 : -1 }, text)),
    el("button", { type: "button", className: "round close", ariaLabel: say("close"), title: say("close"), onclick: shut },
      svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M3.5 3.5l9 9m0-9l-9 9" }))),
  );
}

function aboutThing(thing) {
  const rows = [];
  if (thing.aliases) rows.push([say("aliases"), el("ul", {}, thing.aliases.map((alias) => el("li", { dir: "auto" }, alias)))]);
  if (thing.identifiers) {
    const items = thing.identifiers.map(([scheme, value]) => el("li", {}, `${scheme} `, outside(value, value)));
    rows.push([say("identifiers"), el("ul", {}, items)]);
  }
  return rows.length ? el("dl", { className: "about" }, rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])) : null;
}

function nearby(number) {
  const button = (hops) => el("button", {
    type: "button",
    className: "plain",
    ariaPressed: String(state.around?.thing === number && state.around.hops === hops),
    onclick: ({ target }) => {
      const off = target.ariaPressed === "true";
      filter({ path: null, around: off ? null : { thing: number, hops } });
      for (const other of target.parentElement.querySelectorAll("button")) other.ariaPressed = String(other === target && !off);
      fit();
    },
  }, say("hops", { n: hops }));
  const path = el("button", { type: "button", className: "plain", id: "path", onclick: () => { filter({ around: null, path: { from: number, to: null } }); field.value = ""; field.focus(); } }, say("pathFrom"));
  return linksOf[number].length ? el("div", { className: "nearby" }, say("neighbourhood"), button(1), button(2), button(3), path) : null;
}

function showThing(number) {
  const thing = things[number];
  const above = el("p", { className: "kind" }, typeIcon(thing.type), el("span", {}, word("types", thing.type)),
    thing.country ? el("span", { dir: "auto" }, `· ${thing.country}${thing.assumed ? ` (${say("byName")})` : ""}`) : null);
  const summary = [
    say("partners", { n: partnersOf[number].size }),
    say("facts", { n: factsOf[number].length }),
    say("documents", { n: thing.documents ?? 0 }),
  ];
  const groups = groupedFacts(number).map(({ relation, outward, kind, facts: list }) => factGroup(
    word(outward ? "relations" : "inverse", relation) + (kind ? `: ${word("kinds", kind)}` : ""),
    relationIcon(given.relations.find(({ name }) => name === relation)),
    list.length,
    byPartners(list, number).map((same) => () => factItem(same.facts, same.partners.map(thingLink))),
  ));
  const counts = factsOf[number].map((place) => facts[place]).filter((fact) => !fact.ends);
  if (counts.length) groups.push(factGroup(say("counts"), null, counts.length, counts.map((fact) => () => countItem(fact))));
  panel.replaceChildren(
    ...[heading(thing.name, above), el("p", { className: "figures" }, summary.join(" · ")), aboutThing(thing), nearby(number),
      ...groups, groups.length ? null : el("p", { className: "group figures" }, say("noFacts"))].filter(Boolean),
  );
}

/** A path, step by step, with the facts that it rests on. */
function showWay(way) {
  const ends = [...way.things];
  panel.replaceChildren(
    heading(say("pathFound", { from: things[ends[0]].name, to: things[ends.at(-1)].name, n: way.links.size }), el("p", { className: "kind" }, say("path"))),
    el("ol", { className: "way" }, [...way.links].map((number, step) => {
      const link = links[number];
      const sign = link.relation === "cooperatesWith" ? "↔" : link.from === ends[step] ? "→" : "←";
      return el("li", {}, el("p", { className: "kind" }, relationIcon(given.relations.find(({ name }) => name === link.relation)), word("relations", link.relation)),
        el("ul", {}, factItem(link.facts.map((place) => facts[place]), [thingLink(ends[step]), el("span", { className: "and" }, sign), thingLink(ends[step + 1])])));
    })),
  );
}

function showLink(place) {
  const link = links[place];
  const relation = given.relations.find(({ name }) => name === link.relation);
  const above = el("p", { className: "kind" }, say("between"));
  const ends = [thingLink(link.from), el("span", { className: "and" }, link.relation === "cooperatesWith" ? "↔" : "→"), thingLink(link.to)];
  const same = links.filter((other) => link.from !== link.to && [other.from, other.to].includes(link.from) && [other.from, other.to].includes(link.to));
  panel.replaceChildren(
    heading(word("relations", link.relation), above),
    el("div", { className: "ends" }, ends),
    ...(same.length ? same : [link]).sort((a, b) => (b === link) - (a === link)).map((other) => factGroup(
      word("relations", other.relation),
      relationIcon(other === link ? relation : given.relations.find(({ name }) => name === other.relation)),
      other.facts.length,
      other.facts.map((place) => () => factItem([facts[place]], [])),
    )),
  );
}

listeners.chosen.push(() => {
  const { chosen } = state;
  const wasOpen = !panel.hidden;
  if (chosen && !wasOpen) cameFrom = document.activeElement;
  const [[what, value] = []] = Object.entries(chosen ?? {});
  const open = chosen ? CHOICES[what].show(value) !== false : Boolean(shown.way);
  panel.hidden = !open;
  document.body.classList.toggle("with-panel", open);
  if (!open) {
    panel.replaceChildren();
    if (wasOpen && cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
    return;
  }
  if (!chosen) {
    showWay(shown.way);
    frame(shown.way.things);
  }
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
});
