// What the network adds to what all views share: its state, what can be chosen, its table.
function ownState() {
  return {
    open: new Set(), // groups whose inside is shown
    all: false, // no groups, however many things
    colour: "type",
    size: "partners",
  };
}

function ownShared() {
  return {
  open: [() => [...state.open].join("."), (text) => ({ open: new Set(text.split(".").map(Number).filter((group) => groups[group])) })],
  all: [() => (state.all ? 1 : ""), () => ({ all: true })],
  colour: [() => (state.colour === "type" ? "" : state.colour), (text) => ({ colour: Object.hasOwn(texts.colours, text) ? text : "type" })],
  size: [() => (state.size === "partners" ? "" : state.size), (text) => ({ size: Object.hasOwn(texts.measures, text) ? text : "partners" })],
  };
}

function ownChoices() {
  return { bundle: { show: showBundle } };
}

/** Open the groups around a thing. */
function uncover(thing) {
  if (!large || !scene.grouped || state.open.has(homes[thing])) return;
  for (let group = homes[thing]; group !== null; group = groups[group].parent) state.open.add(group);
  tell("shown");
}

/** Show what the address led to. */
function arrived() {
  const thing = state.chosen?.thing;
  if (thing !== undefined && large && !state.around) visit(thing);
  else if (shown.way) frame(shown.way.things, false);
  else fit(false);
}

/** The picture is in sight again. */
function appear() {
  network.redraw();
  fit(false);
}

function repaint() {
  discColours.clear();
  paint();
}

/** The links between two groups, or between a thing and a group. */
function showBundle(key) {
  const bundle = scene.bundles.get(key);
  if (!bundle) return false;
  const name = (id) => (id >= first ? groupName(id - first) : things[id].name);
  const pairs = bundle.links.map((number) => links[number]);
  panel.replaceChildren(
    heading(`${name(bundle.from)} – ${name(bundle.to)}`, el("p", { className: "kind" }, say("between"))),
    ...given.relations.map((relation) => [relation, pairs.filter((link) => link.relation === relation.name)]).filter(([, some]) => some.length).map(([relation, some]) => factGroup(
      word("relations", relation.name),
      relationIcon(relation),
      some.length,
      some.map((link) => () => factItem(link.facts.map((place) => facts[place]), [thingLink(link.from), thingLink(link.to)])),
    )),
  );
}

const MOST_ROWS = 200;
/** The most connected things as a table. */
function fillRows() {
  const top = shown.ranking.slice(0, MOST_ROWS);
  byId("list-note").textContent = say("listNote", { n: top.length, all: things.length });
  byId("rows").replaceChildren(...top.map((number) => el(
    "tr",
    {},
    el("td", {}, thingLink(number)),
    el("td", { className: "type" }, word("types", things[number].type)),
    ...[shown.partners[number], MEASURES.facts(number), things[number].documents ?? 0].map((count) => el("td", { className: "number" }, figures.format(count))),
  )));
}
