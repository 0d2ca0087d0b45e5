// What the legend says of the picture: what the sectors are, what sizes mean, which ties between partners are drawn.
function ownLegend() {
  const change = (what) => (value) => {
    state[what] = value;
    redraw();
    tell("looks");
  };
  const [sectors, sectorsField] = chooser("sectors", say("sectors"), Object.keys(texts.sectorings).map((name) => [name, word("sectorings", name)]), change("sectors"));
  const [size, sizeField] = chooser("weigh", say("weigh"), Object.keys(texts.weighings).map((name) => [name, word("weighings", name)]), change("weigh"));
  const cross = el("input", { type: "checkbox", id: "crossings", onchange: () => { state.crossings = cross.checked; paint(); tell("looks"); } });
  const count = el("span", { className: "count" });
  const tints = el("ul", { id: "tints" });
  const follow = () => {
    sectors.value = state.sectors;
    size.value = state.weigh;
    cross.checked = state.crossings && between.length <= CROSSED;
    cross.disabled = !between.length || between.length > CROSSED;
    count.textContent = figures.format(between.length);
    tints.replaceChildren(...plan.sectors.map((sector) => {
      const dot = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "icon" }, svg("circle", { cx: 8, cy: 8, r: 6 }));
      dot.style.color = `var(--hue-${sector.hue})`;
      return el("li", {}, el("span", { className: "row" }, dot, el("span", { className: "label", dir: "auto" }, sector.title), el("span", { className: "count" }, figures.format(sector.entries.length))));
    }));
  };
  for (const what of ["looks", "shown"]) listeners[what].push(follow);
  follow();
  return [el("div", { className: "looks" }, el("div", { className: "stack" }, sectorsField, sizeField), tints, el("label", { className: "row" }, cross, el("span", { className: "label" }, say("crossings")), count))];
}

/** The colour of the types' signs: colours tell sectors here. */
function typeTint() {
  return "var(--muted)";
}

function ownNotice() {
  return null;
}
