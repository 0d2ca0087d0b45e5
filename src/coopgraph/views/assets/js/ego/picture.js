// The picture: the institution, a ring of sectors around it, its partners, and what ties them to it and to each other.
const stage = byId("ego");
const canvas = byId("ego-picture");
const LINE = 15; // height of a line of a name
const CROSSED = 90; // ties between partners that are all drawn; of more, only those of the partner in question
let ties = { partners: new Map(), hubs: new Map() };
let between = [];
let plan = { spots: [], arcs: [], sectors: [] };
let look = { x: 0, y: 0, scale: 1 }; // the middle's place in the picture, and how large all is drawn
let measure = { inner: 60, band: 20, oval: { rx: 1, ry: 1 }, label: 100 };

/** Lay all out for the free part of the screen. */
function settle() {
  const inset = covered();
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const free = { width: Math.max(width - inset.left - inset.right, 220), height: Math.max(height - inset.top - inset.bottom, 220) };
  const label = Math.max(narrow.matches ? 88 : 96, Math.min(230, free.width * 0.28));
  const rx = Math.max(free.width / 2 - label - 14, 50);
  const oval = { rx, ry: Math.min(free.height / 2 - 10, Math.max(rx * (narrow.matches ? 2.6 : 1.6), ties.partners.size * 9)) };
  const band = narrow.matches ? 8 : 20;
  const inner = Math.max(34, Math.min(84, oval.rx * 0.48, oval.ry * 0.42));
  measure = { inner, band, oval, label };
  const room = Math.min(2 * Math.floor((2 * oval.ry) / (narrow.matches ? 34 : 21)), 60);
  plan = arrange([...ties.partners.values()], oval, inner + band, room);
  look = { x: inset.left + free.width / 2, y: inset.top + free.height / 2, scale: 1 };
}

const ruler = document.createElement("canvas").getContext("2d");
/** A text in at most so many lines, none wider than so many pixels; what has no room ends in dots. */
function lined(text, width, most, font) {
  ruler.font = `${font} system-ui, sans-serif`;
  const fits = (line) => ruler.measureText(line).width <= width;
  const cut = (line) => {
    let end = line.length;
    while (end > 1 && !fits(`${line.slice(0, end)}…`)) end -= 1;
    return `${line.slice(0, end).trimEnd()}…`;
  };
  const words = text.slice(0, 400).split(/\s+/).filter(Boolean);
  const lines = [];
  while (words.length && lines.length < most) {
    let line = words.shift();
    while (words.length && fits(`${line} ${words[0]}`)) line += ` ${words.shift()}`;
    lines.push(line);
  }
  if (words.length) lines.push(`${lines.pop()} ${words[0]}`);
  return lines.map((line) => (fits(line) ? line : cut(line)));
}

const widest = () => Math.max(1, ...[...ties.partners.values()].map(weigh));
const radius = (spot, most) => (spot.named ? 4 + 7 * Math.sqrt(weigh(spot.entry) / most) : spot.size);
const point = (angle, far) => `${(Math.cos(angle) * far).toFixed(1)} ${(Math.sin(angle) * far).toFixed(1)}`;

function arcPath({ from, to, whole: round }, low, high) {
  if (round) return `M${high} 0A${high} ${high} 0 1 1 ${-high} 0A${high} ${high} 0 1 1 ${high} 0M${low} 0A${low} ${low} 0 1 0 ${-low} 0A${low} ${low} 0 1 0 ${low} 0Z`;
  const sweep = (to - from + 4 * Math.PI) % (2 * Math.PI);
  const big = sweep > Math.PI ? 1 : 0;
  return `M${point(from, high)}A${high} ${high} 0 ${big} 1 ${point(to, high)}L${point(to, low)}A${low} ${low} 0 ${big} 0 ${point(from, low)}Z`;
}

/** The name of a sector along its arc, where it has the room. */
function arcName({ sector, from, to, whole: round }, far) {
  const sweep = round ? 2 * Math.PI : (to - from + 4 * Math.PI) % (2 * Math.PI);
  const text = `${sector.title} ${figures.format(sector.entries.length)}`;
  const width = text.length * 6.4;
  if (far < 60 || width > sweep * far - 8 || width > far * 1.5) return null;
  const angle = round ? -Math.PI / 2 : from + sweep / 2;
  const turn = (angle * 180) / Math.PI + 90;
  const upright = Math.sin(angle) > 0.05 ? turn + 180 : turn;
  const [x, y] = point(angle, far).split(" ");
  return svgText(text, { x, y, "font-size": 11.5, "font-weight": 600, "text-anchor": "middle", "dominant-baseline": "central", transform: `rotate(${upright.toFixed(1)} ${x} ${y})`, fill: ink("var(--text)") });
}

function middle() {
  const { inner } = measure;
  const size = inner > 55 ? 13 : 10.5;
  const rows = lined(things[centre].name, inner * 1.6, inner > 55 ? 4 : 3, `650 ${size}px`);
  return svg("g", { "data-thing": centre, class: "spot" }, svg("circle", { r: inner - 5, fill: ink("var(--surface)"), stroke: ink("var(--line)") }),
    ...rows.map((row, place) => svgText(row, { y: (place - (rows.length - 1) / 2) * 15, "font-size": size, "font-weight": 650, "text-anchor": "middle", "dominant-baseline": "central", fill: ink("var(--text)") })));
}

/** All elements of the picture, the middle at (0, 0), in the units of the screen at this scale. */
function elements() {
  const { inner, band, oval, label } = measure;
  const { scale } = look;
  const most = widest();
  const hub = inner + band;
  const asked = pointed ?? (state.chosen?.thing !== undefined && state.chosen.thing !== centre ? homeOf(state.chosen.thing) : null);
  const at = new Map(plan.spots.map((spot) => [spot.entry.thing, { x: spot.x * scale, y: spot.y * scale }]));
  const kin = new Set(between.flatMap(({ one, other }) => (asked === one ? [other] : asked === other ? [one] : [])));
  const faint = (thing) => asked !== null && asked !== centre && at.has(asked) && thing !== asked && !kin.has(thing);
  const hue = (sector) => ink(`var(--hue-${sector.hue})`);
  const spokes = plan.spots.filter((spot) => spot.named || spot.entry.thing === asked).map((spot) => {
    const { x, y } = at.get(spot.entry.thing);
    return svg("path", { d: `M${point(Math.atan2(y, x), hub + 3)}L${x.toFixed(1)} ${y.toFixed(1)}`, stroke: hue(spot.sector), "stroke-opacity": faint(spot.entry.thing) ? 0.12 : 0.5, "stroke-width": (1 + 6 * (weigh(spot.entry) / most)).toFixed(1), "stroke-linecap": "round" });
  });
  const drawn = between.filter(({ one, other }) => (state.crossings && between.length <= CROSSED) || asked === one || asked === other).filter(({ one, other }) => at.has(one) && at.has(other));
  const chords = drawn.map(({ one, other, links: some }) => {
    const [a, b] = [at.get(one), at.get(other)];
    const mid = { x: ((a.x + b.x) / 2) * 0.62, y: ((a.y + b.y) / 2) * 0.62 };
    const lit = asked === one || asked === other;
    return svg("path", { d: `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${mid.x.toFixed(1)} ${mid.y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`, stroke: ink(lit ? "var(--text)" : "var(--muted)"), "stroke-opacity": lit ? 0.8 : asked === null ? 0.4 : 0.15, "stroke-width": 1 + 0.5 * Math.log2(some.length), "stroke-dasharray": "3 3" });
  });
  const size = narrow.matches ? 11.5 : 12.5;
  const pitch = (2 * oval.ry * scale) / Math.max(1, Math.ceil(plan.spots.filter((spot) => spot.named).length / 2));
  const rows = Math.min(Math.max(Math.floor((pitch - 3) / LINE), 1), 3);
  const spots = plan.spots.map((spot) => {
    const { thing } = spot.entry;
    const { x, y } = at.get(thing);
    const r = radius(spot, most);
    const side = spot.right ? 1 : -1;
    const text = spot.named || thing === asked ? lined(things[thing].name, label - 16, rows, `${thing === asked ? 650 : 400} ${size}px`) : [];
    return svg("g", { "data-thing": thing, class: thing === asked ? "spot on" : "spot", opacity: faint(thing) ? 0.5 : 1 },
      ...(spot.named ? [svg("rect", { x: (spot.right ? x - r : x - r - label).toFixed(1), y: (y - 10).toFixed(1), width: label + r, height: 20, fill: "transparent" })] : []),
      svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), fill: hue(spot.sector), stroke: ink("var(--ground)"), "stroke-width": spot.named ? 1.5 : 0.5 }),
      ...text.map((row, place) => svgText(row, { x: (x + side * (r + 5)).toFixed(1), y: (y + (place - (text.length - 1) / 2) * 14).toFixed(1), "font-size": size, "font-weight": thing === asked ? 650 : 400,
        "text-anchor": spot.right === false ? "end" : "start", "dominant-baseline": "central", fill: ink("var(--text)"), stroke: ink("var(--ground)"), "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" })));
  });
  const ring = plan.arcs.flatMap((arc) => {
    const name = arcName(arc, inner + band / 2);
    return [svg("path", { d: arcPath(arc, inner, hub), fill: hue(arc.sector), "fill-opacity": 0.32, "fill-rule": "evenodd" }), ...(name ? [name] : [])];
  });
  return [svg("g", { fill: "none" }, ...chords, ...spokes), svg("g", {}, ...ring), svg("g", {}, ...spots), middle()];
}

function paint() {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
  canvas.replaceChildren(svg("g", { transform: `translate(${look.x.toFixed(1)} ${look.y.toFixed(1)})`, "font-family": "system-ui, sans-serif" }, ...elements()));
  const none = byId("none-left");
  none.hidden = ties.partners.size > 0 || !things.length;
  none.textContent = say(isNarrowed() ? "noPartners" : "noPartnersKnown");
  none.style.top = `${(look.y + measure.inner + measure.band + 16).toFixed(1)}px`;
}

/** The filters have changed. */
function redraw() {
  ties = tied();
  between = crossings(ties.partners);
  settle();
  paint();
}

function fit() {
  settle();
  paint();
}

function zoom(factor, at = { x: look.x, y: look.y }) {
  const scale = Math.min(Math.max(look.scale * factor, 0.4), 12);
  const grown = scale / look.scale;
  look = { x: at.x - (at.x - look.x) * grown, y: at.y - (at.y - look.y) * grown, scale };
  paint();
}
