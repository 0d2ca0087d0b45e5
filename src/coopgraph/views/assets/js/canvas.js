// The picture: vis-network with places computed beforehand, colours from the style sheet.
const stage = byId("network");
// The layout is made for a wide screen; a tall one shows it turned.
const tall = stage.clientHeight > stage.clientWidth * 1.1;
const places = given.network.nodes.map(({ x, y }) => (tall ? { x: -y, y: x } : { x, y }));
const sizes = given.network.nodes.map((node) => node.size);
const probe = document.head.appendChild(el("meta", { name: "probe" }));
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const crowded = links.length > 600; // then lines are drawn fainter
const narrow = matchMedia("(max-width: 760px)");

/** A CSS colour as the canvas understands it, in the present theme. */
function resolved(value) {
  probe.style.color = value;
  return getComputedStyle(probe).color;
}

let ink = {};
function readInk() {
  ink = { text: resolved("var(--text)"), ground: resolved("var(--ground)"), accent: resolved("var(--accent)"), type: {}, relation: {} };
  for (const { name } of given.types) ink.type[name] = resolved(colour("type", name));
  for (const { name } of given.relations) ink.relation[name] = resolved(colour("relation", name));
}

/** The things and links that stand out; null when all are equal. */
function emphasis() {
  const { chosen } = state;
  if (!chosen) return null;
  if (chosen.link !== undefined) {
    const link = links[chosen.link];
    return { things: new Set([link.from, link.to]), links: new Set([link.id]) };
  }
  const near = linksOf[chosen.thing].filter((link) => shown.links.has(link.id));
  return {
    things: new Set([chosen.thing, ...near.flatMap((link) => [link.from, link.to])]),
    links: new Set(near.map((link) => link.id)),
  };
}

function nodeLook(number, strong) {
  const { type } = things[number];
  const tint = ink.type[type];
  const hollow = typeOf.get(type).hollow;
  const isChosen = state.chosen?.thing === number;
  const color = { background: hollow ? ink.ground : tint, border: isChosen ? ink.text : hollow ? tint : ink.ground };
  return {
    id: number,
    hidden: !shown.things.has(number),
    opacity: strong && !strong.things.has(number) ? 0.13 : 1,
    borderWidth: isChosen ? 3.5 : borderOf(number, hollow),
    color: { ...color, highlight: color, hover: { ...color, border: ink.text } },
  };
}

/** The border in pixels of the screen: with things as small as from afar it would eat them up. */
function borderOf(number, hollow) {
  const radius = sizes[number] * drawnScale;
  return hollow ? Math.min(Math.max(radius * 0.25, 0.8), 3) : Math.min(radius * 0.12, 1.5);
}

function linkLook(link, strong) {
  const thicker = thickness();
  const tint = ink.relation[link.relation];
  const out = strong && !strong.links.has(link.id);
  const color = strong && !out && state.chosen.link !== undefined ? ink.accent : tint;
  return {
    id: link.id,
    width: link.width * thicker,
    dashes: link.dashes?.map((length) => length * thicker) ?? false,
    hidden: !shown.links.has(link.id),
    color: { color, highlight: color, hover: ink.text, opacity: out ? 0.07 : strong ? 0.95 : crowded ? 0.5 : 0.8 },
  };
}

/** How much of the picture's edge lies under the legend and the panel, in pixels. */
function covered() {
  const panel = byId("panel");
  const inset = narrow.matches ? { left: 12, right: 12, top: 20, bottom: 60 } : { left: 28, right: 28, top: 34, bottom: 44 };
  if (!narrow.matches && legend.open && legend.offsetWidth) inset.left += legend.offsetWidth + 8;
  if (!panel.hidden) inset[narrow.matches ? "bottom" : "right"] += narrow.matches ? panel.offsetHeight : panel.offsetWidth;
  return inset;
}

/** How much thicker lines are drawn, so that they stay visible from afar. */
function thickness() {
  return Math.min(Math.max((crowded ? 0.55 : 0.9) / drawnScale, 1), 3.2);
}

/** The rectangle around these things: left, top, right, bottom. */
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

readInk();
sift();
let drawnScale = scaleOf(new Set(things.keys())); // what borders and lines are now made for
const nodes = new vis.DataSet(given.network.nodes.map(({ label, ...node }) => ({ ...node, ...places[node.id], ...nodeLook(node.id, null) })));
const edges = new vis.DataSet(links.map(({ facts: _, ...link }) => ({
  ...link,
  ...linkLook(link, null),
})));
const network = new vis.Network(stage, { nodes, edges }, {
  ...given.network.options,
  edges: { ...given.network.options.edges, arrows: { to: { scaleFactor: 0.45 } } },
});
stage.querySelectorAll("[tabindex]").forEach((inner) => inner.removeAttribute("tabindex"));

/** Bring the picture in line with the state. */
function paint() {
  const strong = emphasis();
  edges.update(links.map((link) => linkLook(link, strong)));
  nodes.update(things.map((_, number) => nodeLook(number, strong)));
}

/** Show these things, all of those shown by default, as large as the free part of the picture allows. */
function fit(numbers = shown.things, animate = true) {
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
  const near = new Set([number, ...linksOf[number].flatMap((link) => (shown.links.has(link.id) ? [link.from, link.to] : []))]);
  const scale = Math.min(scaleOf(near), 1);
  const [left, top, right, bottom] = bounds(near);
  if (scale > 0.4) move({ x: (left + right) / 2, y: (top + bottom) / 2 }, scale);
  else move(places[number], Math.max(network.getScale(), 0.6));
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.03), 6), animation: !calm.matches && { duration: 160 } });
}

const tip = byId("tip");
function pointAt(number, { x, y }) {
  tip.textContent = things[number].name;
  tip.hidden = false;
  const box = stage.getBoundingClientRect();
  tip.style.transform = `translate(${Math.min(x + 14, box.width - tip.offsetWidth - 8)}px, ${Math.min(y + 16, box.height - tip.offsetHeight - 8)}px)`;
}

network.on("click", ({ nodes: [thing], edges: [link] }) => {
  choose(thing !== undefined ? { thing } : link !== undefined ? { link } : null);
});
network.on("doubleClick", ({ nodes: [thing] }) => {
  if (thing !== undefined) filter({ around: { thing, hops: 1 } });
});
network.on("hoverNode", ({ node, pointer }) => pointAt(node, pointer.DOM));
network.on("blurNode", () => { tip.hidden = true; });
network.on("dragStart", () => { tip.hidden = true; });
network.on("dragging", ({ nodes: moved }) => {
  for (const number of moved) places[number] = network.getPosition(number);
});
stage.addEventListener("keydown", (event) => {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const { x, y } = network.getViewPosition();
  const far = 80 / network.getScale();
  if (steps[event.key]) network.moveTo({ position: { x: x + steps[event.key][0] * far, y: y + steps[event.key][1] * far } });
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});
let repainting = 0;
network.on("afterDrawing", () => {
  const change = network.getScale() / drawnScale;
  if (repainting || (change > 0.75 && change < 1.33)) return;
  repainting = setTimeout(() => {
    repainting = 0;
    drawnScale = network.getScale();
    paint();
  }, 150);
});
listeners.shown.push(paint);
listeners.chosen.push(paint);
