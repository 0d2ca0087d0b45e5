// Who is tied to the institution, by what: facts with it or its units, and projects and events that it shares.
const own = new Set(given.ego.own);
const centre = given.focus;
const agreed = new Set(given.ego.agreements);
const DIRECT = new Set(["cooperatesWith", "memberOf", "funds"]);
const JOINING = new Set(["participatesIn", "organizes", "funds"]);
const isHub = (thing) => ["project", "event"].includes(things[thing].type);

/** The organisation that a unit is a part of; anything else stands for itself. */
const homes = new Map(links.filter((link) => link.relation === "partOf" && things[link.from].type === "unit").map((link) => [link.from, link.to]));
function homeOf(thing) {
  const seen = new Set();
  let home = thing;
  while (homes.has(home) && !seen.has(home)) {
    seen.add(home);
    home = homes.get(home);
  }
  return own.has(home) ? centre : home;
}

const others = (link, ends) => (ends.has(link.from) ? link.to : link.from);
const passing = (link) => link.facts.filter((place) => shown.facts.has(place));

/** The ties of the facts shown: { partners, hubs }, partners by their numbers, each with its facts and shared hubs. */
function tied() {
  const left = [...shown.links].map((number) => links[number]);
  const partners = new Map();
  const partner = (thing) => {
    if (!partners.has(thing)) partners.set(thing, { thing, facts: new Set(), hubs: new Map() });
    return partners.get(thing);
  };
  const hubs = new Map();
  for (const link of left) {
    if (own.has(link.from) === own.has(link.to)) continue;
    const other = others(link, own);
    if (JOINING.has(link.relation) && isHub(other)) hubs.set(other, [...(hubs.get(other) ?? []), ...passing(link)]);
    else if (DIRECT.has(link.relation) && PARTIES.has(things[other].type) && homeOf(other) !== centre) for (const place of passing(link)) partner(homeOf(other)).facts.add(place);
  }
  for (const link of left) {
    const hub = isHub(link.to) ? link.to : isHub(link.from) ? link.from : null;
    if (hub === null || !hubs.has(hub) || !JOINING.has(link.relation)) continue;
    const other = link.to === hub ? link.from : link.to;
    const home = homeOf(other);
    if (!PARTIES.has(things[other].type) || home === centre) continue;
    const { hubs: shared } = partner(home);
    shared.set(hub, [...(shared.get(hub) ?? []), ...passing(link)]);
  }
  for (const [thing, entry] of partners) {
    if (!shown.things.has(thing)) partners.delete(thing);
    entry.agreements = [...entry.facts].filter((place) => agreed.has(facts[place].kind)).length;
    entry.ties = entry.facts.size + entry.hubs.size;
    const begun = [...entry.facts, ...[...entry.hubs].flatMap(([hub, joined]) => [...hubs.get(hub), ...joined])].map((place) => facts[place].date?.slice(0, 4)).filter((year) => /^\d{4}$/.test(year ?? ""));
    entry.since = begun.sort()[0] ?? null;
  }
  return { partners, hubs };
}

/** The facts that the institution's ties rest on: those with partners, and its part in projects and events. */
function tieFacts({ partners, hubs }) {
  return [...new Set([...[...partners.values()].flatMap((entry) => [...entry.facts]), ...[...hubs.values()].flat()])];
}

/** Pairs of partners that have facts with each other. */
function crossings(partners) {
  const found = new Map();
  for (const number of shown.links) {
    const link = links[number];
    if (!DIRECT.has(link.relation)) continue;
    const [one, other] = [homeOf(link.from), homeOf(link.to)].sort((a, b) => a - b);
    if (one === other || !partners.has(one) || !partners.has(other)) continue;
    const key = `${one} ${other}`;
    found.set(key, { one, other, links: [...(found.get(key)?.links ?? []), number] });
  }
  return [...found.values()];
}

const weigh = (entry) => (state.weigh === "agreements" ? entry.agreements : entry.ties);
