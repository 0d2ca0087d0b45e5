// What the map adds to what all views share: its state, its legend, its table, its picture for the exports.
function ownState() {
  return { shade: "organizations" };
}

function ownShared() {
  return { shade: [() => (state.shade === "organizations" ? "" : state.shade), (text) => ({ shade: Object.hasOwn(texts.shades, text) ? text : "organizations" })] };
}

function ownChoices() {
  return {
    country: { as: "at", tell: String, read: (text) => (spots.has(text) ? text : undefined), show: showCountry },
    pair: { as: "between", tell: String, read: (text) => (text.split("-").length === 2 && text.split("-").every((code) => spots.has(code)) ? text : undefined), show: showPair },
    unplaced: { as: "unplaced", tell: String, read: () => 1, show: showUnplaced },
  };
}

function ownNotice() {
  return null;
}

function typeTint() {
  return undefined;
}

/** The colours and widths with their numbers, and what has no place on the map. */
function ownLegend() {
  const [shade, field_] = chooser("shade", say("colour"), Object.keys(SHADES).map((name) => [name, word("shades", name)]), (value) => { state.shade = value; tell("looks"); });
  const key = el("ul", { id: "shades" });
  const width = el("p", {});
  const follow = () => {
    shade.value = state.shade;
    const bounds = steps();
    key.replaceChildren(...bounds.map((least, place) => {
      const last = place + 1 < bounds.length ? bounds[place + 1] - 1 : Math.max(least, ...[...ties.lands.values()].map(({ count }) => count));
      return el("li", {}, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "swatch" }, svg("rect", { width: 16, height: 16, class: `shade-${place + 1}` })), least === last ? figures.format(least) : `${figures.format(least)} – ${figures.format(last)}`);
    }));
    const most = mostTied();
    const line = (count) => svg("svg", { viewBox: "0 0 26 20", "aria-hidden": "true" }, svg("path", { d: "M2 10h22", "stroke-width": widthOf(count, most) }));
    const left = ties.pairs.size - MOST_ARCS;
    width.replaceChildren(el("span", {}, say("arcWidth")), el("span", { className: "signs" }, ties.pairs.size ? [line(1), figures.format(1), ...(most > 1 ? [line(most), figures.format(most)] : [])] : "–"));
    more.textContent = left > 0 ? say("arcsMost", { n: MOST_ARCS, all: ties.pairs.size }) : "";
  };
  const more = el("p", { className: "hint" });
  for (const what of ["looks", "shown"]) listeners[what].push(follow);
  follow();
  const missing = homeless.length + unmapped.length;
  const unplaced = missing + assumed.length ? el("button", { type: "button", className: "row more", id: "unplaced", onclick: () => choose({ unplaced: 1 }) }, say(missing ? "unplaced" : "unplacedTitle", { n: missing })) : null;
  return [el("div", { className: "looks" }, ...[field_, key, el("div", { className: "scales arcwidth" }, width), more, unplaced].filter(Boolean))];
}

/** The countries and the ties between them as tables. */
function fillRows() {
  const lands = largest(ties.lands);
  const pairs = largest(ties.pairs);
  const number = (count) => el("td", { className: "number" }, figures.format(count));
  byId("list-note").textContent = [say("countriesShown", { n: lands.filter(({ code }) => code !== "EU").length }), homeless.length ? say("unplaced", { n: homeless.length + unmapped.length }) : ""].filter(Boolean).join(" · ");
  byId("rows").replaceChildren(...lands.map((land) => el("tr", {}, el("td", {}, landLink(land.code)), number(land.bodies.size), number(land.partners.size), number(land.facts.size))));
  byId("pair-rows").replaceChildren(...pairs.slice(0, 500).map(({ key, ends, count }) => el("tr", {}, el("td", {}, el("button", { type: "button", className: "link", onclick: () => choose({ pair: key }) }, el("span", { className: "text" }, ends.map(countryName).join(" – ")))), number(count))));
}

/** Bring the picture in line with what is shown, and the panel of a country or a tie with it. */
function redraw() {
  tieUp();
  paint();
  const [[what, value] = []] = Object.entries(state.chosen ?? {});
  if ((what === "country" || what === "pair") && CHOICES[what].show(value) === false) choose(null);
}

function repaint() {}

function appear() {
  resized();
  fit();
}

function arrived() {
  const { chosen } = state;
  const lands = chosen ? [...(emphasis()?.lands ?? [])] : [];
  frameLands(lands.length > 1 ? lands : [...ties.lands.keys()]);
  for (const code of lands.slice(0, 1)) bring(code);
}

function uncover() {}

function visit(number) {
  if (codeOf[number]) bring(codeOf[number]);
}

function frame(numbers) {
  frameLands([...new Set([...numbers].map((number) => codeOf[number]).filter(Boolean))]);
}

function fit() {
  frameLands([...ties.lands.keys()]);
}

function resized() {
  image.setAttribute("width", stage.clientWidth);
  image.setAttribute("height", stage.clientHeight);
}
addEventListener("resize", resized);

const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "opacity", "font-size", "font-weight", "text-anchor", "paint-order", "stroke-linejoin", "stroke-linecap", "vector-effect"];
/** The visible map as elements that stand for themselves: without classes, every colour resolved. */
function sketch() {
  const copy = (element) => {
    const style = getComputedStyle(element);
    if (style.display === "none" || element.matches(".reach, .ring")) return null;
    const other = svg(element.tagName, {});
    for (const name of ["d", "r", "x", "y", "transform"]) if (element.hasAttribute(name)) other.setAttribute(name, element.getAttribute(name));
    if (element.tagName === "g") other.setAttribute("opacity", style.opacity);
    else for (const name of LOOKS) other.setAttribute(name, style.getPropertyValue(name));
    if (element.tagName === "text") other.textContent = element.textContent;
    else other.append(...[...element.children].map(copy).filter(Boolean));
    return other;
  };
  const content = [world, marks, names_].map(copy);
  content[2].setAttribute("font-family", "system-ui, sans-serif");
  return { width: stage.clientWidth, height: stage.clientHeight, content };
}

Object.assign(state, addressed());
sift();
tieUp();
resized();
paint();
