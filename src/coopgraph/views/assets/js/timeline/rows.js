// The facts that a timeline is of: whose each one is, with whom, and what of them the filters leave.
const timed = new Set(given.timeline.relations);
const mine = new Set(given.timeline.own);
const BODIES = new Set(["education", "company", "government", "association", "unit"]);

/** Ends in the order in which they lead: the institution that the page is about, bodies, the best connected. */
function lead(a, b) {
  const score = (end) => (mine.has(end) ? 2 : 0) + (BODIES.has(things[end].type) ? 1 : 0);
  return score(b) - score(a) || partnersOf[b].size - partnersOf[a].size || a - b;
}

/** The end that a fact stands under, and those that it is with. */
function sides(fact) {
  const [subjects, objects] = [0, 1].map((side) => [...new Set(fact.ends.map((pair) => pair[side]))]);
  const all = [...new Set([...subjects, ...objects])].sort(lead);
  const home = mine.size || fact.relation === "cooperatesWith" ? all[0] : subjects.sort(lead)[0];
  const across = fact.relation === "cooperatesWith" ? all : subjects.includes(home) ? objects : subjects;
  return { home, others: across.filter((end) => end !== home) };
}

const everyRow = facts.flatMap((fact, place) => {
  if (!fact.ends || !timed.has(fact.relation)) return [];
  if (mine.size && !fact.ends.flat().some((end) => mine.has(end))) return [];
  return [{ place, fact, ends: new Set(fact.ends.flat()), ...sides(fact) }];
});
const rowOf = new Map(everyRow.map((row) => [row.place, row]));

const several = (names, none, many) => (names.size === 1 ? [...names][0] : names.size ? many : none);
/** What rows can be grouped by. */
const GROUPINGS = {
  partner: (row) => (mine.size ? several(new Set(row.others.map((end) => things[end].name)), say("noPartner"), say("severalPartners")) : things[row.home].name),
  kind: (row) => sortOf(row.fact),
  country: (row) => several(new Set(row.others.map(countryOf).filter(Boolean)), say("countryUnknown"), say("severalCountries")),
  none: () => "",
};

const latest = (a, b) => (terms[b.place].from ?? -Infinity) - (terms[a.place].from ?? -Infinity);
const alphabet = new Intl.Collator(language);
/** What rows can be ordered by; those without a date come last. */
const ORDERS = {
  start: latest,
  end: (a, b) => runsOut(a) - runsOut(b) || latest(a, b),
  name: (a, b) => alphabet.compare(nameOf(a), nameOf(b)) || latest(a, b),
};

/** The end that lies ahead; what has ended, and what has no known end, comes after. */
function runsOut({ place }) {
  const { standing: how, to, loose, point } = terms[place];
  if (how === "undated") return Infinity;
  return loose || point ? 1e6 - to / 1e4 : how === "ended" ? 1e5 - to : to;
}

/** Whom a fact is with, in words. */
function nameOf(row) {
  const listed = row.others.length ? row.others : [row.home];
  const first = listed.slice(0, 3).map((end) => things[end].name).join(", ");
  return listed.length > 3 ? `${first} ${say("others", { n: listed.length - 3 })}` : first;
}

/** The rows that the filters leave, in order; what the page says is shown follows. */
function siftRows() {
  const left = new Set([...shown.links].filter((number) => timed.has(links[number].relation)).flatMap((number) => links[number].facts));
  const rows = everyRow.filter(({ place }) => left.has(place) && shown.facts.has(place) && state.terms.has(terms[place].standing));
  shown.facts = new Set(rows.map(({ place }) => place));
  shown.links = new Set([...shown.links].filter((number) => links[number].facts.some((place) => shown.facts.has(place))));
  return rows.sort((a, b) => (terms[a.place].standing === "undated") - (terms[b.place].standing === "undated") || ORDERS[state.order](a, b) || a.place - b.place);
}
