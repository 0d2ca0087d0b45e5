// What the page was given, indexed for the questions that people ask. Nothing here is ever read as markup.
const given = JSON.parse(document.getElementById("data").textContent);
const { things, facts, documents, links } = given;

/** The language that the address asks for, or else the one that the page was written in. */
const asked = /[#&]language=(\w+)/.exec(location.hash)?.[1] ?? "";
const language = Object.hasOwn(given.texts, asked) ? asked : given.language;
const texts = given.texts[language];

const typeOf = new Map(given.types.map((type) => [type.name, type]));

const linksOf = things.map(() => []);
for (const link of links) for (const end of new Set([link.from, link.to])) linksOf[end].push(link);

const PARTIES = new Set(["education", "company", "government", "association", "unit", "country", "place"]);

/** Each thing's partners along links, as partners.py counts them: who cooperates with it, or shares a project or membership. */
function partnersAlong(some, told = () => true) {
  const found = things.map(() => new Set());
  const shared = new Map();
  const isParty = (end) => PARTIES.has(things[end].type);
  for (const { from, to, relation, facts: places } of some) {
    if (!places.some((place) => told(place) && !["intended", "ended"].includes(facts[place].status))) continue;
    if (relation === "cooperatesWith" && from !== to && isParty(from) && isParty(to)) {
      found[from].add(to);
      found[to].add(from);
    } else if (["participatesIn", "memberOf"].includes(relation) && isParty(from)) {
      const key = `${relation} ${to}`;
      if (!shared.has(key)) shared.set(key, new Set());
      shared.get(key).add(from);
    }
  }
  for (const members of shared.values()) for (const one of members) for (const other of members) if (one !== other) found[one].add(other);
  return found;
}
const partnersOf = partnersAlong(links);

const factsOf = things.map(() => []);
facts.forEach((fact, number) => {
  const ends = fact.ends ? fact.ends.flat() : [fact.about];
  for (const end of new Set(ends)) factsOf[end].push(number);
});

/** What the filters ask of a fact: how sure it is at best, and the years that it lies in, null where nobody tells. */
const sureness = facts.map((fact) => Math.max(0, ...fact.evidence.map(([, , confidence]) => confidence ?? 1)));
const spans = facts.map((fact) => {
  const year = (date) => (/^\d{4}/.test(date ?? "") ? Number(date.slice(0, 4)) : null);
  const own = year(fact.date);
  const reported = own ?? fact.evidence.map(([place]) => year(documents[place].date)).filter(Boolean).sort((a, b) => a - b)[0] ?? null;
  const last = own === null ? null : year(fact.end);
  return reported === null ? null : [reported, Math.max(reported, last ?? reported)];
});

const large = things.length > (given.most ?? Infinity); // then groups come first
const countryOf = (number) => (things[number].type === "country" ? things[number].name : things[number].country);

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Values with their counts, the most frequent first; empty ones are left out. */
const frequent = (values) => [...tally(values.filter(Boolean))].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
const countries = frequent(things.map((_, number) => countryOf(number)));
const kinds = frequent(facts.map((fact) => fact.kind));
const era = spans.reduce((all, span) => (span ? [Math.min(span[0], all?.[0] ?? span[0]), Math.max(span[1], all?.[1] ?? span[1])] : all), null);

/** The text without accents and case, for comparing. */
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đøłßæœı]/g, (letter) => ({ đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i" })[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const plurals = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(language);

/** A text of the page's dictionary, its places filled. A number `n` chooses among plural forms. */
function say(key, values = {}) {
  let text = texts[key];
  if (typeof text === "object") text = text[plurals.select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? figures.format(value) : String(value);
  });
}

/** A word of a family of texts ("types", "relations", …); what the dictionary doesn't know stays as it is. */
function word(family, key) {
  return Object.hasOwn(texts[family], key) ? texts[family][key] : key;
}
