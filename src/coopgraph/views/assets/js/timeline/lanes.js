// The lines of the timeline: a group a heading, a fact a line with its bar.
const LANES = 60; // lines of a group, and groups, that are shown at once
const floor = byId("floor");
let groups = [];
let more = new Map(); // how many lines of a group are shown

/** A fact in words, for its line: whom it is with, what it is, when, how it stands. */
function laneText(row) {
  const { fact, place, home } = row;
  const { standing: how } = terms[place];
  const told = mine.size ? home === given.timeline.about : state.by === "partner" && how !== "undated";
  const name = told || !row.others.length ? nameOf(row) : `${things[home].name} – ${nameOf(row)}`;
  const said = [state.by === "kind" && how !== "undated" ? null : sortOf(fact), dates(place), ["ended", "ending", "later"].includes(how) ? word("terms", how) : null];
  return { name, about: said.filter(Boolean).join(" · ") };
}

function lane(row) {
  const { name, about } = laneText(row);
  const term = terms[row.place];
  const track = el("span", { className: "track" }, term.from === null ? null : bar(row.place));
  const button = el("button", { type: "button", className: "lane", onclick: () => choose({ fact: row.place }) },
    el("span", { className: "what" }, el("span", { className: "text", dir: "auto" }, name), el("span", { className: "when" }, about)), track);
  button.dataset.fact = row.place;
  return el("li", {}, button);
}

function strip(rows) {
  const { path, years } = swell(rows);
  const area = svg("svg", { viewBox: `0 0 ${years} 1`, preserveAspectRatio: "none", "aria-hidden": "true", class: "swell" }, svg("path", { d: path }));
  area.style.setProperty("--from", whole[0]);
  area.style.setProperty("--to", whole[0] + years);
  return el("span", { className: "track" }, area);
}

function groupElement(group) {
  const { key, title, rows, open } = group;
  const turn = () => {
    if (!state.turned.delete(key)) state.turned.add(key);
    more.delete(key);
    tell("looks");
    [...floor.querySelectorAll(".lane-group > h2 button")].find((button) => button.dataset.key === key)?.focus({ preventScroll: true });
  };
  const head = el("button", { type: "button", ariaExpanded: String(open), onclick: turn },
    el("span", { className: "what" }, el("span", { className: "text", dir: "auto" }, title), el("span", { className: "count" }, figures.format(rows.length))),
    key === UNDATED ? el("span", { className: "track" }) : strip(rows));
  head.dataset.key = key;
  const element = el("section", { className: "lane-group" }, state.by === "none" && key !== UNDATED ? null : el("h2", {}, head));
  if (!open) return element;
  const limit = more.get(key) ?? LANES;
  element.append(el("ul", {}, rows.slice(0, limit).map(lane)));
  if (rows.length > limit) element.append(moreButton(rows.length - limit, () => more.set(key, limit + LANES * 4)));
  return element;
}

function moreButton(n, grow) {
  return el("button", { type: "button", className: "plain more", onclick: () => { grow(); paint(); } }, say("more", { n }));
}

/** Draw the lines that the filters leave, and say how many there are. */
function paint() {
  const rows = groups.flatMap((group) => group.rows);
  groups = grouped(rows);
  const limit = more.get("") ?? LANES;
  const last = groups.at(-1)?.key === UNDATED ? groups.slice(-1) : [];
  const others = groups.slice(0, groups.length - last.length);
  floor.replaceChildren(...others.slice(0, limit).map(groupElement),
    ...(others.length > limit ? [moreButton(others.length - limit, () => more.set("", limit + LANES * 4))] : []), ...last.map(groupElement));
  const undated = last[0]?.rows.length ?? 0;
  byId("tally").textContent = rows.length ? [say("dated", { n: rows.length - undated }), say("undated", { n: undated })].join(", ") : say(everyRow.length ? "nothingTimed" : "nothingDated");
  stretch();
  mark();
}

/** The filters have changed. */
function redraw() {
  groups = [{ rows: siftRows() }];
  more = new Map();
  paint();
}

/** Mark the lines of what is chosen. */
function mark() {
  const { thing, fact } = state.chosen ?? {};
  const on = (place) => place === fact || (thing !== undefined && rowOf.get(place).ends.has(thing));
  const buttons = [...floor.querySelectorAll(".lane")];
  for (const button of buttons) button.classList.toggle("on", on(Number(button.dataset.fact)));
  lanes.classList.toggle("choosing", buttons.some((button) => button.classList.contains("on")));
}

/** Bring the first line of some facts into sight, its group opened. */
function scrollTo(wanted) {
  const group = groups.find(({ rows }) => rows.some(wanted));
  if (!group) return;
  if (!group.open) {
    if (!state.turned.delete(group.key)) state.turned.add(group.key);
  }
  more.set("", Math.max(more.get("") ?? LANES, groups.indexOf(group) + 1));
  more.set(group.key, Math.max(more.get(group.key) ?? LANES, group.rows.findIndex(wanted) + 1));
  paint();
  floor.querySelector(".lane.on")?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  tellAddress();
}

const visit = (thing) => scrollTo(({ ends }) => ends.has(thing));
const frame = (some) => scrollTo(({ ends }) => [...ends].every((end) => some.has(end)));
