// The legend: what each sign means, how many there are, and a box to leave them out.
function choices(title, family, entries, icon, count) {
  const boxes = entries.map((entry) => el("input", { type: "checkbox", checked: true, value: entry.name }));
  const apply = () => filter({ [family]: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) });
  const all = (checked) => el("button", {
    type: "button",
    "aria-label": `${title}: ${say(checked ? "all" : "none")}`,
    onclick: () => {
      for (const box of boxes) box.checked = checked;
      apply();
    },
  }, say(checked ? "all" : "none"));
  listeners.shown.push(() => {
    for (const box of boxes) box.checked = state[family].has(box.value);
  });
  const rows = entries.map((entry, place) =>
    el("li", {}, el(
      "label",
      { className: "choice" },
      boxes[place],
      icon(entry),
      el("span", { className: "label" }, word(family, entry.name)),
      el("span", { className: "count" }, figures.format(count(entry.name))),
    )),
  );
  return el(
    "fieldset",
    { onchange: apply },
    el("legend", {}, title),
    el("div", { className: "switches" }, all(true), all(false)),
    el("ul", {}, rows),
  );
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return (value) => counts.get(value) ?? 0;
}

const groups = [];
if (given.types.length) {
  groups.push(choices(say("typesTitle"), "types", given.types, ({ name }) => typeIcon(name), tally(things.map((thing) => thing.type))));
}
if (given.relations.length) {
  groups.push(choices(say("relationsTitle"), "relations", given.relations, relationIcon, tally(facts.map((fact) => fact.relation))));
}
byId("legend-body").append(...groups);
legend.hidden = !groups.length;
if (narrow.matches) legend.open = false;

const around = byId("around");
listeners.shown.push(() => {
  around.hidden = !state.around;
  if (!state.around) return around.replaceChildren();
  const name = things[state.around.thing].name;
  around.replaceChildren(
    el("span", { dir: "auto" }, `${say("around", { name })} · ${say("hops", { n: state.around.hops })}`),
    el("button", { type: "button", className: "plain", onclick: () => { filter({ around: null }); fit(); } }, say("whole")),
  );
});
