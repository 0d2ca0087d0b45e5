// The picture: vis-network with places computed beforehand, colours from the style sheet.
const stage = byId("network");
const CROWD = 600; // links from which on they are drawn fainter
const MANY = 2500; // things and links from which on the picture changes as little as it can

/** The items and links that stand out; null when all are equal. */
function emphasis() {
  const { chosen } = state;
  const way = shown.way;
  if (!chosen) return way && { things: way.things, links: way.links };
  if (chosen.bundle !== undefined) {
    const bundle = scene.bundles.get(chosen.bundle);
    return bundle ? { things: new Set([bundle.from, bundle.to]), links: new Set([bundle.key]) } : null;
  }
  if (chosen.link !== undefined) {
    const link = links[chosen.link];
    return { things: new Set([link.from, link.to]), links: new Set([link.id]) };
  }
  const near = linksOf[chosen.thing].filter((link) => shown.links.has(link.id));
  const strong = { things: new Set([chosen.thing, ...near.flatMap((link) => [link.from, link.to])]), links: new Set(near.map((link) => link.id)) };
  if (scene.grouped) {
    const own = standIn(chosen.thing);
    for (const thing of [...strong.things]) strong.things.add(standIn(thing));
    for (const { key, from, to } of scene.bundles.values()) if (from === own || to === own) strong.links.add(key);
  }
  return strong;
}

const discColours = new Map();
/** A disc's colours for vis-network, one object for all that look alike. */
function discColour(background, border) {
  const key = `${background} ${border}`;
  if (!discColours.has(key)) {
    const color = { background, border };
    discColours.set(key, { ...color, highlight: color, hover: { ...color, border: ink("var(--text)") } });
  }
  return discColours.get(key);
}

function nodeLook(id, strong) {
  const faint = strong && !strong.things.has(id);
  const look = { id, ...places[id], size: sizes[id], opacity: faint ? 0.13 : 1 };
  if (id >= first) {
    const group = outermost[id - first];
    const tint = ink(state.colour === "group" ? hueName(ranks.group.get(group) ?? 0) : "var(--bubble)");
    return { ...look, shape: "dot", borderWidth: 1.5, color: discColour(tint, ink("var(--bubble-rim)")) };
  }
  const { hollow, shape } = typeOf.get(things[id].type);
  const tint = ink(tintName(id));
  const isChosen = state.chosen?.thing === id;
  return {
    ...look,
    shape,
    borderWidth: isChosen ? 3.5 : borderOf(id, hollow),
    color: discColour(hollow ? ink("var(--ground)") : tint, isChosen ? ink("var(--text)") : hollow ? tint : ink("var(--ground)")),
  };
}

/** The border in pixels of the screen: with things as small as from afar it would eat them up. */
function borderOf(number, hollow) {
  const radius = sizes[number] * drawnScale;
  if (busy && !hollow) return 0;
  return hollow ? Math.min(Math.max(radius * 0.25, 0.8), 3) : Math.min(radius * 0.12, 1.5);
}

/** The width of a line that rests on so many facts. */
function widthOf(count) {
  return Math.min(1.2 + 1.1 * Math.log2(Math.max(count, 1)), 7);
}

function linkLook(link, strong) {
  const thicker = thickness();
  const out = strong && !strong.links.has(link.id);
  const tint = ink(strong && !out && (state.chosen?.link !== undefined || shown.way) ? "var(--accent)" : colour("relation", link.relation));
  const crowded = scene.links.size > CROWD;
  return {
    ...link,
    facts: undefined,
    width: widthOf(link.facts.filter((place) => shown.facts.has(place)).length) * thicker,
    dashes: link.dashes?.map((length) => length * thicker) ?? false,
    color: { color: tint, highlight: tint, hover: ink("var(--text)"), opacity: out ? 0.07 : strong ? 0.95 : crowded ? 0.5 : 0.8 },
  };
}

/** The line of all links between two groups, or between a thing and a group. */
function bundleLook({ key, from, to, links: within }, strong) {
  const out = strong && !strong.links.has(key);
  const tint = ink(strong && !out ? "var(--accent)" : "var(--relation-cooperatesWith)");
  const share = Math.min(within.length / Math.max(...[from, to].map((end) => scene.counts.get(end))), 1);
  const color = { color: tint, highlight: tint, hover: ink("var(--text)"), opacity: out ? 0.05 : strong ? 0.9 : 0.25 + 0.65 * share };
  return { id: key, from, to, arrows: "", dashes: false, smooth: false, width: (0.6 + 0.7 * Math.log2(within.length + 1)) * thickness(), color };
}

/** How much thicker lines are drawn, so that they stay visible from afar. */
function thickness() {
  return Math.min(Math.max((scene.links.size > CROWD ? 0.55 : 0.9) / drawnScale, 1), scene.grouped ? Infinity : 3.2);
}

/** The rectangle around these items: left, top, right, bottom. */
function bounds(numbers) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const number of numbers) {
    const { x, y } = places[number];
    [left, right] = [Math.min(left, x - sizes[number]), Math.max(right, x + sizes[number])];
    [top, bottom] = [Math.min(top, y - sizes[number]), Math.max(bottom, y + sizes[number])];
  }
  return [left, top, right, bottom];
}

/** The scale at which these things fill the free part of the picture, with room for the names at the edge. */
function scaleOf(numbers) {
  const [left, top, right, bottom] = bounds(numbers);
  const inset = covered();
  const width = Math.max(stage.clientWidth - inset.left - inset.right - (narrow.matches ? 40 : 150), stage.clientWidth * 0.3);
  const height = Math.max(stage.clientHeight - inset.top - inset.bottom - 50, stage.clientHeight * 0.2);
  return Math.min(width / (right - left), height / (bottom - top), 1.5);
}

Object.assign(state, addressed());
sift();
compose();
resize();
let drawnScale = scaleOf(scene.nodes); // what borders and lines are now made for
let busy = isMany(); // whether so much is drawn that lines are left out while it moves
const looks = new Map(); // what was drawn last, to change only what differs
const nodes = new vis.DataSet(drawn(scene.nodes, (id) => nodeLook(id, null)));
const edges = new vis.DataSet([...drawn(scene.links, (id) => linkLook(links[id], null)), ...drawn(scene.bundles.keys(), (key) => bundleLook(scene.bundles.get(key), null))]);
const network = new vis.Network(stage, { nodes, edges }, {
  ...given.network.options,
  edges: { ...given.network.options.edges, arrows: { to: { scaleFactor: 0.45 } } },
  interaction: { ...given.network.options.interaction, hideEdgesOnDrag: busy, hideEdgesOnZoom: busy },
});

stage.querySelectorAll("[tabindex]").forEach((inner) => inner.removeAttribute("tabindex"));

/** The looks of these items that differ from what is drawn. */
function drawn(ids, lookOf) {
  const changed = [];
  for (const id of ids) {
    const look = lookOf(id);
    const text = JSON.stringify(look);
    if (looks.get(id) === text) continue;
    looks.set(id, text);
    changed.push(look);
  }
  return changed;
}

function exchange(data, wanted, changed) {
  const gone = data.getIds().filter((id) => !wanted.has(id));
  for (const id of gone) looks.delete(id);
  data.remove(gone);
  data.update(changed);
}

function isMany() {
  return scene.nodes.size + scene.links.size > MANY;
}

function unburden() {
  const many = isMany();
  if (many !== busy) network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
  busy = many;
}

/** Bring the picture in line with the state. */
function paint() {
  unburden();
  const strong = busy ? null : emphasis();
  const changedLinks = [...drawn(scene.links, (id) => linkLook(links[id], strong)), ...drawn(scene.bundles.keys(), (key) => bundleLook(scene.bundles.get(key), strong))];
  const changedNodes = drawn(scene.nodes, (id) => nodeLook(id, strong));
  const wanted = new Set([...scene.links, ...scene.bundles.keys()]);
  // Lines go before their ends and come after them.
  exchange(edges, wanted, []);
  exchange(nodes, scene.nodes, changedNodes);
  exchange(edges, wanted, changedLinks);
}

/** Bring the picture in line with what is shown. */
function redraw() {
  const [before, arranged] = [scene.grouped, scene.arranged];
  compose();
  resize();
  if (before !== scene.grouped || arranged || scene.arranged) drawnScale = scaleOf(scene.nodes);
  paint();
  if (before !== scene.grouped || arranged || scene.arranged) fit(false);
}

/** Show all that is drawn. */
function fit(animate = true) {
  frame(scene.nodes, animate);
}

/** Show these items as large as the free part of the picture allows. */
function frame(numbers, animate = true) {
  if (!numbers.size || !stage.clientWidth) return;
  const [left, top, right, bottom] = bounds(numbers);
  move({ x: (left + right) / 2, y: (top + bottom) / 2 }, scaleOf(numbers), covered(), animate);
}

function move(position, scale, inset = covered(), animate = true) {
  const offset = { x: (inset.left - inset.right) / 2, y: (inset.top - inset.bottom) / 2 };
  network.moveTo({ position, scale, offset, animation: animate && !calm.matches && { duration: 350, easingFunction: "easeInOutQuad" } });
}

/** Bring a thing into the free part of the picture: with all its neighbours, or near enough to read their names. */
function visit(number) {
  const near = new Set([number, ...linksOf[number].flatMap((link) => (scene.links.has(link.id) ? [link.from, link.to] : []))]);
  const scale = Math.min(scaleOf(near), 1);
  const [left, top, right, bottom] = bounds(near);
  if (scale > 0.4) move({ x: (left + right) / 2, y: (top + bottom) / 2 }, scale);
  else move(places[number], Math.max(network.getScale(), 0.6));
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.005), 6), animation: !calm.matches && { duration: 160 } });
}

/** Show the inside of a group. */
function openGroup(group) {
  for (let around = group; around !== null; around = groups[around].parent) state.open.add(around);
  state.chosen = null;
  tell("shown");
  tell("chosen");
  const inside = new Set([...scene.nodes].filter((id) => {
    for (let at = id >= first ? id - first : homes[id]; at !== null; at = groups[at].parent) if (at === group) return true;
    return false;
  }));
  frame(inside.size ? inside : scene.nodes);
}

let repainting = 0;
network.on("afterDrawing", () => {
  const change = network.getScale() / drawnScale;
  if (repainting || (change > 0.75 && change < 1.33) || scene.nodes.size > MANY) return;
  repainting = setTimeout(() => {
    repainting = 0;
    drawnScale = network.getScale();
    paint();
  }, 150);
});
listeners.chosen.push(paint);
listeners.looks.push(() => { resize(); paint(); });
