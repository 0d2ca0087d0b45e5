// What is shown and what is chosen; whoever draws listens.
const state = {
  types: new Set(given.types.map((type) => type.name)),
  relations: new Set(given.relations.map((relation) => relation.name)),
  around: null, // { thing, hops }: only this neighbourhood is shown
  chosen: null, // { thing } or { link }
};
const listeners = { shown: [], chosen: [] };
const shown = { things: new Set(), links: new Set() };

/** Work out what the filters and the neighbourhood leave: a thing all of whose relations are off goes with them. */
function sift() {
  const allowed = links.filter(
    (link) => state.relations.has(link.relation) && [link.from, link.to].every((end) => state.types.has(things[end].type)),
  );
  const kept = new Set();
  things.forEach((thing, number) => {
    const related = linksOf[number].length === 0 || linksOf[number].some((link) => state.relations.has(link.relation));
    if (state.types.has(thing.type) && related) kept.add(number);
  });
  if (state.around) {
    const near = within(state.around, allowed);
    for (const number of kept) if (!near.has(number)) kept.delete(number);
  }
  shown.things = kept;
  shown.links = new Set(allowed.filter((link) => kept.has(link.from) && kept.has(link.to)).map((link) => link.id));
}

/** The things at most so many links away. */
function within({ thing, hops }, allowed) {
  const next = new Map();
  for (const link of allowed) {
    for (const [end, other] of [[link.from, link.to], [link.to, link.from]]) {
      if (!next.has(end)) next.set(end, []);
      next.get(end).push(other);
    }
  }
  const reached = new Set([thing]);
  let edge = [thing];
  for (let step = 0; step < hops; step += 1) {
    edge = edge.flatMap((end) => next.get(end) ?? []).filter((other) => !reached.has(other) && reached.add(other));
  }
  return reached;
}

function tell(what) {
  for (const listener of listeners[what]) listener();
}

function filter(change) {
  Object.assign(state, change);
  sift();
  tell("shown");
}

/** Choose a thing ({ thing }), a link ({ link }) or nothing (null). */
function choose(chosen) {
  state.chosen = chosen;
  if (chosen?.thing !== undefined && !shown.things.has(chosen.thing)) reveal(chosen.thing);
  tell("chosen");
}

/** Undo what hides a thing, so that a search never leads to nothing. */
function reveal(thing) {
  const change = { around: null };
  change.types = new Set(state.types).add(things[thing].type);
  if (linksOf[thing].length && !linksOf[thing].some((link) => state.relations.has(link.relation))) {
    change.relations = new Set(given.relations.map((relation) => relation.name));
  }
  filter(change);
}
