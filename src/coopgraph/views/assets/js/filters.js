// The legend's boxes: what each sign means, how many there are, and a box to leave them out.
function choices(title, family, entries, icon, counts) {
  const boxes = entries.map((entry) => el("input", { type: "checkbox", checked: true, value: entry.name }));
  const apply = () => filter({ [family]: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) });
  const all = (checked) => el("button", {
    type: "button",
    "aria-label": `${title}: ${say(checked ? "all" : "none")}`,
    onclick: () => {
      for (const box of boxes) box.checked = checked;
      apply();
    },
  }, say(checked ? "all" : "none"));
  listeners.shown.push(() => {
    for (const box of boxes) box.checked = state[family].has(box.value);
  });
  listeners.looks.push(() => rows.forEach((row, place) => row.querySelector(".icon").replaceWith(icon(entries[place]))));
  const rows = entries.map((entry, place) =>
    el("li", {}, el(
      "label",
      { className: "choice" },
      boxes[place],
      icon(entry),
      el("span", { className: "label" }, word(family, entry.name)),
      el("span", { className: "count" }, figures.format(counts.get(entry.name) ?? 0)),
    )),
  );
  return el(
    "fieldset",
    { onchange: apply },
    el("legend", {}, title),
    el("div", { className: "switches" }, all(true), all(false)),
    el("ul", {}, rows),
  );
}

/** A list to choose one of; `entries` are pairs of value and text. */
function chooser(id, title, entries, apply) {
  const select = el("select", { id, onchange: () => apply(select.value) }, entries.map(([value, text]) => el("option", { value }, text)));
  return [select, el("label", { className: "field" }, el("span", {}, title), select)];
}

const counted = (text, n) => `${text} (${figures.format(n)})`;

/** Filters by country, kind, confidence and years. */
function narrowing() {
  const [country, countryField] = chooser("country", say("country"), [["", say("countriesAll")], ...countries.map(([name, n]) => [name, counted(name, n)])],
    (value) => filter({ country: value }));
  const [kind, kindField] = chooser("kind", say("kind"), [["", say("kindsAll")], ...kinds.map(([name, n]) => [name, counted(word("kinds", name), n)])],
    (value) => filter({ kind: value }));
  const least = el("input", { id: "least", type: "range", min: 0, max: 95, step: 5, value: 0, oninput: () => filter({ least: Number(least.value) }) });
  const leastNow = el("output", { htmlFor: "least" });
  const parts = [countries.length ? countryField : null, kinds.length ? kindField : null,
    el("label", { className: "field" }, el("span", {}, say("confidence"), leastNow), least)];
  const years = era && era[0] < era[1] ? yearSlider() : null;
  if (years) parts.push(years.field);
  listeners.shown.push(() => {
    country.value = state.country;
    kind.value = state.kind;
    least.value = state.least;
    leastNow.textContent = state.least ? say("atLeast", { n: state.least }) : say("any");
    least.ariaValueText = leastNow.textContent;
    years?.follow();
  });
  leastNow.textContent = say("any");
  return el("div", { className: "narrowing" }, parts.filter(Boolean));
}

/** Two handles on one line: the first and the last year. */
function yearSlider() {
  const handle = (id, value, title) => el("input", { id, type: "range", min: era[0], max: era[1], step: 1, value, ariaLabel: title });
  const [from, to] = [handle("from", era[0], say("yearFrom")), handle("to", era[1], say("yearTo"))];
  const now = el("output", {});
  const line = el("div", { className: "span" }, from, to);
  const follow = () => {
    const [low, high] = state.years ?? era;
    [from.value, to.value] = [low, high];
    now.textContent = state.years ? `${low} – ${high}` : say("any");
    line.style.setProperty("--low", (low - era[0]) / (era[1] - era[0]));
    line.style.setProperty("--high", (high - era[0]) / (era[1] - era[0]));
  };
  const apply = (moved) => {
    let [low, high] = [Number(from.value), Number(to.value)];
    if (low > high) [low, high] = moved === from ? [high, high] : [low, low];
    filter({ years: low === era[0] && high === era[1] ? null : [low, high] });
  };
  for (const input of [from, to]) input.addEventListener("input", () => apply(input));
  follow();
  return { follow, field: el("div", { className: "field", role: "group", ariaLabel: say("years") }, el("span", {}, say("years"), now), line, el("small", {}, say("yearsNote"))) };
}
