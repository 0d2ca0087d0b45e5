// The timeline as it is saved: the lines that are open, as many as fit a picture, with their years.
const MOST_SKETCHED = 110; // lines and headings; a taller picture no browser draws
const [TALL, HEADROOM] = [34, 40];

function shortened(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function sketched({ place }, y, left, width) {
  const { standing: how, from, to, point, loose, backward } = terms[place];
  if (from === null) return [];
  const at = (time) => left + Math.min(Math.max(along(time), 0), 1) * width;
  if (along(to) < 0 || along(from) > 1) return [];
  const fill = ink(`var(--term-${how})`);
  const hollow = ["ended", "later", "undated"].includes(how);
  const paintwork = { fill: hollow ? ink("var(--ground)") : fill, stroke: fill, "stroke-width": 1.6 };
  if (how === "undated") return [svg("path", { d: `M${at(from).toFixed(1)} ${y - 6}l6 6l-6 6l-6 -6z`, ...paintwork })];
  if (point) return [svg("circle", { cx: at(from).toFixed(1), cy: y, r: 5.5, ...paintwork })];
  if (how === "later") paintwork["stroke-dasharray"] = "4 3";
  if (loose) {
    const id = backward ? "fade-in" : "fade-out";
    Object.assign(paintwork, hollow ? { stroke: `url(#${id}-${how})` } : { fill: `url(#${id}-${how})`, stroke: "none" });
  }
  const box = svg("rect", { x: at(from).toFixed(1), y: y - 5, width: Math.max(at(to) - at(from), 5).toFixed(1), height: 10, rx: 3, ...paintwork });
  return how === "ending" ? [box, svg("path", { d: `M${at(to).toFixed(1)} ${y - 9}v18`, stroke: fill, "stroke-width": 3 })] : [box];
}

/** Gradients for what fades; a reference by id stays inside of the picture. */
function fades() {
  return svg("defs", {}, ...standings().flatMap(({ name: how }) => ["fade-in", "fade-out"].map((name) => {
    const colour = ink(`var(--term-${how})`);
    const [first, last] = name === "fade-in" ? [0, 1] : [1, 0];
    return svg("linearGradient", { id: `${name}-${how}` }, svg("stop", { offset: 0, "stop-color": colour, "stop-opacity": first }), svg("stop", { offset: 1, "stop-color": colour, "stop-opacity": last }));
  })));
}

/** The lines that are open, as elements of an SVG of this size. */
function sketch() {
  const width = Math.max(lanes.clientWidth, 640);
  const left = Math.round(width * 0.42);
  const length = width - left - 24;
  const lines = groups.flatMap((group) => [...(group.title ? [{ group }] : []), ...(group.open ? group.rows.slice(0, more.get(group.key) ?? LANES).map((row) => ({ row })) : [])]);
  const drawn = lines.slice(0, MOST_SKETCHED);
  const height = HEADROOM + drawn.length * TALL + (lines.length > drawn.length ? TALL : 12);
  const x = (time) => (left + along(time) * length).toFixed(1);
  const muted = ink("var(--muted)");
  const years = ticks(length).map((time) => [svg("path", { d: `M${x(time)} ${HEADROOM - 8}V${height}`, stroke: ink("var(--line)") }),
    svgText(tickName(time), { x: x(time), y: HEADROOM - 16, "font-size": 12, "text-anchor": "middle", fill: muted })]).flat();
  const now = along(today) >= 0 && along(today) <= 1 ? [svg("path", { d: `M${x(today)} ${HEADROOM - 8}V${height}`, stroke: ink("var(--accent)"), "stroke-width": 1.5 }),
    svgText(say("today"), { x: x(today), y: 12, "font-size": 12, "font-weight": 600, "text-anchor": "middle", fill: ink("var(--accent)") })] : [];
  const letters = Math.floor((left - 40) / 6.6);
  const body = drawn.flatMap(({ group, row }, place) => {
    const y = HEADROOM + (place + 0.5) * TALL;
    if (group) return [svgText(shortened(`${group.title} (${figures.format(group.rows.length)})`, letters), { x: 20, y: y + 5, "font-size": 14, "font-weight": 650 })];
    const { name, about } = laneText(row);
    return [svgText(shortened(name, letters), { x: 20, y: y - 1, "font-size": 13 }), svgText(shortened(about, letters + 8), { x: 20, y: y + 13, "font-size": 11.5, fill: muted }),
      ...sketched(row, y, left, length)];
  });
  if (lines.length > drawn.length) body.push(svgText(say("others", { n: lines.length - drawn.length }), { x: 20, y: height - 12, "font-size": 13, fill: muted }));
  return { width, height, content: [fades(), svg("g", {}, ...years, ...now), svg("g", { "font-family": "system-ui, sans-serif", fill: ink("var(--text)") }, ...body)] };
}
