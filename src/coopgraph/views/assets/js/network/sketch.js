// The picture as it is saved.
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

/** The visible part of the picture, as elements of an SVG of this size. */
function sketch() {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const at = (id) => ({ x: (places[id].x - centre.x) * scale + width / 2, y: (places[id].y - centre.y) * scale + height / 2 });
  const seen = (id) => {
    const { x, y } = at(id);
    const r = sizes[id] * scale;
    return x > -r && y > -r && x < width + r && y < height + r;
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
  const words = written.flatMap(({ rows, x, y, size, font, align }) => rows.map((row, place) => svgText(row, {
    x: x.toFixed(1), y: (y + size * (0.9 + place * 1.2)).toFixed(1), "font-size": size, "font-weight": font.split(" ")[0], "text-anchor": { center: "middle", left: "start", right: "end" }[align],
  })));
  const label = { "font-family": "system-ui, sans-serif", fill: ink("var(--text)"), stroke: ink("var(--ground)"), "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" };
  return { width, height, content: [svg("g", { fill: "none" }, ...strokes), svg("g", {}, ...discs), svg("g", label, ...words)] };
}
