// Names on the picture: always of reading size, those that matter first, none over another.
const LABEL_FONT = getComputedStyle(document.body).fontFamily;
const MOST_LABELS = 220;
const ALWAYS = things.length > 150 ? 18 : 4; // so many of the most connected may stand over smaller things
const FIRST = 80; // so many have a name even where all is small
const LEGIBLE = 5; // pixels of radius from which on every thing may have its name
const wrapped = new Map();

const LONGEST = 26; // characters in a line

/** Break a name where its two lines are most alike. */
function wrap(name) {
  const cut = (row) => ([...row].length > LONGEST ? `${[...row].slice(0, LONGEST - 1).join("")}…` : row);
  const words = name.slice(0, 200).trim().split(/\s+/);
  const whole = words.join(" ");
  if ([...whole].length <= 20 || words.length === 1) return [cut(whole)];
  const splits = words.slice(1).map((_, place) => [words.slice(0, place + 1).join(" "), words.slice(place + 1).join(" ")]);
  const firstFits = splits.filter(([first]) => [...first].length <= LONGEST);
  const longer = (rows) => Math.max(...rows.map((row) => [...row].length));
  const best = firstFits.filter((rows) => longer(rows) <= LONGEST).sort((a, b) => longer(a) - longer(b))[0];
  return (best ?? firstFits.at(-1) ?? [whole]).map(cut);
}

/** Break a name into at most three narrow lines, for where two wide ones would stand over something. */
function wrapNarrow(name) {
  const rows = [""];
  for (const part of name.slice(0, 200).trim().split(/\s+/)) {
    if (rows.at(-1) && [...rows.at(-1), ...part].length > LONGEST * 0.65) rows.push(part);
    else rows[rows.length - 1] = `${rows.at(-1)} ${part}`.trim();
  }
  return rows.length === 3 ? rows : null;
}

/** The name of an item in at most two short lines, what is too long cut with an ellipsis. */
function lines(id) {
  if (id >= first) return { rows: groupRows(id - first) };
  if (!wrapped.has(id)) {
    wrapped.set(id, { rows: wrap(things[id].name) });
  }
  return wrapped.get(id);
}

/** A group's name: its best connected thing, and below how many others. */
function groupRows(group) {
  const count = scene.counts.get(first + group) ?? 0;
  if (groups[group].kind !== "community") return [say(groups[group].kind === "small" ? "groupSmall" : "groupAlone"), say("things", { n: count })];
  const head = groups[group].heads.find((number) => shown.things.has(number)) ?? groups[group].heads[0];
  return [wrap(things[head].name).join(" "), say("others", { n: Math.max(count - 1, 0) })].map((row) => ([...row].length > 34 ? `${[...row].slice(0, 33).join("")}…` : row));
}

/** Boxes on a coarse grid, to ask quickly whether a place is free. */
class Boxes {
  cells = new Map();

  *keys({ left, top, right, bottom }) {
    for (let x = left >> 6; x <= right >> 6; x += 1) for (let y = top >> 6; y <= bottom >> 6; y += 1) yield x * 4096 + y;
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  /** How many boxes this one would cover, its own not counted. */
  hits(box) {
    const found = new Set();
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        const apart = other.left >= box.right || other.right <= box.left || other.top >= box.bottom || other.bottom <= box.top;
        if (!apart && other.number !== box.number) found.add(other);
      }
    }
    return found.size;
  }
}

/** Items in the order in which they get a name: the chosen, its neighbours, then by partners; groups by their size. */
function labelOrder() {
  const strong = emphasis();
  const bubbles = [...scene.nodes].filter((id) => id >= first).sort((a, b) => scene.counts.get(b) - scene.counts.get(a) || a - b);
  const every = [...shown.ranking, ...bubbles].filter((id) => scene.nodes.has(id));
  const order = strong ? every.filter((id) => strong.things.has(id)) : every;
  const chosen = state.chosen?.thing;
  return chosen === undefined || !scene.nodes.has(chosen) ? order : [chosen, ...order.filter((id) => id !== chosen)];
}
let queue = { of: null, order: [] };
for (const list of Object.values(listeners)) list.push(() => { queue.of = null; });
let written = []; // the labels of the last drawing, for the exports

function drawLabels(context) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const [width, height] = [context.canvas.clientWidth, context.canvas.clientHeight];
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const onScreen = (number) => ({
    x: (places[number].x - centre.x) * scale + width / 2,
    y: (places[number].y - centre.y) * scale + height / 2,
    r: sizes[number] * scale,
  });
  const inView = ({ x, y, r }) => x > -r - 80 && y > -r - 40 && x < width + r + 80 && y < height + r + 40;

  const discs = new Boxes();
  for (const number of scene.nodes) {
    const { x, y, r } = onScreen(number);
    if (inView({ x, y, r }) && r > 2.5) discs.add({ left: x - r, top: y - r, right: x + r, bottom: y + r, number });
  }
  const taken = new Boxes();
  for (const control of [legend, document.querySelector(".zoom")]) {
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = control;
    taken.add({ left, top, right: left + offsetWidth, bottom: top + offsetHeight });
  }
  const inset = covered();
  const free = { left: Math.max(inset.left - 20, 2), right: Math.min(width - inset.right + 20, width - 2) };
  const labels = [];
  const strong = state.chosen !== null;
  let rank = 0;
  if (!queue.of) queue = { of: scene, order: labelOrder() };
  for (const number of queue.order) {
    if (labels.length >= MOST_LABELS) break;
    rank += 1;
    const at = onScreen(number);
    if (!inView(at) || (!strong && rank > FIRST && at.r < LEGIBLE)) continue;
    const label = placed(context, number, at, rank, { taken, discs, free });
    if (label) labels.push(label);
  }
  written = labels;

  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = ink("var(--ground)");
  context.fillStyle = ink("var(--text)");
  for (const paintText of ["strokeText", "fillText"]) {
    for (const { rows, x, y, size, font, align } of labels) {
      context.font = font;
      context.textAlign = align;
      rows.forEach((row, index) => context[paintText](row, x, y + index * size * 1.2));
    }
  }
  context.restore();
}

/** The label of a thing at the first free place around it. Null where there is none, save for the first. */
function placed(context, number, { x, y, r }, rank, { taken, discs, free }, label = lines(number)) {
  const size = rank <= 6 ? 14 : rank <= 30 ? 13 : 12;
  const font = `${rank <= 6 || state.chosen?.thing === number ? 600 : 450} ${size}px ${LABEL_FONT}`;
  if (label.font !== font) {
    context.save();
    context.font = font;
    Object.assign(label, { font, width: Math.max(...label.rows.map((row) => context.measureText(row).width)) });
    context.restore();
  }
  const high = label.rows.length * size * 1.2;
  const half = label.width / 2;
  const inside = { left: x - half, top: y - high / 2, align: "center" };
  const spots = number >= first && half < r * 1.1 ? [inside] : [
    { left: x - half, top: y + r + 3, align: "center" },
    { left: x - half, top: y - r - high - 2, align: "center" },
    { left: x + r + 5, top: y - high / 2, align: "left" },
    { left: x - r - 5 - label.width, top: y - high / 2, align: "right" },
    { left: x + r * 0.75 + 3, top: y + r * 0.75, align: "left" },
    { left: x - r * 0.75 - 3 - label.width, top: y + r * 0.75, align: "right" },
    { left: x + r * 0.75 + 3, top: y - r * 0.75 - high, align: "left" },
    { left: x - r * 0.75 - 3 - label.width, top: y - r * 0.75 - high, align: "right" },
    ...[0.2, -0.2, 0.35, -0.35].flatMap((shift) => [y + r + 4, y - r - high - 3].map((top) => ({ left: x - half + shift * label.width, top, align: "left" }))),
  ];
  const boxes = spots
    .map((spot) => ({ ...spot, box: { left: spot.left - 3, top: spot.top - 1, right: spot.left + label.width + 3, bottom: spot.top + high + 1, number } }))
    .filter(({ box }) => box.left >= free.left && box.right <= free.right && taken.hits(box) === 0)
    .map((spot) => ({ ...spot, covers: discs.hits(spot.box) }));
  const fewest = Math.min(...boxes.map(({ covers }) => covers));
  const best = boxes.find(({ covers }) => covers === fewest);
  if (fewest > 0 && rank <= ALWAYS && number < first && label.rows.length < 3) {
    label.narrow ??= { rows: wrapNarrow(things[number].name) };
    const other = label.narrow.rows && placed(context, number, { x, y, r }, ALWAYS + 1, { taken, discs, free }, label.narrow);
    const small = other || placed(context, number, { x, y, r }, 31, { taken, discs, free }, { ...label });
    if (small) return small;
  }
  if (!best || (fewest > 0 && rank > (scene.grouped ? Math.min(ALWAYS, 6) : ALWAYS))) return null;
  taken.add(best.box);
  const anchor = { center: x, left: best.left, right: best.left + label.width }[best.align];
  return { rows: label.rows, number, x: anchor, y: best.top + size * 0.1, size, font, align: best.align };
}

network.on("afterDrawing", drawLabels);
