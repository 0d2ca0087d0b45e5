// What is drawn: things, or groups in their stead where there are too many, and the links between them.
const first = things.length; // the id of the first group
const tall = byId("network").clientHeight > byId("network").clientWidth * 1.1;
// The layout is made for a wide screen; a tall one shows it turned.
const turned = ({ x, y }) => (tall ? { x: -y, y: x } : { x, y });
const set = [...given.network.nodes, ...groups].map(turned);
const places = set.map((place) => ({ ...place }));
/** The radius at which a closed group is drawn: by how many it holds, with room for links left of its disc. */
const bubble = ({ radius, size }) => Math.min(radius * 0.8, Math.max(55 * Math.sqrt(size), radius * 0.45));
const sizes = [...given.network.nodes.map((node) => node.size), ...groups.map(bubble)];
const scene = { grouped: false, arranged: false, nodes: new Set(), links: new Set(), bundles: new Map(), counts: new Map() };

/** The outermost closed group around a thing, or the thing itself. */
function standIn(thing) {
  let found = thing;
  for (let group = homes[thing]; group !== null; group = groups[group].parent) if (!state.open.has(group)) found = first + group;
  return found;
}

/** Bring the scene in line with what is shown. */
function compose() {
  scene.grouped = large && !state.all && shown.things.size > given.most;
  const arranged = large && !state.all && !scene.grouped;
  scene.bundles = new Map();
  scene.counts = new Map();
  if (!scene.grouped) {
    scene.nodes = shown.things;
    scene.links = shown.links;
  } else {
    const standing = new Map();
    for (const thing of shown.things) {
      const item = standIn(thing);
      standing.set(thing, item);
      scene.counts.set(item, (scene.counts.get(item) ?? 0) + 1);
    }
    scene.nodes = new Set(scene.counts.keys());
    scene.links = new Set();
    for (const number of shown.links) {
      const link = links[number];
      const [a, b] = [standing.get(link.from), standing.get(link.to)].sort((one, other) => one - other);
      if (b < first) scene.links.add(number);
      else if (a !== b) {
        const key = `${a}-${b}`;
        if (!scene.bundles.has(key)) scene.bundles.set(key, { key, from: a, to: b, links: [] });
        scene.bundles.get(key).links.push(number);
      }
    }
  }
  if (arranged || scene.arranged) set.forEach((place, number) => Object.assign(places[number], place));
  if (arranged) settle([...shown.things], [...shown.links].map((number) => links[number]));
  scene.arranged = arranged;
}

/** Lay out the few things that filters leave of many: links pull, things push; the connected parts stand in rows. */
function settle(numbers, between) {
  const next = neighbours(between);
  const seen = new Set();
  const parts = [];
  for (const start of numbers) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const end of part) for (const [other] of next.get(end) ?? []) if (!seen.has(other) && seen.add(other)) part.push(other);
    parts.push(part);
  }
  parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
  const boxes = parts.map((part) => spring(part.sort((a, b) => a - b), between));
  const wide = Math.max(boxes[0]?.width ?? 0, Math.sqrt(boxes.reduce((sum, { width, height }) => sum + width * height, 0)) * 1.5);
  let [x, y, high] = [0, 0, 0];
  boxes.forEach(({ width, height, spots }, place) => {
    if (x && x + width > wide) [x, y, high] = [0, y + high, 0];
    parts[place].forEach((number, spot) => Object.assign(places[number], turned({ x: x + spots[spot].x, y: y + spots[spot].y })));
    x += width;
    high = Math.max(high, height);
  });
}

/** The places of one connected part (Fruchterman and Reingold), beginning where the whole network has them. */
function spring(part, between) {
  const LENGTH = 95;
  const count = part.length;
  const index = new Map(part.map((number, place) => [number, place]));
  const pulls = between.filter((link) => index.has(link.from) && link.from !== link.to).map((link) => [index.get(link.from), index.get(link.to)]);
  const mean = (axis) => part.reduce((sum, number) => sum + given.network.nodes[number][axis], 0) / count;
  const [middleX, middleY] = [mean("x"), mean("y")];
  const far = Math.max(1, ...part.map((number) => Math.hypot(given.network.nodes[number].x - middleX, given.network.nodes[number].y - middleY)));
  const spread = (LENGTH * Math.sqrt(count)) / far;
  const spots = part.map((number, place) => ({
    x: (given.network.nodes[number].x - middleX) * spread + Math.cos(place * 2.4) * 9,
    y: (given.network.nodes[number].y - middleY) * spread + Math.sin(place * 2.4) * 9,
  }));
  const ROUNDS = 160;
  for (let round = 0; round < ROUNDS && count > 1; round += 1) {
    const moves = spots.map(() => ({ x: 0, y: 0 }));
    const push = (a, b, force) => {
      const [dx, dy] = [spots[a].x - spots[b].x, spots[a].y - spots[b].y];
      const near = Math.max(Math.hypot(dx, dy), 1);
      const by = force(near) / near;
      moves[a].x += dx * by;
      moves[a].y += dy * by;
      moves[b].x -= dx * by;
      moves[b].y -= dy * by;
    };
    for (let a = 0; a < count; a += 1) for (let b = 0; b < a; b += 1) push(a, b, (near) => (LENGTH * LENGTH) / near);
    for (const [a, b] of pulls) push(a, b, (near) => (-near * near) / LENGTH);
    const limit = LENGTH * (1 - round / ROUNDS) + 1;
    spots.forEach((spot, place) => {
      const length = Math.hypot(moves[place].x, moves[place].y) || 1;
      spot.x += (moves[place].x / length) * Math.min(length, limit);
      spot.y += (moves[place].y / length) * Math.min(length, limit);
    });
  }
  const [left, top] = [Math.min(...spots.map((spot) => spot.x)), Math.min(...spots.map((spot) => spot.y))];
  const [right, bottom] = [Math.max(...spots.map((spot) => spot.x)), Math.max(...spots.map((spot) => spot.y))];
  const MARGIN = 130;
  return {
    width: right - left + MARGIN,
    height: bottom - top + MARGIN * 0.8,
    spots: spots.map(({ x, y }) => ({ x: x - left + MARGIN / 2, y: y - top + MARGIN / 2 })),
  };
}

/** The name of a group: its best connected thing among those shown, and how many others. */
function groupName(group) {
  const { heads, kind, size } = groups[group];
  const count = scene.counts.get(first + group) ?? size;
  if (kind !== "community") return `${say(kind === "small" ? "groupSmall" : "groupAlone")} (${figures.format(count)})`;
  const head = heads.find((number) => shown.things.has(number)) ?? heads[0];
  return say("groupNamed", { name: things[head].name, n: Math.max(count - 1, 0) });
}
