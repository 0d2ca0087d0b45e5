// What all pictures share: colours from the style sheet, and the part of the picture that nothing covers.
const probe = document.head.appendChild(el("meta", { name: "probe" }));
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 760px)");

/** A CSS colour as the canvas understands it, in the present theme. */
function resolved(value) {
  probe.style.color = value;
  return getComputedStyle(probe).color;
}

const inks = new Map();
/** The colour of a CSS expression, remembered until the theme changes. */
function ink(value) {
  if (!inks.has(value)) inks.set(value, resolved(value));
  return inks.get(value);
}

/** How much of the picture's edge lies under the legend and the panel, in pixels. */
function covered() {
  const panel = byId("panel");
  const inset = narrow.matches ? { left: 12, right: 12, top: 20, bottom: 60 } : { left: 28, right: 28, top: 34, bottom: 44 };
  if (!narrow.matches && legend.open && legend.offsetWidth) inset.left += legend.offsetWidth + 8;
  if (!panel.hidden) inset[narrow.matches ? "bottom" : "right"] += narrow.matches ? panel.offsetHeight : panel.offsetWidth;
  return inset;
}
