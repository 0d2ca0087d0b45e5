// Putting it together: the summary, the theme, the keys, the first look.
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

function repaint() {
  inks.clear();
  discColours.clear();
  paint();
}

const darkness = matchMedia("(prefers-color-scheme: dark)");
darkness.addEventListener("change", repaint);
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : darkness.matches;
  root.dataset.theme = dark ? "light" : "dark";
  repaint();
});

byId("fit").addEventListener("click", () => fit());
byId("zoom-in").addEventListener("click", () => zoom(1.4));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
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
if (location.hash.length > 1) {
  // The picture was made as the address tells; all that stands around it follows.
  telling = true;
  for (const listener of listeners.shown) if (listener !== recompose) listener();
  arrive();
} else {
  fit(scene.nodes, false);
  if (given.focus !== null && !narrow.matches) {
    choose({ thing: given.focus });
    fit(scene.nodes, false);
  }
}
