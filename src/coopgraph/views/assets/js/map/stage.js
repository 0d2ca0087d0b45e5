// The picture: outlines and arcs in the unit of the map, dots and names in pixels.
const stage = byId("map");
const world = svg("g", { class: "world" });
const arcs = svg("g", { class: "arcs" });
const marks = svg("g", { class: "marks" });
const names_ = svg("g", { class: "names", "aria-hidden": "true" });
const image = svg("svg", { class: "map" }, world, marks, names_);
const outlines = new Map();
const MOST_ARCS = 80; // so many are drawn while no country is chosen

world.append(svg("path", { class: "land", d: map.rest, transform: `scale(${UNIT})` }));
for (const [code, path] of Object.entries(map.outlines)) {
  outlines.set(code, svg("path", { class: "land", d: path, transform: `scale(${UNIT})` }));
  if (spots.has(code)) outlines.get(code).dataset.code = code;
  world.append(outlines.get(code));
}
world.append(arcs);
stage.append(image);

/** The arc between two places, bent to the north. */
function bow([ax, ay], [bx, by]) {
  const far = Math.hypot(bx - ax, by - ay);
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const lift = far * 0.22 + 2;
  const side = bx >= ax ? 1 : -1;
  return `M${ax} ${ay}Q${(mx + ((by - ay) / (far || 1)) * lift * side).toFixed(1)} ${(my - ((bx - ax) / (far || 1)) * lift * side).toFixed(1)} ${bx} ${by}`;
}

const mostTied = () => Math.max(1, ...[...ties.pairs.values()].map(({ count }) => count));
/** The width of an arc in pixels: by its share of the largest, and thin all where that is small. */
const widthOf = (count, most) => 0.8 + Math.min(1 + Math.log2(most), 5) * Math.sqrt(count / most);

/** The countries and ties that stand out; null when all are equal. */
function emphasis() {
  const { chosen } = state;
  if (chosen?.pair) return { lands: new Set(chosen.pair.split("-")), pairs: new Set([chosen.pair]) };
  const way = !chosen && shown.way ? new Set([...shown.way.things].map((number) => codeOf[number]).filter(Boolean)) : null;
  if (way) return { lands: way, pairs: new Set([...ties.pairs.values()].filter(({ ends }) => ends.every((end) => way.has(end))).map(({ key }) => key)) };
  const code = chosen?.country ?? codeOf[chosen?.thing] ?? codeOf[links[chosen?.link]?.from];
  if (!code) return null;
  const own = [...ties.pairs.values()].filter(({ ends }) => ends.includes(code));
  return { lands: new Set([code, ...own.flatMap(({ ends }) => ends)]), pairs: new Set(own.map(({ key }) => key)), code };
}

const words = (land) => [say("organizations", { n: land.bodies.size }), say("partnerCountries", { n: land.partners.size }), say("facts", { n: land.facts.size })].join(", ");

/** Bring the picture in line with the state. */
function paint() {
  const strong = emphasis();
  const bounds = steps();
  const most = mostTied();
  for (const [code, outline] of outlines) {
    const land = ties.lands.get(code);
    outline.setAttribute("class", ["land", land ? `shade-${bounds.filter((bound) => bound <= land.count).length}` : "",
      strong && land && !strong.lands.has(code) ? "faint" : "", strong?.code === code ? "chosen" : ""].filter(Boolean).join(" "));
  }
  for (const code of strong?.lands ?? []) if (outlines.has(code)) world.insertBefore(outlines.get(code), arcs);
  const drawn = largest(ties.pairs).filter((pair, place) => (strong ? strong.pairs.has(pair.key) || place < MOST_ARCS : place < MOST_ARCS));
  arcs.replaceChildren(...drawn.reverse().flatMap((pair) => {
    const d = bow(...pair.ends.map((end) => spots.get(end)));
    const look = strong ? (strong.pairs.has(pair.key) ? "arc strong" : "arc faint") : "arc";
    const line = svg("path", { class: look, d, "stroke-width": widthOf(pair.count, most).toFixed(1), "stroke-opacity": (0.3 + 0.4 * (pair.count / most)).toFixed(2) });
    if (strong && !strong.pairs.has(pair.key)) return [line];
    const reach = svg("path", { class: "reach", d });
    reach.dataset.pair = pair.key;
    return [line, reach];
  }));
  mark(strong, bounds);
  place();
}

let roving = null; // the country that Tab leads to
/** A mark for every country: a dot where its outline is too small to see, and what the keyboard reaches. */
function mark(strong, bounds) {
  const order = largest(ties.lands);
  if (!ties.lands.has(roving)) roving = order[0]?.code ?? null;
  const focused = document.activeElement?.closest?.(".mark")?.dataset.code;
  marks.replaceChildren(...order.map((land) => {
    const { code } = land;
    const shade = `dot shade-${bounds.filter((bound) => bound <= land.count).length}`;
    const group = svg("g", { class: strong && !strong.lands.has(code) ? "mark faint" : "mark", role: "button", tabindex: code === roving ? 0 : -1, "aria-label": `${countryName(code)}: ${words(land)}` },
      svg("circle", { class: "ring", r: 11 }), svg("circle", { class: shade, r: 6 }));
    group.dataset.code = code;
    return group;
  }));
  if (focused) marks.querySelector(`[data-code="${focused}"]`)?.focus({ preventScroll: true });
}

listeners.chosen.push(paint);
listeners.looks.push(() => { tieUp(); paint(); });
