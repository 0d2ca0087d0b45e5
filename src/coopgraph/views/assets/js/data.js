// What the page was given, indexed for the questions that people ask. Nothing here is ever read as markup.
const given = JSON.parse(document.getElementById("data").textContent);
const { things, facts, documents, texts } = given;
const links = given.network.edges;
const typeOf = new Map(given.types.map((type) => [type.name, type]));

const linksOf = things.map(() => []);
const partnersOf = things.map(() => new Set());
for (const link of links) {
  for (const [end, other] of [[link.from, link.to], [link.to, link.from]]) {
    if (end === link.from || link.from !== link.to) linksOf[end].push(link);
    if (end !== other) partnersOf[end].add(other);
  }
}

const factsOf = things.map(() => []);
facts.forEach((fact, number) => {
  const ends = fact.ends ? fact.ends.flat() : [fact.about];
  for (const end of new Set(ends)) factsOf[end].push(number);
});

/** Things in the order in which they matter: by partners, then by documents. */
const ranking = things
  .map((_, number) => number)
  .sort((a, b) => partnersOf[b].size - partnersOf[a].size || (things[b].documents ?? 0) - (things[a].documents ?? 0) || a - b);

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

const plurals = new Intl.PluralRules(given.language);
const figures = new Intl.NumberFormat(given.language);

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
