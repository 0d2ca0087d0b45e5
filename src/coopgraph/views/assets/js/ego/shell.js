// What this view adds to what all views share: its state, what can be chosen, its table.
function ownState() {
  return {
    sectors: "country",
    weigh: "facts", // what sizes and widths follow
    crossings: true, // whether ties between partners are drawn
  };
}

function ownShared() {
  const among = (family, text, usual) => (Object.hasOwn(texts[family], text) ? text : usual);
  return {
    sectors: [() => (state.sectors === "country" ? "" : state.sectors), (text) => ({ sectors: among("sectorings", text, "country") })],
    weigh: [() => (state.weigh === "facts" ? "" : state.weigh), (text) => ({ weigh: among("weighings", text, "facts") })],
    crossings: [() => (state.crossings ? "" : 0), () => ({ crossings: false })],
  };
}

function ownChoices() {
  return { thing: { as: "focus", tell: keyOf, read: (text) => thingOf.get(text), show: showOne } };
}

const uncover = () => {};
const repaint = paint;
/** Everybody is in sight already; what is chosen stands out. */
const visit = fit;
const frame = fit;
const appear = fit;
const arrived = fit;

const MOST_ROWS = 200;
/** The partners as a table. */
function fillRows() {
  const entries = plan.sectors.flatMap((sector) => sector.entries).sort((a, b) => b.ties - a.ties || b.agreements - a.agreements || a.thing - b.thing);
  byId("list-note").textContent = say("rowsNote", { n: Math.min(entries.length, MOST_ROWS), all: entries.length });
  byId("rows").replaceChildren(...entries.slice(0, MOST_ROWS).map(({ thing, ties: count, agreements, since }) => el("tr", {},
    el("td", {}, thingLink(thing)),
    el("td", { className: "type", dir: "auto" }, countryOf(thing) ?? "–"),
    el("td", { className: "type" }, word("types", things[thing].type)),
    ...[count, agreements].map((n) => el("td", { className: "number" }, figures.format(n))),
    el("td", { className: "number" }, since ?? "–"))));
}

/** The figures above the picture, where there is no room for the panel beside it. */
function sumUp() {
  byId("in-short").replaceChildren(...keyFigures().map(([name, text]) => el("span", {}, ...(name === "since" ? [`${word("keyFigures", name)} `, el("b", {}, text)] : [el("b", {}, text), ` ${word("keyFigures", name)}`]))));
}

Object.assign(state, addressed());
sift();
redraw();
sumUp();
listeners.shown.push(sumUp, () => { if (state.chosen?.thing === centre) showCentre(); });
listeners.chosen.push(fit);
listeners.looks.push(paint);
