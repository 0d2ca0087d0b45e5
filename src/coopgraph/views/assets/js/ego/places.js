// Where partners go: in sectors around the middle, clockwise from the top. Those with a name stand on an oval at even
// heights, so that names have a line each; of many partners the others are dots between the middle and the oval.
const SECTORS = 8; // as many as there are colours; the others share one
const BETWEEN = 0.6; // the gap between two sectors, in places

/** Partners in sectors, the largest first, those of which it isn't known and the small ones last. */
function sectorsOf(entries) {
  const sectorOf = ({ thing }) => (state.sectors === "type" ? things[thing].type : countryOf(thing)) || "";
  const found = new Map();
  for (const entry of entries) {
    const key = sectorOf(entry);
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(entry);
  }
  const known = [...found].filter(([key]) => key).sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  const kept = known.slice(0, known.length > SECTORS ? SECTORS - 1 : SECTORS).map(([key, some], place) => ({ key, title: state.sectors === "type" ? word("types", key) : key, hue: place + 1, entries: some }));
  const rest = [...known.slice(kept.length).flatMap(([, some]) => some), ...(found.get("") ?? [])];
  if (rest.length) kept.push({ key: "", title: say(known.length > kept.length ? "otherSectors" : "countryUnknown"), hue: 0, entries: rest });
  for (const sector of kept) sector.entries.sort((a, b) => weigh(b) - weigh(a) || b.ties - a.ties || partnersOf[b.thing].size - partnersOf[a.thing].size || a.thing - b.thing);
  return kept;
}

/** A point of the oval: `turn` goes from 0 at the top clockwise to 1; heights are even in it. */
function onOval(turn, { rx, ry }) {
  const right = turn < 0.5;
  const y = (right ? turn * 4 - 1 : 3 - turn * 4) * ry;
  return { x: (right ? 1 : -1) * rx * Math.sqrt(Math.max(0, 1 - (y / ry) ** 2)), y, right };
}

/** Choose who has a name: of each sector its strongest, as many as its share of all partners, at least one. */
function choosing(sectors, room) {
  const all = sectors.reduce((sum, sector) => sum + sector.entries.length, 0);
  const share = Math.min(1, (room - sectors.length) / Math.max(all - sectors.length, 1));
  return new Set(sectors.flatMap((sector) => sector.entries.slice(0, 1 + Math.floor((sector.entries.length - 1) * share + 1e-9))));
}

/** The places of all partners around (0, 0): { spots, arcs, inner }; a spot has `named` where its name is written. */
function arrange(entries, oval, inner, room) {
  const sectors = sectorsOf(entries);
  const named = choosing(sectors, room);
  const gaps = sectors.length > 1 ? BETWEEN : 0;
  const total = named.size + gaps * sectors.length;
  const angle = (turn) => {
    const { x, y } = onOval(((turn % 1) + 1) % 1, oval);
    return Math.atan2(y, x);
  };
  let place = gaps / 2;
  const spots = [];
  const arcs = [];
  for (const sector of sectors) {
    const titled = sector.entries.filter((entry) => named.has(entry));
    const [from, to] = [place / total, (place + titled.length) / total];
    titled.forEach((entry, step) => spots.push({ entry, sector, named: true, turn: (place + step + 0.5) / total, ...onOval((place + step + 0.5) / total, oval) }));
    const crowded = sector.entries.filter((entry) => !named.has(entry));
    spots.push(...crowd(crowded, from, to, oval, inner).map((spot) => ({ ...spot, sector, named: false })));
    arcs.push({ sector, from: angle(from), to: angle(to), wide: to - from, whole: sectors.length === 1 });
    place += titled.length + gaps;
  }
  return { spots, arcs, sectors };
}

/** Dots for partners without a name, in rows between the middle and the oval, the strongest outermost. */
function crowd(entries, from, to, oval, inner) {
  if (!entries.length) return [];
  const rim = inner + 14;
  for (let pitch = 20; ; pitch *= 0.92) {
    const spots = [];
    for (let share = 0.86; spots.length < entries.length; share -= pitch / Math.min(oval.rx, oval.ry)) {
      const ray = (turn) => {
        const { x, y } = onOval(turn, oval);
        const far = Math.hypot(x, y);
        return { x, y, far };
      };
      const ends = Array.from({ length: 13 }, (_, step) => ray(from + ((to - from) * (step + 0.5)) / 13));
      if (ends.every(({ far }) => far * share < rim) || share <= 0) break;
      const length = ends.slice(1).reduce((sum, { x, y }, step) => sum + Math.hypot(x - ends[step].x, y - ends[step].y), 0) * share;
      const count = Math.max(1, Math.floor(length / pitch));
      for (let step = 0; step < count && spots.length < entries.length; step += 1) {
        const { x, y, far } = ray(from + ((to - from) * (step + 0.5)) / count);
        if (far * share >= rim) spots.push({ entry: entries[spots.length], x: x * share, y: y * share, size: Math.min(4, pitch * 0.38) });
      }
    }
    if (spots.length === entries.length || pitch < 1) return spots;
  }
}
