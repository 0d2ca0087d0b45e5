// What the timeline adds to what all views share: its state, what can be chosen, its table, keys and pointers.
function usualBy() {
  return given.timeline.own.length ? "kind" : "partner";
}

function ownState() {
  return {
    by: usualBy(),
    order: "start",
    terms: names(standings()), // how facts stand that are shown
    turned: new Set(), // groups that are not open, or shut, as at first
    stretch: null, // [from, to]: the years in sight; null for all
  };
}

function ownShared() {
  const among = (known, text, usual) => (Object.hasOwn(known, text) ? text : usual);
  return {
    by: [() => (state.by === usualBy() ? "" : state.by), (text) => ({ by: among(GROUPINGS, text, usualBy()) })],
    order: [() => (state.order === "start" ? "" : state.order), (text) => ({ order: among(ORDERS, text, "start") })],
    terms: [() => without(standings(), state.terms), (text) => ({ terms: rest(standings(), text) })],
    turned: [() => JSON.stringify([...state.turned]).slice(1, -1), (text) => ({ turned: keysIn(text) })],
    stretch: [() => state.stretch?.map((time) => time.toFixed(2)).join("~") ?? "", (text) => ({ stretch: stretchIn(text) })],
  };
}

function keysIn(text) {
  try {
    return new Set(JSON.parse(`[${text}]`).map(String));
  } catch {
    return new Set(); // not an address of ours
  }
}

function stretchIn(text) {
  const [low, high] = text.split("~").map(Number);
  return high - low >= LEAST - 0.01 && low >= whole[0] - 0.01 && high <= whole[1] + 0.01 ? [low, high] : null;
}

function ownChoices() {
  return { fact: { as: "fact", tell: String, read: (text) => rowOf.get(Number(text))?.place, show: showFact } };
}

/** One fact: its parties, when it holds, and the passages that say so. */
function showFact(place) {
  const { fact, home, others } = rowOf.get(place);
  const { standing: how } = terms[place];
  const relation = given.relations.find(({ name }) => name === fact.relation);
  const above = el("p", { className: "kind" }, relationIcon(relation), el("span", {}, word("relations", fact.relation)));
  panel.replaceChildren(
    heading(sortOf(fact), above),
    el("p", { className: "figures" }, [dates(place), word("terms", how)].join(" · ")),
    factGroup(say("parties"), null, 1 + others.length, [() => factItem([fact], [home, ...others].map(thingLink))]),
  );
}

/** Bring back what the filters of this view hide of a thing. */
function uncover(thing) {
  const of = (rows) => rows.some(({ ends }) => ends.has(thing));
  if (of(groups.flatMap(({ rows }) => rows)) || !of(everyRow)) return;
  filter({ ...fresh(), by: state.by, order: state.order });
}

function arrived() {
  const { thing, fact } = state.chosen ?? {};
  if (thing !== undefined) visit(thing);
  else if (fact !== undefined) scrollTo(({ place }) => place === fact);
  else if (shown.way) frame(shown.way.things);
  stretch();
}

const appear = stretch;
const repaint = () => {};

const MOST_ROWS = 200;
/** The lines as a table. */
function fillRows() {
  const rows = groups.flatMap((group) => group.rows);
  byId("list-note").textContent = say("rowsNote", { n: Math.min(rows.length, MOST_ROWS), all: rows.length });
  byId("rows").replaceChildren(...rows.slice(0, MOST_ROWS).map(({ place, fact, home, others }) => el("tr", {},
    el("td", {}, [home, ...others].map((end) => el("div", {}, thingLink(end)))),
    el("td", {}, el("button", { type: "button", className: "link", onclick: () => choose({ fact: place }) }, el("span", { className: "text", dir: "auto" }, sortOf(fact)))),
    ...[fact.date, fact.end, word("terms", terms[place].standing), terms[place].reported].map((text, column) => el("td", { className: column === 2 ? "type" : "number", dir: "auto" }, text ?? "–")))));
}

Object.assign(state, addressed());
sift();
redraw();
listeners.chosen.push(mark);
listeners.looks.push(paint);

lanes.addEventListener("keydown", (event) => {
  const along = [...floor.querySelectorAll("button")];
  const here = along.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") shift(event.key === "ArrowLeft" ? -0.1 : 0.1);
  else if (event.key === "+" || event.key === "=") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else if (event.key === "0") fit();
  else if (step && here >= 0 && along[here + step]) along[here + step].focus();
  else if (event.key === "ArrowDown" && here < 0 && document.activeElement === lanes) along[0]?.focus();
  else return;
  event.preventDefault();
});
lanes.addEventListener("wheel", (event) => {
  const box = byId("ticks").getBoundingClientRect();
  if (event.ctrlKey || event.metaKey) zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1));
  else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) shift((event.deltaX || event.deltaY) / box.width);
  else return;
  event.preventDefault();
}, { passive: false });

let drag = null; // where the pointer took hold of the years
lanes.addEventListener("pointerdown", (event) => {
  drag = event.button === 0 && event.target.closest(".track") ? { x: event.clientX, from: inSight(), moved: false } : null;
});
lanes.addEventListener("pointermove", (event) => {
  if (!drag || !state.stretch || Math.abs(event.clientX - drag.x) < 5 && !drag.moved) return;
  if (!drag.moved) lanes.setPointerCapture(event.pointerId);
  drag.moved = true;
  const far = ((drag.x - event.clientX) / byId("ticks").clientWidth) * (drag.from[1] - drag.from[0]);
  stretchTo(drag.from[0] + far, drag.from[1] + far);
});
lanes.addEventListener("click", (event) => {
  if (drag?.moved) event.stopPropagation();
  drag = null;
}, true);
