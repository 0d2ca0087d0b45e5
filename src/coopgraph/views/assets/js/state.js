// What is shown and what is chosen; whoever draws listens.
const names = (entries) => new Set(entries.map((entry) => entry.name));
const fresh = () => ({
  types: names(given.types),
  relations: names(given.relations),
  country: "", // only facts with an end in it
  kind: "", // only facts of this kind
  least: 0, // only facts at least so sure, in percent
  years: null, // [first, last]: only facts of these years
  around: null, // { thing, hops }: only this neighbourhood is shown
  path: null, // { from, to }; `to` is null while it is being chosen
  ...ownState(),
});
const state = { ...fresh(), chosen: null }; // chosen: one of CHOICES and which
const listeners = { shown: [], chosen: [], looks: [] };
const shown = { things: new Set(), links: new Set(), facts: new Set(), way: null, partners: new Uint32Array(things.length), ranking: [] };

function factPasses(place) {
  const fact = facts[place];
  if (state.kind && fact.kind !== state.kind) return false;
  if (state.least && sureness[place] * 100 < state.least) return false;
  const span = spans[place];
  return !state.years || Boolean(span && span[0] <= state.years[1] && span[1] >= state.years[0]);
}

/** Whether anything is left out by choice. */
function isNarrowed() {
  const { country, kind, least, years, around, path } = state;
  return Boolean(country || kind || least || years || around || path) || state.types.size < given.types.length || state.relations.size < given.relations.length;
}

/** Work out what the filters and the neighbourhood leave: a thing all of whose relations are off goes with them. */
function sift() {
  const { country } = state;
  const narrowed = Boolean(state.kind || state.least || state.years || country);
  shown.facts = new Set([...facts.keys()].filter(factPasses));
  const told = (link) => state.relations.has(link.relation) && link.facts.some((place) => shown.facts.has(place));
  const here = (link) => !country || countryOf(link.from) === country || countryOf(link.to) === country;
  const typed = (link) => state.types.has(things[link.from].type) && state.types.has(things[link.to].type);
  const related = links.filter((link) => told(link) && here(link));
  const allowed = related.filter(typed);
  const kept = new Set();
  for (const link of related) for (const end of [link.from, link.to]) if (state.types.has(things[end].type)) kept.add(end);
  things.forEach((thing, number) => {
    const alone = !linksOf[number].length && (!narrowed || (country && countryOf(number) === country));
    if (alone && state.types.has(thing.type)) kept.add(number);
  });
  shown.way = state.path && state.path.to !== null ? shortest(state.path, allowed) : null;
  const near = state.around ? within(state.around, allowed) : shown.way && large ? shown.way.things : null;
  if (near) for (const number of kept) if (!near.has(number)) kept.delete(number);
  shown.things = kept;
  const left = allowed.filter((link) => kept.has(link.from) && kept.has(link.to));
  shown.links = new Set(left.map((link) => link.id));
  rank(left);
}

/** Count each thing's partners along the links shown, and order things by them, then by documents. */
function rank(left) {
  partnersAlong(left, (place) => shown.facts.has(place)).forEach(({ size }, number) => { shown.partners[number] = size; });
  const documented = (number) => things[number].documents ?? 0;
  shown.ranking = [...shown.things].sort((a, b) => shown.partners[b] - shown.partners[a] || documented(b) - documented(a) || a - b);
}

/** The links at each thing, and the thing at their other end. */
function neighbours(allowed) {
  const next = new Map();
  for (const link of allowed) {
    for (const [end, other] of [[link.from, link.to], [link.to, link.from]]) {
      if (!next.has(end)) next.set(end, []);
      next.get(end).push([other, link.id]);
    }
  }
  return next;
}

/** The things at most so many links away. */
function within({ thing, hops }, allowed) {
  const next = neighbours(allowed);
  const reached = new Set([thing]);
  let edge = [thing];
  for (let step = 0; step < hops; step += 1) {
    edge = edge.flatMap((end) => next.get(end) ?? []).map(([other]) => other).filter((other) => !reached.has(other) && reached.add(other));
  }
  return reached;
}

/** A shortest path along the links: its things in order, its links; null where there is none. */
function shortest({ from, to }, allowed) {
  const next = neighbours(allowed);
  const came = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !came.has(to)) {
    const further = [];
    for (const end of edge) {
      for (const [other, link] of next.get(end) ?? []) {
        if (came.has(other)) continue;
        came.set(other, [end, link]);
        further.push(other);
      }
    }
    edge = further;
  }
  if (!came.has(to)) return null;
  const way = { things: new Set([to]), links: new Set() };
  for (let step = came.get(to); step; step = came.get(step[0])) {
    way.things.add(step[0]);
    way.links.add(step[1]);
  }
  return { things: new Set([...way.things].reverse()), links: new Set([...way.links].reverse()) };
}

function tell(what) {
  for (const listener of listeners[what]) listener();
}

function filter(change) {
  Object.assign(state, change);
  sift();
  tell("shown");
}

/** Choose one of what can be chosen, a thing ({ thing }), a link ({ link }), or nothing (null). */
function choose(chosen) {
  if (chosen?.thing !== undefined && state.path && state.path.to === null && chosen.thing !== state.path.from) {
    state.chosen = null;
    filter({ path: { from: state.path.from, to: chosen.thing } });
    return tell("chosen");
  }
  state.chosen = chosen;
  if (chosen?.thing !== undefined) reveal(chosen.thing);
  tell("chosen");
}

/** Undo what hides a thing, so that a search never leads to nothing. */
function reveal(thing) {
  if (!shown.things.has(thing)) {
    const kept = Object.fromEntries(Object.keys(ownState()).map((name) => [name, state[name]]));
    const types = new Set(state.types).add(things[thing].type);
    filter({ around: null, path: null, types });
    if (!shown.things.has(thing)) filter({ ...fresh(), types, ...kept });
  }
  uncover(thing);
}
