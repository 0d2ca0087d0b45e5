// When facts hold: from when to when, and how that stands on the day on which the page is looked at. Times are years
// with a fraction: 2024.5 is the middle of 2024.
const LOOSE = 4; // years over which a bar fades whose end, or beginning, nobody tells

function moment(year, month, day) {
  const start = Date.UTC(year, 0, 1);
  return year + (Date.UTC(year, month, day) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

const now = new Date();
const today = moment(now.getFullYear(), now.getMonth(), now.getDate());

/** The first and the last moment that a date as precise as known may mean; null where it is none. */
function bounds(date) {
  const [, year, month, day] = (/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date ?? "") ?? []).map(Number);
  if (!(year >= 100) || month === 0 || month > 12 || day === 0 || day > 31) return null;
  if (!month) return [year, year + 1];
  return day ? [moment(year, month - 1, day), moment(year, month - 1, day + 1)] : [moment(year, month - 1, 1), moment(year, month, 1)];
}

/** The newest date of the documents that state a fact, where it has none of its own. */
function reportedOn(fact) {
  return fact.evidence.map(([place]) => documents[place].date).filter((date) => bounds(date)).sort().at(-1) ?? null;
}

/** What happens once and doesn't last: an event, a payment. */
function momentary(fact) {
  return ["organizes", "funds"].includes(fact.relation) || (fact.ends ?? []).some(([, object]) => things[object].type === "event");
}

/** Whether a fact has begun, runs, runs out, has ended; "undated" where nobody tells when. */
function standing(fact, begin, end) {
  if (fact.status === "ended" || (end && end[1] <= today)) return "ended";
  if (!begin && !end) return "undated";
  if (begin && begin[0] > today) return "later";
  if (!end) return momentary(fact) ? "once" : "open";
  return end[1] <= today + 1 ? "ending" : "running";
}

/** How facts can stand; a function, since the state asks for it before this script has run. */
function standings() {
  return ["running", "ending", "open", "later", "once", "ended", "undated"].map((name) => ({ name }));
}

const terms = facts.map((fact) => {
  const [begin, end] = [bounds(fact.date), bounds(fact.end)];
  const standsAs = standing(fact, begin, end);
  const reported = begin || end ? null : reportedOn(fact);
  const about = bounds(reported);
  const point = about ?? (begin && !end && momentary(fact) ? begin : null);
  const from = point ? (point[0] + point[1]) / 2 : begin ? begin[0] : end ? end[1] - LOOSE : null;
  const to = point ? from : end ? Math.max(end[1], from) : from === null ? null : from + LOOSE;
  return { standing: standsAs, from, to, point: Boolean(point), unsure: point, loose: !point && Boolean(begin) !== Boolean(end), backward: !begin && Boolean(end), reported };
});

/** The dates of a fact in words, or when it was reported. */
function dates(place) {
  const { date, end } = facts[place];
  if (date && end) return `${date} – ${end}`;
  if (date) return terms[place].point ? date : say("since", { date });
  if (end) return say("until", { date: end });
  return terms[place].reported ? say("reported", { date: terms[place].reported }) : say("noDate");
}

/** The bar or the point of a fact; where it stands on its line follows from the years that the line shows. */
function bar(place) {
  const term = terms[place];
  const mark = el("span", { className: `bar ${term.standing}${term.point ? " point" : ""}${term.loose ? " loose" : ""}${term.backward ? " backward" : ""}` });
  mark.style.setProperty("--from", term.from);
  mark.style.setProperty("--to", term.to);
  return mark;
}

/** The sign of a standing, for the legend. */
function standingIcon({ name }) {
  const extra = { open: " loose", once: " point", undated: " point" }[name] ?? "";
  return el("span", { className: "icon mark", ariaHidden: "true" }, el("span", { className: `bar ${name}${extra}` }));
}

/** What a fact is: the kind of cooperation, or else the relation. */
function sortOf(fact) {
  return fact.kind ? word("kinds", fact.kind) : word("relations", fact.relation);
}
