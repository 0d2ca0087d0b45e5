// The legend: how the picture is coloured and sized, what its signs mean, what is left out, who is best connected.
const TOP = 10;
const GROUPS_AT_ONCE = 12;

function section(id, title, open, ...content) {
  return el("details", { id, className: "part", open }, el("summary", {}, title), ...content);
}

function appearance() {
  const change = (what) => (value) => {
    state[what] = value;
    tell("looks");
  };
  const colours = ["type", ...(tops.length > 1 ? ["group"] : []), ...(ranks.country.size ? ["country"] : [])];
  const [tint, tintField] = chooser("colour", say("colour"), colours.map((name) => [name, word("colours", name)]), change("colour"));
  const [size, sizeField] = chooser("size", say("size"), Object.keys(MEASURES).map((name) => [name, word("measures", name)]), change("size"));
  const key = el("div", { className: "scales" });
  const tints = el("ul", { id: "tints" });
  const follow = () => {
    tint.value = state.colour;
    size.value = state.size;
    key.replaceChildren(...scales());
    tints.replaceChildren(...tintRows());
  };
  for (const what of ["looks", "shown"]) listeners[what].push(follow);
  follow();
  return el("div", { className: "looks" }, el("div", { className: "pair" }, tintField, sizeField), tints, key);
}

/** What sizes and widths mean: a small and a large disc, a thin and a thick line, each with its number. */
function scales() {
  const values = [...shown.things].map(MEASURES[state.size]);
  const most = values.length ? values.reduce((a, b) => Math.max(a, b)) : 0;
  const facted = [...shown.links].reduce((top, number) => Math.max(top, links[number].facts.filter((place) => shown.facts.has(place)).length), 1);
  const disc = (r) => svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("circle", { cx: 10, cy: 10, r }));
  const line = (width) => svg("svg", { viewBox: "0 0 26 20", "aria-hidden": "true" }, svg("path", { d: "M2 10h22", "stroke-width": width }));
  const number = (value) => (state.size === "bridging" ? say(value ? "high" : "low") : figures.format(value));
  const rows = [[word("measures", state.size), [disc(3), number(state.size === "bridging" ? 0 : Math.min(1, most)), disc(8), number(most)]]];
  if (facted > 1) rows.push([say("width"), [line(1.5), figures.format(1), line(widthOf(facted)), figures.format(facted)]]);
  return rows.map(([name, signs]) => el("p", {}, el("span", {}, name), el("span", { className: "signs" }, ...signs)));
}

/** The colours of groups or countries; a group's row leads to it. */
function tintRows() {
  if (state.colour === "type") return [];
  const swatch = (rank) => {
    const dot = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "icon" }, svg("circle", { cx: 8, cy: 8, r: 6 }));
    dot.style.color = hueName(rank);
    return dot;
  };
  const rows = [...ranks[state.colour]].map(([key, rank]) => {
    const text = el("span", { dir: "auto", className: "label" }, state.colour === "group" ? groupName(key) : key);
    const members = () => new Set([...scene.nodes].filter((id) => (id >= first ? state.colour === "group" && outermost[id - first] === key : hueOf(id) === rank)));
    return el("li", {}, el("button", { type: "button", className: "row", onclick: () => fit(members()) }, swatch(rank), text));
  });
  return [...rows, el("li", {}, el("span", { className: "row" }, swatch(0), say("otherTints")))];
}

/** Groups as buttons, for those who don't click into the picture. */
function groupList() {
  const list = el("ul", {});
  let limit = GROUPS_AT_ONCE;
  const every = el("input", { type: "checkbox", id: "every", onchange: () => { filter({ all: every.checked }); fit(scene.nodes, false); } });
  const fill = () => {
    every.checked = state.all;
    const present = tops.filter((group) => scene.nodes.has(first + group) || state.open.has(group));
    list.replaceChildren(...present.slice(0, limit).map((group) => el("li", {}, el("button", { type: "button", className: "row", ariaPressed: String(state.open.has(group)), onclick: () => openGroup(group) },
      el("span", { className: "label", dir: "auto" }, groupName(group))))));
    if (present.length > limit) list.append(el("li", {}, el("button", { type: "button", className: "row more", onclick: () => { limit = Infinity; fill(); } }, say("more", { n: present.length - limit }))));
  };
  listeners.shown.push(fill);
  fill();
  return section("groups", say("groups"), false, el("label", { className: "row" }, every, say("every")), list);
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
  const iconOf = ({ name }) => typeIcon(name, state.colour === "type" ? undefined : "var(--muted)");
  byId("legend-body").append(appearance(), ...[
    facts.length ? section("narrow", say("narrow"), false, narrowing()) : null,
    large ? groupList() : null,
    best(),
    choices(say("typesTitle"), "types", given.types, iconOf, tally(things.map((thing) => thing.type))),
    given.relations.length ? choices(say("relationsTitle"), "relations", given.relations, relationIcon, tally(facts.map((fact) => fact.relation))) : null,
  ].filter(Boolean));
}
legend.hidden = !things.length;
if (narrow.matches) legend.open = false;

// What the picture is limited to, with the way back.
const around = byId("around");
function notice() {
  const inside = scene.grouped && state.open.size ? [...state.open].filter((group) => groups[group].parent === null) : [];
  const back = () => { filter({ around: null, path: null, open: new Set() }); tell("chosen"); fit(); };
  let text = null;
  if (state.path) {
    const name = (number) => (number === null ? "" : things[number].name);
    const values = { from: name(state.path.from), to: name(state.path.to) };
    text = state.path.to === null ? say("pathChoose", values) : shown.way ? say("pathFound", { ...values, n: shown.way.links.size }) : say("pathNone", values);
  } else if (state.around) text = `${say("around", { name: things[state.around.thing].name })} · ${say("hops", { n: state.around.hops })}`;
  else if (inside.length) text = say("inside", { n: inside.length });
  around.hidden = text === null;
  if (text === null) return around.replaceChildren();
  around.replaceChildren(el("span", { dir: "auto" }, text), el("button", { type: "button", className: "plain", onclick: back }, say(inside.length && !state.path && !state.around ? "groupsAll" : "whole")));
}
listeners.shown.push(notice);
