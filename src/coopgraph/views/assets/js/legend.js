// The legend: how the picture is coloured and sized, what its signs mean, what is left out, who is best connected.
const TOP = 10;

function section(id, title, open, ...content) {
  return el("details", { id, className: "part", open }, el("summary", {}, title), ...content);
}

/** The best connected of what is shown. */
function best() {
  const list = el("ol", { id: "best" });
  const fill = () => list.replaceChildren(...shown.ranking.slice(0, TOP).map((number) => el("li", {},
    el("button", { type: "button", className: "row", onclick: () => go(number) }, el("span", { className: "label", dir: "auto" }, things[number].name),
      el("span", { className: "count" }, figures.format(shown.partners[number]))))));
  listeners.shown.push(fill);
  fill();
  return section("most", say("listTitle"), false, list);
}

if (things.length) {
  byId("legend-body").append(...[
    ...ownLegend(),
    facts.length ? section("narrow", say("narrow"), false, narrowing()) : null,
    best(),
    choices(say("typesTitle"), "types", given.types, ({ name }) => typeIcon(name, typeTint()), tally(things.map((thing) => thing.type))),
    given.relations.length ? choices(say("relationsTitle"), "relations", given.relations, relationIcon, tally(facts.map((fact) => fact.relation))) : null,
  ].filter(Boolean));
}
legend.hidden = !things.length;
if (narrow.matches) legend.open = false;

// What the picture is limited to, with the way back.
const around = byId("around");
function notice() {
  const own = ownNotice();
  const back = () => { filter({ around: null, path: null, ...own?.back }); tell("chosen"); fit(); };
  let text = null;
  if (state.path) {
    const name = (number) => (number === null ? "" : things[number].name);
    const values = { from: name(state.path.from), to: name(state.path.to) };
    text = state.path.to === null ? say("pathChoose", values) : shown.way ? say("pathFound", { ...values, n: shown.way.links.size }) : say("pathNone", values);
  } else if (state.around) text = `${say("around", { name: things[state.around.thing].name })} · ${say("hops", { n: state.around.hops })}`;
  const limited = text !== null;
  text ??= own?.text ?? null;
  around.hidden = text === null;
  if (text === null) return around.replaceChildren();
  around.replaceChildren(el("span", { dir: "auto" }, text), el("button", { type: "button", className: "plain", onclick: back }, limited ? say("whole") : own.word));
}
listeners.shown.push(notice);
