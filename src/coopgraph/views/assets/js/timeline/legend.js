// What the legend says of the timeline: how its lines are grouped and ordered, what its marks mean.
function ownLegend() {
  const change = (what) => (value) => {
    state[what] = value;
    tell("looks");
    redrawn();
  };
  const [by, byField] = chooser("by", say("by"), Object.keys(GROUPINGS).map((name) => [name, word("bys", name)]), change("by"));
  const [order, orderField] = chooser("order", say("order"), Object.keys(ORDERS).map((name) => [name, word("orders", name)]), change("order"));
  const follow = () => {
    by.value = state.by;
    order.value = state.order;
  };
  for (const what of ["looks", "shown"]) listeners[what].push(follow);
  follow();
  const found = tally(everyRow.map(({ place }) => terms[place].standing));
  const entries = standings().filter(({ name }) => found.has(name));
  return [
    el("div", { className: "looks" }, el("div", { className: "stack" }, byField, orderField)),
    entries.length ? choices(say("termsTitle"), "terms", entries, standingIcon, found) : null,
  ];
}

/** The lines in another order or other groups. */
function redrawn() {
  state.turned = new Set();
  sift();
  redraw();
  fillList();
}

/** The colour of the types' signs: they aren't coloured in this picture. */
function typeTint() {
  return "var(--muted)";
}

function ownNotice() {
  return null;
}
