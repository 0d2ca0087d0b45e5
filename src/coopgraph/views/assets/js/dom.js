// Making elements: text goes in as text only, never as markup.
const byId = (id) => document.getElementById(id);
const legend = byId("legend");

for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = texts[element.dataset.hint];
for (const element of document.querySelectorAll("[data-label]")) {
  element.ariaLabel = texts[element.dataset.label];
  if (element.matches("button, summary")) element.title = element.ariaLabel;
}
document.documentElement.lang = language;
document.title = given.titles[language];
document.querySelector("h1").textContent = document.title;

/** An element with properties and children; strings become text nodes, null and undefined are left out. */
function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "role") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The CSS colour of a type or a relation; the style sheet is the only home of colours. */
function colour(family, name) {
  const known = /^[A-Za-z]+$/.test(name) ? name : "other";
  return `var(--${family}-${known}, var(--${family}-other))`;
}

const OUTLINES = {
  square: "M2.5 2.5h11v11h-11z",
  diamond: "M8 1l7 7-7 7-7-7z",
  hexagon: "M4.4 1.8h7.2L15.2 8l-3.6 6.2H4.4L.8 8z",
  triangle: "M8 1.6l7 12.2H1z",
  triangleDown: "M8 14.4l7-12.2H1z",
  star: "M8 .8l2.1 4.8 5.2.5-3.9 3.4 1.2 5.1L8 11.9l-4.6 2.7 1.2-5.1L.7 6.1l5.2-.5z",
};

/** The sign of a type, as the picture draws it; in a colour that isn't the type's where one is given. */
function typeIcon(name, tint = colour("type", name)) {
  const { shape, hollow } = typeOf.get(name) ?? { shape: "dot", hollow: true };
  const outline = shape === "dot" ? svg("circle", { cx: 8, cy: 8, r: 6.4 }) : svg("path", { d: OUTLINES[shape] });
  const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: hollow ? "icon hollow" : "icon" }, outline);
  icon.style.color = tint;
  return icon;
}

/** The line of a relation, as the picture draws it. */
function relationIcon(relation) {
  const path = svg("path", { d: "M1 5h24" });
  if (relation.dashes) path.setAttribute("stroke-dasharray", relation.dashes.map((length) => length * 0.5).join(" "));
  const icon = svg("svg", { viewBox: "0 0 26 10", "aria-hidden": "true", class: "icon line" }, path);
  icon.style.color = colour("relation", relation.name);
  return icon;
}

/** A link to a web page, or plain text where the address is anything but http or https. */
function outside(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    // not an address: shown as text
  }
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return el("span", { dir: "auto" }, text);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text);
}
