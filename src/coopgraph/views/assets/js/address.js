// The address follows the state of the page, and the page a new address.
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

/** Choose and show what the address asks for, its filters being set. */
function arrive() {
  const wanted = asked();
  telling = true;
  const thing = thingOf.get(wanted.get("focus"));
  const link = links[wanted.get("link")];
  if (thing !== undefined) choose({ thing });
  else if (link) choose({ link: link.id });
  else if (state.path || state.chosen) choose(null);
  if (wanted.has("list") !== !list.hidden) showList(wanted.has("list"));
  telling = false;
  tellAddress();
  if (thing !== undefined && large && !state.around) visit(thing);
  else if (shown.way) fit(shown.way.things, false);
  else fit(scene.nodes, false);
}

for (const what of Object.values(listeners)) what.push(tellAddress);
addEventListener("hashchange", () => {
  if (location.hash.slice(1) === said) return;
  telling = true;
  state.chosen = null;
  filter(addressed());
  tell("looks");
  tell("chosen");
  arrive();
});
