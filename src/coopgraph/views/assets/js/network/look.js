// How things and links look: colour by type, group or country; size by a measure; width by facts.
const HUES = 8; // beyond so many groups or countries all are grey

/** Colours by rank: the largest groups or most frequent countries first. */
const ranks = {
  group: new Map(tops.filter((number) => groups[number].kind === "community").slice(0, HUES).map((number, place) => [number, place + 1])),
  country: new Map(countries.slice(0, HUES).map(([name], place) => [name, place + 1])),
};

/** The rank of a thing's group or country; 0 where it has no colour of its own. */
function hueOf(number) {
  const key = state.colour === "group" ? outermost[homes[number]] : countryOf(number);
  return ranks[state.colour].get(key) ?? 0;
}

const hueName = (rank) => `var(--hue-${rank})`;
/** The CSS colour of a thing, as the page is coloured now. */
function tintName(number) {
  return state.colour === "type" ? colour("type", things[number].type) : hueName(hueOf(number));
}

/** The value of a thing by the measure that sizes follow. */
const MEASURES = {
  partners: (number) => shown.partners[number],
  facts: (number) => factsOf[number].filter((place) => shown.facts.has(place)).length,
  documents: (number) => things[number].documents ?? 0,
  bridging: (number) => bridging().get(number) ?? 0,
};

const bridges = { of: null, found: new Map() };
const SOURCES = 300; // in large networks, paths from so many things stand for all

/** The share of shortest paths that lead through each thing shown (betweenness; Brandes 2001). */
function bridging() {
  if (bridges.of === shown.links) return bridges.found;
  const pairs = new Map([...shown.links].map((number) => [`${Math.min(links[number].from, links[number].to)} ${Math.max(links[number].from, links[number].to)}`, links[number]]));
  const next = neighbours([...pairs.values()]); // each pair once, however many relations it has
  const found = new Map();
  const ends = [...next.keys()].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(ends.length / SOURCES));
  for (let place = 0; place < ends.length; place += every) {
    const order = [ends[place]];
    const far = new Map([[ends[place], 0]]);
    const paths = new Map([[ends[place], 1]]);
    const before = new Map();
    for (const end of order) {
      for (const [other] of next.get(end)) {
        if (!far.has(other)) {
          far.set(other, far.get(end) + 1);
          order.push(other);
        }
        if (far.get(other) !== far.get(end) + 1) continue;
        paths.set(other, (paths.get(other) ?? 0) + paths.get(end));
        if (!before.has(other)) before.set(other, []);
        before.get(other).push(end);
      }
    }
    const through = new Map();
    for (const end of order.reverse()) {
      const own = through.get(end) ?? 0;
      for (const earlier of before.get(end) ?? []) {
        through.set(earlier, (through.get(earlier) ?? 0) + (paths.get(earlier) / paths.get(end)) * (1 + own));
      }
      if (far.get(end) > 0) found.set(end, (found.get(end) ?? 0) + own);
    }
  }
  Object.assign(bridges, { of: shown.links, found });
  return found;
}

const grown = (partners) => Math.min(8.5 + 3.8 * Math.sqrt(Math.max(partners, 1)), 44);

/** Give every thing its size. */
function resize() {
  let most = 0;
  const values = new Map();
  for (const number of shown.things) {
    const value = MEASURES[state.size](number);
    values.set(number, value);
    most = Math.max(most, value);
  }
  for (const [number, value] of values) {
    const own = given.network.nodes[number].size;
    // As drawing.py sizes things, by the partners that the filters leave.
    const share = grown(value) / grown(partnersOf[number].size);
    sizes[number] = state.size === "partners" ? own * share : 7 + 25 * Math.sqrt(value / Math.max(most, 1e-9));
  }
}
