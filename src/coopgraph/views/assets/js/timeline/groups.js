// Rows in groups: those with a date by what the reader chose, those without together at the end.
const FEW = 300; // rows up to which all groups are open at first
const UNDATED = "~"; // the key of the rows without a date

/** Groups in order, each { key, title, rows, open }; as their first rows are, or by name where rows are. */
function grouped(rows) {
  const found = new Map();
  for (const row of rows) {
    const undated = terms[row.place].standing === "undated";
    const title = undated ? "" : GROUPINGS[state.by](row);
    const key = undated ? UNDATED : `=${title}`;
    if (!found.has(key)) found.set(key, { key, title: undated ? say("undatedTitle") : title, rows: [] });
    found.get(key).rows.push(row);
  }
  const names = state.order === "name";
  const groups = [...found.values()].sort((a, b) => (a.key === UNDATED) - (b.key === UNDATED)
    || (names ? 0 : ORDERS[state.order](a.rows[0], b.rows[0])) || alphabet.compare(a.title, b.title));
  const open = rows.length <= FEW || groups.length === 1;
  for (const group of groups) group.open = open !== state.turned.has(group.key);
  return groups;
}

/** How many facts of a group run in each year of the whole span, as an area below 1. */
function swell(rows) {
  const [low, high] = whole;
  const years = Math.max(1, Math.ceil(high - low));
  const counts = new Array(years).fill(0);
  for (const { place } of rows) {
    const { from, to, point, loose } = terms[place];
    if (from === null) continue;
    const last = point || loose ? from : to - 1e-6; // an end on the last day of a year is none of the next
    for (let year = Math.floor(from - low); year <= Math.floor(last - low) && year < years; year += 1) if (year >= 0) counts[year] += 1;
  }
  const most = Math.max(...counts, 1);
  const steps = counts.map((count, year) => `L${year} ${(1 - count / most).toFixed(3)}H${year + 1}`).join("");
  return { path: `M0 1${steps}V1Z`, years };
}
