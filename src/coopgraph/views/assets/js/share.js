// The state of the page as the fragment of its address, and back: a link reopens the same view.
const SHARED = { // name in the address: [what it says, what it sets]
  types: [() => without(given.types, state.types), (text) => ({ types: rest(given.types, text) })],
  relations: [() => without(given.relations, state.relations), (text) => ({ relations: rest(given.relations, text) })],
  country: [() => state.country, (text) => ({ country: countriesByCount().some(([name]) => name === text) ? text : "" })],
  kind: [() => state.kind, (text) => ({ kind: kinds.includes(text) ? text : "" })],
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
  open: [() => [...state.open].join("."), (text) => ({ open: new Set(text.split(".").map(Number).filter((group) => groups[group])) })],
  all: [() => (state.all ? 1 : ""), () => ({ all: true })],
  colour: [() => (state.colour === "type" ? "" : state.colour), (text) => ({ colour: Object.hasOwn(texts.colours, text) ? text : "type" })],
  size: [() => (state.size === "partners" ? "" : state.size), (text) => ({ size: Object.hasOwn(MEASURES, text) ? text : "partners" })],
};

/** The part of an IRI that tells it from the others. */
function keyOf(number) {
  return things[number].iri.split("/id/").slice(1).join("/id/") || things[number].iri;
}
const thingOf = new Map(things.map((_, number) => [keyOf(number), number]));

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

let telling = false; // while the address is read, it isn't written
let said = "";
function tellAddress() {
  if (telling) return;
  const parts = [];
  const { chosen } = state;
  if (chosen?.thing !== undefined) parts.push(["focus", keyOf(chosen.thing)]);
  if (chosen?.link !== undefined) parts.push(["link", chosen.link]);
  for (const [name, [tells]] of Object.entries(SHARED)) if (tells() !== "") parts.push([name, tells()]);
  if (!list.hidden) parts.push(["list", 1]);
  said = parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
  history.replaceState(null, "", said ? `#${said}` : location.href.split("#")[0]);
}

/** Take the state from the address; what it doesn't know is left out. */
function readAddress() {
  const asked = new Map();
  for (const part of location.hash.slice(1).split("&")) {
    const [name, value = ""] = part.split("=");
    try {
      asked.set(name, decodeURIComponent(value));
    } catch {
      // not an address of ours: without this part
    }
  }
  telling = true;
  const change = fresh();
  for (const [name, [, set]] of Object.entries(SHARED)) if (asked.has(name)) Object.assign(change, set(asked.get(name)));
  state.chosen = null;
  filter(change);
  tell("looks");
  const thing = thingOf.get(asked.get("focus"));
  const link = links[asked.get("link")];
  if (thing !== undefined) choose({ thing });
  else if (link) choose({ link: link.id });
  else tell("chosen");
  if (asked.has("list") !== !list.hidden) showList(asked.has("list"));
  telling = false;
  if (thing !== undefined && large && !state.around) visit(thing);
  else fit(scene.nodes, false);
}

for (const what of Object.values(listeners)) what.push(tellAddress);
addEventListener("hashchange", () => { if (location.hash.slice(1) !== said) readAddress(); });
