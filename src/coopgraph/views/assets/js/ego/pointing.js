// Pointing at the picture, with the mouse, a finger or the keyboard.
const tip = byId("tip");
let pointed = null; // the partner that the pointer or the keyboard is at
let held = null; // where the pointer took hold of the picture

function thingAt(event) {
  const spot = event.target.closest?.("[data-thing]");
  return spot ? Number(spot.getAttribute("data-thing")) : null;
}

function pointAt(thing) {
  if (thing === pointed) return;
  pointed = thing;
  paint();
}

/** What ties a partner, in short. */
function tieText(thing) {
  const entry = ties.partners.get(thing);
  if (!entry) return things[thing].name;
  return [things[thing].name, countryOf(thing), say("ties", { n: entry.ties }), entry.since ? say("since", { date: entry.since }) : null].filter(Boolean).join(" · ");
}

stage.addEventListener("pointermove", (event) => {
  if (held) {
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 5) return;
    if (!held.moved) stage.setPointerCapture(event.pointerId);
    held.moved = true;
    look = { ...look, x: held.from.x + event.clientX - held.x, y: held.from.y + event.clientY - held.y };
    tip.hidden = true;
    return paint();
  }
  if (event.pointerType === "touch") return;
  const thing = thingAt(event);
  pointAt(thing === centre ? null : thing);
  tip.hidden = thing === null;
  if (thing === null) return;
  tip.textContent = tieText(thing);
  const box = stage.getBoundingClientRect();
  tip.style.transform = `translate(${Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 8)}px, ${Math.min(event.clientY - box.top + 16, box.height - tip.offsetHeight - 8)}px)`;
});
stage.addEventListener("pointerleave", () => {
  tip.hidden = true;
  if (!held) pointAt(null);
});
stage.addEventListener("pointerdown", (event) => {
  held = event.button === 0 ? { x: event.clientX, y: event.clientY, from: { ...look }, moved: false, thing: thingAt(event) } : null;
});
stage.addEventListener("pointerup", () => {
  const was = held;
  held = null;
  if (!was || was.moved) return;
  pointed = null;
  choose(was.thing === null ? null : { thing: was.thing });
});
stage.addEventListener("pointercancel", () => { held = null; });
stage.addEventListener("wheel", (event) => {
  const box = stage.getBoundingClientRect();
  zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.clientX - box.left, y: event.clientY - box.top });
  event.preventDefault();
}, { passive: false });
stage.addEventListener("keydown", (event) => {
  const round = plan.spots.filter((spot) => spot.named).sort((a, b) => a.turn - b.turn).map((spot) => spot.entry.thing);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step && round.length) {
    const here = round.indexOf(pointed);
    pointAt(round[here < 0 ? (step > 0 ? 0 : round.length - 1) : (here + step + round.length) % round.length]);
    byId("pointed").textContent = tieText(pointed);
  } else if (event.key === "Enter") choose({ thing: pointed ?? centre });
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});
