// The years in sight: all of them, or the stretch that was zoomed to. The marks follow two numbers of the style.
const lanes = byId("lanes");
const LEAST = 0.5; // years in sight at least
const MARGIN = 12; // pixels that a label may stand out beside the years: there is more room than that on a phone

const whole = (() => {
  const ends = everyRow.flatMap(({ place }) => [terms[place].from, terms[place].to]).filter((end) => end !== null);
  const low = ends.reduce((least, end) => Math.min(least, end), today);
  const high = ends.reduce((most, end) => Math.max(most, end), today);
  const first = Math.floor(low);
  return [first, Math.max(Math.ceil(high), first + 2) + Math.ceil((high - first) / 25)]; // some room behind the last
})();

const inSight = () => state.stretch ?? state.years?.map((year, last) => year + last) ?? whole;
/** How far into the years in sight a time lies: 0 at their beginning, 1 at their end. */
const along = (time) => (time - inSight()[0]) / (inSight()[1] - inSight()[0]);

/** Distances between two ticks in years, so that they don't touch. */
const STEPS = [1 / 12, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
function ticks(width) {
  const [low, high] = inSight();
  const step = STEPS.find((length) => (width / (high - low)) * length >= (length < 1 ? 64 : 44)) ?? 5000;
  const count = Math.floor(high / step + 1e-6) - Math.ceil(low / step - 1e-6) + 1;
  return Array.from({ length: Math.min(count, 200) }, (_, place) => (Math.ceil(low / step - 1e-6) + place) * step);
}

const months = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
function tickName(time) {
  const [year, month] = [Math.floor(time + 1e-6), Math.round((time - Math.floor(time + 1e-6)) * 12)];
  return month ? months.format(Date.UTC(2001, month, 1)) : String(year);
}

/** Show the years in sight: the axis anew, the marks by the numbers that they follow. */
function stretch() {
  const [low, high] = inSight();
  lanes.style.setProperty("--low", low);
  lanes.style.setProperty("--high", high);
  const axis = byId("ticks");
  const times = ticks(axis.clientWidth || 600);
  const placed = (element, time) => {
    element.style.left = `${along(time) * 100}%`;
    return element;
  };
  const isToday = along(today) >= 0 && along(today) <= 1;
  const room = (time) => !isToday || Math.abs(along(time) - along(today)) * axis.clientWidth > 46;
  axis.replaceChildren(...times.filter(room).map((time) => placed(el("span", {}, tickName(time)), time)),
    ...(isToday ? [placed(el("span", { className: "today" }, say("today")), today)] : []));
  const beyond = [...axis.children].map((label) => label.offsetWidth / 2 - MARGIN); // all are measured, then all are moved
  [...axis.children].forEach((label, place) => {
    label.style.left = `clamp(${beyond[place]}px, ${label.style.left}, calc(100% - ${beyond[place]}px))`;
  });
  byId("grid").replaceChildren(...times.map((time) => placed(el("span", {}), time)), ...(isToday ? [placed(el("span", { className: "today" }), today)] : []));
}

let resting = 0;
/** Bring years into sight; null for all. The address follows when it has come to rest. */
function stretchTo(low, high) {
  const [first, last] = whole;
  const span = Math.min(Math.max(high - low, LEAST), last - first);
  const start = Math.min(Math.max(low, first), last - span);
  state.stretch = span >= last - first - 1e-9 ? null : [start, start + span];
  stretch();
  clearTimeout(resting);
  resting = setTimeout(tellAddress, 250);
}

function zoom(factor, at = 0.5) {
  const [low, high] = inSight();
  const [middle, span] = [low + (high - low) * at, (high - low) / factor];
  stretchTo(middle - span * at, middle + span * (1 - at));
}

function shift(share) {
  const [low, high] = inSight();
  const far = (high - low) * share;
  stretchTo(low + far, high + far);
}

function fit() {
  state.stretch = null;
  stretch();
  tellAddress();
}
