// Putting it together: the summary, the theme, the language, the keys, the first look.
//
// A view's own scripts define:
//   ownState()       the part of the state that only it has, as it is at first
//   ownShared()      that part in the address: entries of SHARED
//   ownChoices()     what can be chosen in it beside things and links: entries of CHOICES
//   ownLegend()      elements at the head of the legend, null among them is left out
//   ownNotice()      { text, word, back }: what the picture is limited to, the way back and the state there; or null
//   typeTint()       the colour of the types' signs where it isn't their own, else undefined
//   sketch()         { width, height, content }: the visible picture as SVG elements, for the exports
//   fillRows()       fill the table twin
//   redraw()         what is shown has changed
//   repaint()        light or dark has changed
//   appear()         the picture is in sight again
//   arrived()        the address has set the state: bring what it asks for into sight
//   uncover(thing)   undo what of the view's own hides a thing
//   visit(thing)     bring a thing into sight; frame(things): several; fit(): everything; zoom(factor)
// and do `Object.assign(state, addressed()); sift();` before they draw for the first time.
const summary = byId("summary");

function summarize() {
  const all = say("summary", {
    things: say("things", { n: things.length }),
    facts: say("facts", { n: facts.length }),
    documents: say("documents", { n: documents.length }),
  });
  const some = shown.things.size < things.length ? ` · ${say("shown", { n: shown.things.size, all: things.length })}` : "";
  const asOf = given.newest ? ` · ${say("asOf", { date: given.newest.replaceAll("-", "\u2011") })}` : "";
  summary.textContent = all + asOf + some;
}

function relight() {
  inks.clear();
  repaint();
}

const darkness = matchMedia("(prefers-color-scheme: dark)");
darkness.addEventListener("change", relight);
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : darkness.matches;
  root.dataset.theme = dark ? "light" : "dark";
  relight();
  tellAddress();
});

// The next of the languages; the page begins anew in it, and its address tells where it was.
const languages = Object.keys(given.texts);
const next = languages[(languages.indexOf(language) + 1) % languages.length];
const switcher = byId("language");
switcher.append(next.toUpperCase(), el("span", { className: "unseen" }, ` – ${given.texts[next].languageName}`));
switcher.lang = next;
switcher.title = given.texts[next].languageName;
switcher.addEventListener("click", () => {
  tellAddress();
  const rest = told.split("&").filter((part) => part && !part.startsWith("language="));
  if (next !== given.language) rest.push(`language=${next}`);
  history.replaceState(null, "", rest.length ? `#${rest.join("&")}` : location.href.split("#")[0]);
  location.reload();
});

byId("fit")?.addEventListener("click", () => fit());
byId("zoom-in")?.addEventListener("click", () => zoom(1.4));
byId("zoom-out")?.addEventListener("click", () => zoom(1 / 1.4));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) menu.open = false;
  else if (event.key === "Escape" && (state.chosen || state.path)) shut();
  else if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
    field.focus();
    event.preventDefault();
  }
});
let resizing = 0;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => (state.chosen?.thing !== undefined ? visit(state.chosen.thing) : fit()), 200);
});
listeners.shown.push(summarize);

byId("empty").hidden = things.length > 0;
summarize();
// The picture was made as the address tells; what stands around it follows, then both go with the state.
telling = true;
if (location.hash.length > 1) for (const listener of listeners.shown) listener();
telling = false;
listeners.shown.unshift(redraw);
if (location.hash.length > 1) arrive();
else {
  fit(false);
  if (given.focus !== null && !narrow.matches) {
    choose({ thing: given.focus });
    fit(false);
  }
}
