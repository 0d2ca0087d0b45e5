// What people take along: the picture as SVG or PNG, the facts shown as a table.
const SVG_SHAPES = {
  square: (r) => `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  diamond: (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`,
  hexagon: (r) => corners(6, () => r, 0),
  triangle: (r) => corners(3, () => r * 1.15, -90, r * 0.28),
  triangleDown: (r) => corners(3, () => r * 1.15, 90, -r * 0.28),
  star: (r) => corners(10, (place) => (place % 2 ? r * 0.5 : r * 1.3), -90),
};

function corners(count, far, turn, down = 0) {
  const at = (place) => {
    const angle = ((turn + (360 / count) * place) * Math.PI) / 180;
    return `${(Math.cos(angle) * far(place)).toFixed(1)} ${(Math.sin(angle) * far(place) + down).toFixed(1)}`;
  };
  return `M${Array.from({ length: count }, (_, place) => at(place)).join("L")}z`;
}

/** The visible part of the picture as an SVG element, its heading above. */
function drawing() {
  const [width, height, HEAD] = [stage.clientWidth, stage.clientHeight, 58];
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const at = (id) => ({ x: (places[id].x - centre.x) * scale + width / 2, y: (places[id].y - centre.y) * scale + height / 2 });
  const seen = (id) => {
    const { x, y } = at(id);
    const r = sizes[id] * scale;
    return x > -r && y > -r && x < width + r && y < height + r;
  };
  const text = (content, attributes) => {
    const element = svg("text", attributes);
    element.textContent = content;
    return element;
  };
  const strokes = edges.get().filter((edge) => seen(edge.from) || seen(edge.to)).map((edge) => {
    const [a, b] = [at(edge.from), at(edge.to)];
    const bend = edge.smooth?.enabled ? edge.smooth.roundness * (edge.smooth.type === "curvedCW" ? 1 : -1) : 0;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const [mx, my] = [(a.x + b.x) / 2 + dy * bend, (a.y + b.y) / 2 - dx * bend];
    const path = svg("path", { d: `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`,
      stroke: edge.color.color, "stroke-opacity": edge.color.opacity, "stroke-width": (edge.width * scale).toFixed(2) });
    if (edge.dashes) path.setAttribute("stroke-dasharray", edge.dashes.map((length) => (length * scale).toFixed(1)).join(" "));
    const far = Math.hypot(b.x - mx, b.y - my);
    if (edge.arrows !== "to" || far < 1) return path;
    const [ux, uy] = [(b.x - mx) / far, (b.y - my) / far];
    const point = [b.x - ux * sizes[edge.to] * scale, b.y - uy * sizes[edge.to] * scale];
    const head = 7 * Math.max(scale, 0.6);
    const wing = (side) => `${(point[0] - ux * head - uy * head * 0.45 * side).toFixed(1)} ${(point[1] - uy * head + ux * head * 0.45 * side).toFixed(1)}`;
    return svg("g", {}, path, svg("path", { d: `M${point[0].toFixed(1)} ${point[1].toFixed(1)}L${wing(1)}L${wing(-1)}z`, fill: edge.color.color, stroke: "none", "fill-opacity": edge.color.opacity }));
  });
  const discs = nodes.get().filter((node) => seen(node.id)).map((node) => {
    const { x, y } = at(node.id);
    const r = node.size * scale;
    const attributes = { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, fill: node.color.background, stroke: node.color.border, "stroke-width": node.borderWidth, opacity: node.opacity };
    return SVG_SHAPES[node.shape] ? svg("path", { d: SVG_SHAPES[node.shape](r), ...attributes }) : svg("circle", { r: r.toFixed(1), ...attributes });
  });
  const words = written.flatMap(({ rows, x, y, size, font, align }) => rows.map((row, place) => text(row, {
    x: x.toFixed(1), y: (y + size * (0.9 + place * 1.2)).toFixed(1), "font-size": size, "font-weight": font.split(" ")[0], "text-anchor": { center: "middle", left: "start", right: "end" }[align],
  })));
  const label = { "font-family": "system-ui, sans-serif", fill: ink("var(--text)"), stroke: ink("var(--ground)"), "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" };
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: height + HEAD, viewBox: `0 ${-HEAD} ${width} ${height + HEAD}` },
    svg("rect", { y: -HEAD, width, height: height + HEAD, fill: ink("var(--ground)") }),
    svg("g", { fill: "none" }, ...strokes), svg("g", {}, ...discs), svg("g", label, ...words),
    svg("rect", { y: -HEAD, width, height: HEAD, fill: ink("var(--surface)") }),
    svg("g", { "font-family": "system-ui, sans-serif", fill: ink("var(--text)") },
      text(document.title, { x: 20, y: -32, "font-size": 18, "font-weight": 600 }),
      text(summary.textContent, { x: 20, y: -12, "font-size": 12.5, fill: ink("var(--muted)") })));
}

function save(blob, ending) {
  const link = el("a", { href: URL.createObjectURL(blob), download: `${fold(document.title).slice(0, 60).replaceAll(" ", "-") || "network"}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function svgBlob() {
  return new Blob([new XMLSerializer().serializeToString(drawing())], { type: "image/svg+xml" });
}

async function savePng() {
  const image = new Image();
  image.src = URL.createObjectURL(svgBlob());
  await image.decode();
  const canvas = el("canvas", { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((blob) => save(blob, "png"), "image/png");
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value) {
  const text = String(value ?? "");
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The facts shown, a line a pair and passage, with a heading. */
function table() {
  const columns = ["relation", "subject", "object", "kind", "role", "date", "end", "status", "amount", "confidence", "document", "title", "source", "quote"];
  const rows = [columns];
  const pairs = new Set([...shown.links].map((number) => `${links[number].from} ${links[number].to} ${links[number].relation}`));
  for (const place of shown.facts) {
    const fact = facts[place];
    for (const [subject, object] of fact.ends ?? []) {
      if (!pairs.has(`${subject} ${object} ${fact.relation}`)) continue;
      for (const [paper, quote, confidence] of fact.evidence) {
        rows.push([fact.relation, things[subject].name, things[object].name, fact.kind, fact.role, fact.date, fact.end, fact.status, fact.amount, confidence,
          documents[paper].name, documents[paper].title, documents[paper].source, quote]);
      }
    }
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

byId("save-svg").addEventListener("click", () => save(svgBlob(), "svg"));
byId("save-png").addEventListener("click", savePng);
byId("save-csv").addEventListener("click", () => save(new Blob([table()], { type: "text/csv;charset=utf-8" }), "csv"));
const menu = byId("take");
menu.addEventListener("click", (event) => { if (event.target.closest("button")) menu.open = false; });
menu.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false; });
