// What the filters leave of each country, and of each two.
const HUBS = new Set(["project", "association", "event"]);
const SHARING = new Set(["participatesIn", "memberOf", "organizes"]);
const ties = { lands: new Map(), pairs: new Map() };
const keyOfPair = (one, other) => [one, other].sort().join("-");

const newLand = (code) => ({ code, bodies: new Set(), facts: new Set(), partners: new Set(), count: 0 });
const newPair = (key) => ({ key, ends: key.split("-"), facts: new Set(), hubs: new Map(), count: 0 });

function obtain(table, key, fresh) {
  if (!table.has(key)) table.set(key, fresh(key));
  return table.get(key);
}

/** Two countries are tied by facts between things in them, and by each project, association or event without a country that things in both have a part in. */
function tieUp() {
  ties.lands = new Map();
  ties.pairs = new Map();
  const shares = new Map();
  for (const number of shown.things) if (codeOf[number] && isBody(number)) obtain(ties.lands, codeOf[number], newLand).bodies.add(number);
  for (const number of shown.links) {
    const link = links[number];
    const passing = link.facts.filter((place) => shown.facts.has(place));
    const [a, b] = [codeOf[link.from], codeOf[link.to]];
    for (const code of new Set([a, b])) if (code) for (const place of passing) obtain(ties.lands, code, newLand).facts.add(place);
    if (a && b && a !== b) for (const place of passing) obtain(ties.pairs, keyOfPair(a, b), newPair).facts.add(place);
    if (a && !b && HUBS.has(things[link.to].type) && SHARING.has(link.relation)) {
      const parts = obtain(shares, link.to, () => new Map());
      for (const place of passing) obtain(parts, a, () => new Set()).add(place);
    }
  }
  for (const [hub, parts] of shares) {
    const present = [...parts.keys()].sort();
    present.forEach((one, place) => {
      for (const other of present.slice(place + 1)) obtain(ties.pairs, keyOfPair(one, other), newPair).hubs.set(hub, new Set([...parts.get(one), ...parts.get(other)]));
    });
  }
  for (const pair of ties.pairs.values()) {
    pair.count = pair.facts.size + pair.hubs.size;
    const [one, other] = pair.ends;
    obtain(ties.lands, one, newLand).partners.add(other);
    obtain(ties.lands, other, newLand).partners.add(one);
  }
  for (const land of ties.lands.values()) land.count = SHADES[state.shade](land);
}

/** What the colours can tell of a country. */
const SHADES = {
  organizations: (land) => land.bodies.size,
  facts: (land) => land.facts.size,
  countries: (land) => land.partners.size,
};

/** Countries and ties, the largest first. */
const largest = (table) => [...table.values()].sort((a, b) => b.count - a.count || (a.code ?? a.key).localeCompare(b.code ?? b.key));

const STEPS = 5;
/** The least counts of the five colours: whole numbers, each about the same factor above the one before. */
function steps() {
  const most = Math.max(1, ...[...ties.lands.values()].map((land) => land.count));
  const bounds = [1];
  for (let step = 1; step < STEPS; step += 1) bounds.push(Math.max(bounds.at(-1) + 1, Math.round(most ** (step / STEPS))));
  return bounds.filter((bound) => bound <= most);
}
