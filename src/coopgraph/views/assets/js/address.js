// The address follows the state of the page, and the page a new address.
let telling = false; // while the address is read, it isn't written
let told = "";
function tellAddress() {
  if (telling) return;
  const said = [];
  for (const [what, value] of Object.entries(state.chosen ?? {})) if (CHOICES[what].as) said.push([CHOICES[what].as, CHOICES[what].tell(value)]);
  for (const [name, [tells]] of Object.entries(SHARED)) if (tells() !== "") said.push([name, tells()]);
  if (!list.hidden) said.push(["list", 1]);
  told = said.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
  history.replaceState(null, "", told ? `#${told}` : location.href.split("#")[0]);
}

/** Choose and show what the address asks for, its filters being set. */
function arrive() {
  const wanted = addressParts();
  telling = true;
  const found = Object.entries(CHOICES).map(([what, { as, read }]) => [what, as && wanted.has(as) ? read(wanted.get(as)) : undefined]).find(([, value]) => value !== undefined);
  if (found) choose(Object.fromEntries([found]));
  else if (state.path || state.chosen) choose(null);
  if (wanted.has("list") !== !list.hidden) showList(wanted.has("list"));
  telling = false;
  tellAddress();
  arrived();
}

for (const what of Object.values(listeners)) what.push(tellAddress);
addEventListener("hashchange", () => {
  if (location.hash.slice(1) === told) return;
  if ((addressParts().get("language") ?? given.language) !== language) return location.reload();
  telling = true;
  state.chosen = null;
  filter(addressed());
  tell("looks");
  tell("chosen");
  arrive();
});
