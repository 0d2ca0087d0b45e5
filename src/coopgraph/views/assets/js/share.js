// The state of the page as the fragment of its address, and back: a link reopens the same view.
const SHARED = { // name in the address: [what it says, what it sets]
  types: [() => without(given.types, state.types), (text) => ({ types: rest(given.types, text) })],
  relations: [() => without(given.relations, state.relations), (text) => ({ relations: rest(given.relations, text) })],
  country: [() => state.country, (text) => ({ country: countries.some(([name]) => name === text) ? text : "" })],
  kind: [() => state.kind, (text) => ({ kind: kinds.some(([name]) => name === text) ? text : "" })],
  confidence: [() => state.least || "", (text) => ({ least: Math.min(Math.max(Number(text) || 0, 0), 100) })],
  years: [() => state.years?.join("-") ?? "", (text) => ({ years: period(text) })],
  around: [() => (state.around ? `${keyOf(state.around.thing)}~${state.around.hops}` : ""), (text) => {
    const [key, hops] = text.split("~");
    const thing = thingOf.get(key);
    return { around: thing === undefined ? null : { thing, hops: Math.min(Math.max(Number(hops) || 1, 1), 9) } };
  }],
  path: [() => (state.path ? [state.path.from, state.path.to].filter((end) => end !== null).map(keyOf).join("~") : ""), (text) => {
    const [from, to = null] = text.split("~").map((key) => thingOf.get(key) ?? null);
    return { path: from === null ? null : { from, to } };
  }],
  language: [() => (language === given.language ? "" : language), () => ({})],
  theme: [() => document.documentElement.dataset.theme ?? "", (text) => lit(text)],
  ...ownShared(),
};

/** The part of an IRI that tells it from the others. */
function keyOf(number) {
  return things[number].iri.split("/id/").slice(1).join("/id/") || things[number].iri;
}
const thingOf = new Map(things.map((_, number) => [keyOf(number), number]));


/** Show the page light or dark as asked, whatever the system says. */
function lit(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  return {};
}

/** What can be chosen: its name in the address, what it says there, what that means (undefined: nothing), and its panel. */
const CHOICES = {
  thing: { as: "focus", tell: keyOf, read: (text) => thingOf.get(text), show: showThing },
  link: { as: "link", tell: String, read: (text) => links[text]?.id, show: showLink },
  ...ownChoices(),
};

function without(entries, kept) {
  return entries.map(({ name }) => name).filter((name) => !kept.has(name)).map((name) => `-${name}`).join(".");
}

function rest(entries, text) {
  const left = new Set(text.split(".").map((name) => name.slice(1)));
  return new Set(entries.map(({ name }) => name).filter((name) => !left.has(name)));
}

function period(text) {
  const [low, high] = text.split("-").map(Number);
  return era && low <= high ? [Math.max(low, era[0]), Math.min(high, era[1])] : null;
}

/** What the address asks for by name; what can't be read is left out. */
function addressParts() {
  const found = new Map();
  for (const part of location.hash.slice(1).split("&")) {
    const [name, value = ""] = part.split("=");
    try {
      found.set(name, decodeURIComponent(value));
    } catch {
      // not an address of ours: without this part
    }
  }
  return found;
}

/** The state that the address tells; what it doesn't know is left out. */
function addressed() {
  const wanted = addressParts();
  const change = fresh();
  for (const [name, [, set]] of Object.entries(SHARED)) if (wanted.has(name)) Object.assign(change, set(wanted.get(name)));
  return change;
}
