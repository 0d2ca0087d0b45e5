// What the legend says of the network: its colours, sizes and widths, and its groups.
const GROUPS_AT_ONCE = 12;

function ownLegend() {
  return [appearance(), large ? groupList() : null];
}

/** The colour of the types' signs: their own, where the picture has it. */
function typeTint() {
  return state.colour === "type" ? undefined : "var(--muted)";
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
    return el("li", {}, el("button", { type: "button", className: "row", onclick: () => frame(members()) }, swatch(rank), text));
  });
  return [...rows, el("li", {}, el("span", { className: "row" }, swatch(0), say("otherTints")))];
}

/** Groups as buttons, for those who don't click into the picture. */
function groupList() {
  const list = el("ul", {});
  let limit = GROUPS_AT_ONCE;
  const every = el("input", { type: "checkbox", id: "every", onchange: () => { filter({ all: every.checked }); fit(false); } });
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

/** How many groups are open, with the way back to all. */
function ownNotice() {
  const inside = scene.grouped ? [...state.open].filter((group) => groups[group].parent === null) : [];
  return inside.length ? { text: say("inside", { n: inside.length }), word: say("groupsAll"), back: { open: new Set() } } : null;
}
