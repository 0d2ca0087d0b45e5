// Finding a thing by any of its names, accents and case ignored.
const MOST_MATCHES = 10;
const field = byId("search");
const suggestions = byId("suggestions");
const spellings = things.flatMap((thing, number) =>
  [thing.name, ...(thing.aliases ?? [])].map((name, place) => ({ number, name, plain: fold(name), alias: place > 0 })),
);
let active = -1;

/** The best name of each thing that holds all words of the query: whole names first, then beginnings, then the rest. */
function matches(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const words = wanted.split(" ");
  const best = new Map();
  for (const entry of spellings) {
    if (!words.every((part) => entry.plain.includes(part))) continue;
    const begins = words.every((part) => ` ${entry.plain}`.includes(` ${part}`));
    const grade = entry.plain === wanted ? 0 : entry.plain.startsWith(wanted) ? 1 : begins ? 2 : 3;
    const known = best.get(entry.number);
    if (!known || grade < known.grade) best.set(entry.number, { ...entry, grade });
  }
  return [...best.values()].sort((a, b) => a.grade - b.grade || partnersOf[b.number].size - partnersOf[a.number].size || a.number - b.number);
}

function closeSuggestions() {
  suggestions.hidden = true;
  active = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function go(number) {
  closeSuggestions();
  field.value = things[number].name;
  if (byId("picture").hidden) showList(false);
  choose({ thing: number });
  if (state.chosen) visit(number);
}

function suggest() {
  const found = matches(field.value);
  if (!fold(field.value)) return closeSuggestions();
  active = -1;
  field.removeAttribute("aria-activedescendant");
  suggestions.replaceChildren(
    ...found.slice(0, MOST_MATCHES).map(({ number, name, alias }, place) =>
      el(
        "li",
        { id: `suggestion-${place}`, role: "option", "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => go(number) },
        typeIcon(things[number].type),
        el("span", { className: "name", dir: "auto" }, things[number].name, alias ? el("span", { className: "also", dir: "auto" }, name) : null),
        el("span", { className: "count" }, say("partners", { n: partnersOf[number].size })),
      ),
    ),
  );
  if (!found.length) suggestions.append(el("li", { className: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("notFound")));
  suggestions.hidden = false;
  field.setAttribute("aria-expanded", "true");
  byId("matches").textContent = found.length ? say("found", { n: found.length }) : say("notFound");
}

function activate(step) {
  const options = [...suggestions.querySelectorAll("li:not(.nothing)")];
  if (!options.length) return;
  active = (active + step + options.length) % options.length;
  options.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
  options[active].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", options[active].id);
}

field.addEventListener("input", suggest);
field.addEventListener("focus", () => { if (field.value) field.select(); });
field.addEventListener("blur", closeSuggestions);
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (suggestions.hidden) suggest();
    activate(event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1);
    event.preventDefault();
  } else if (event.key === "Enter") {
    const options = suggestions.querySelectorAll("li:not(.nothing)");
    options[Math.max(active, 0)]?.click();
  } else if (event.key === "Escape" && (field.value || !suggestions.hidden)) {
    field.value = "";
    closeSuggestions();
    event.stopPropagation();
  }
});
