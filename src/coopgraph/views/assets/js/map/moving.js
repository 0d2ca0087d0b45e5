// Moving about the map: with the mouse, one finger or two, and the keyboard.
const view = { x: 0, y: 0, scale: 1 };
const tip = byId("tip");
const toScreen = ([x, y]) => [x * view.scale + view.x, y * view.scale + view.y];
const SMALL = 130; // pixels of area below which a country is shown as a dot, too

/** Put everything where it belongs at the present scale. */
function place() {
  world.setAttribute("transform", `translate(${view.x.toFixed(2)} ${view.y.toFixed(2)}) scale(${view.scale.toFixed(4)})`);
  for (const group of marks.children) {
    const [, , area] = spots.get(group.dataset.code);
    const [x, y] = toScreen(spots.get(group.dataset.code));
    group.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    group.classList.toggle("small", area * view.scale ** 2 < SMALL);
  }
  writeNames();
}

/** Keep some of the world in sight. */
function settle() {
  const { clientWidth: width, clientHeight: height } = stage;
  view.scale = Math.min(Math.max(view.scale, Math.min(width / map.width, height / map.height) * 0.7), 60);
  view.x = Math.min(Math.max(view.x, width * 0.4 - map.width * view.scale), width * 0.6);
  view.y = Math.min(Math.max(view.y, height * 0.4 - map.height * view.scale), height * 0.6);
  place();
}

/** Show these countries as large as the free part of the picture allows. */
function frameLands(wanted) {
  const box = covered();
  const width = Math.max(stage.clientWidth - box.left - box.right, 120);
  const height = Math.max(stage.clientHeight - box.top - box.bottom, 120);
  const points = wanted.length ? wanted.map((code) => spots.get(code)) : [[0, 0], [map.width, map.height]];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const pad = wanted.length ? 45 : 0;
  const [left, right] = [Math.max(Math.min(...xs) - pad, 0), Math.min(Math.max(...xs) + pad, map.width)];
  const [top, bottom] = [Math.max(Math.min(...ys) - pad, 0), Math.min(Math.max(...ys) + pad, map.height)];
  view.scale = Math.min(width / Math.max(right - left, 150), height / Math.max(bottom - top, 100));
  view.x = held(width / 2 - ((left + right) / 2) * view.scale, width, map.width * view.scale) + box.left;
  view.y = held(height / 2 - ((top + bottom) / 2) * view.scale, height, map.height * view.scale) + box.top;
  settle();
}

/** Where the world begins in a free space: in its middle if it fits in, else so that nothing beyond the world is seen. */
function held(start, free, whole) {
  return whole < free ? (free - whole) / 2 : Math.min(Math.max(start, free - whole), 0);
}

function zoomAt(factor, [x, y]) {
  const before = view.scale;
  view.scale = Math.min(Math.max(before * factor, 0.1), 60);
  view.x = x - ((x - view.x) / before) * view.scale;
  view.y = y - ((y - view.y) / before) * view.scale;
  settle();
}

function zoom(factor) {
  zoomAt(factor, [stage.clientWidth / 2, stage.clientHeight / 2]);
}

const local = (event) => {
  const box = stage.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};
stage.addEventListener("wheel", (event) => {
  zoomAt(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), local(event));
  event.preventDefault();
}, { passive: false });

const touching = new Map();
let dragged = false;
stage.addEventListener("pointerdown", (event) => {
  touching.set(event.pointerId, local(event));
  if (touching.size === 1) dragged = false;
});
stage.addEventListener("pointermove", (event) => {
  hover(event);
  const was = touching.get(event.pointerId);
  if (!was) return;
  const now = local(event);
  if (!dragged && Math.hypot(now[0] - was[0], now[1] - was[1]) < 5) return;
  if (!dragged) stage.setPointerCapture(event.pointerId);
  dragged = true;
  const [other] = [...touching].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  touching.set(event.pointerId, now);
  if (other) {
    const far = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]);
    zoomAt(far(now) / Math.max(far(was), 1), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  } else {
    view.x += now[0] - was[0];
    view.y += now[1] - was[1];
    settle();
  }
});
for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, (event) => touching.delete(event.pointerId));
stage.addEventListener("pointerleave", () => { tip.hidden = true; });

/** What is pointed at: a country, a tie, or nothing. */
function target(event) {
  const { code, pair } = event.target.closest?.("[data-code], [data-pair]")?.dataset ?? {};
  return code && ties.lands.has(code) ? { country: code } : pair ? { pair } : null;
}

function hover(event) {
  const found = target(event);
  tip.hidden = !found || dragged || event.pointerType === "touch";
  if (tip.hidden) return;
  tip.textContent = found.country ? `${countryName(found.country)}: ${words(ties.lands.get(found.country))}` : pairTitle(ties.pairs.get(found.pair));
  const [x, y] = local(event);
  tip.style.transform = `translate(${Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8)}px, ${Math.min(y + 16, stage.clientHeight - tip.offsetHeight - 8)}px)`;
}

stage.addEventListener("click", (event) => {
  if (dragged) return;
  const found = target(event);
  if (found?.country) roving = found.country;
  choose(found);
});
stage.addEventListener("focusin", ({ target: { dataset } }) => {
  if (!dataset.code) return;
  roving = dataset.code;
  for (const group of marks.children) group.setAttribute("tabindex", group.dataset.code === roving ? 0 : -1);
});

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** The nearest country in a direction. */
function beside(code, [dx, dy]) {
  const [x, y] = spots.get(code);
  let best = null;
  for (const other of ties.lands.keys()) {
    const [ox, oy] = spots.get(other);
    const along = (ox - x) * dx + (oy - y) * dy;
    const across = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (along <= 0.01 || across > along * 2.5) continue;
    if (!best || along + across < best.far) best = { other, far: along + across };
  }
  return best?.other ?? null;
}

stage.addEventListener("keydown", (event) => {
  const { code } = event.target.dataset;
  if (code && WAYS[event.key]) {
    const next = beside(code, WAYS[event.key]);
    if (next) reach(next);
  } else if (code && (event.key === "Enter" || event.key === " ")) choose({ country: code });
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

/** Bring a country into the free part of the picture, without changing the scale where it is there already. */
function bring(code) {
  const [x, y] = toScreen(spots.get(code));
  const box = covered();
  const [right, bottom] = [stage.clientWidth - box.right, stage.clientHeight - box.bottom];
  if (x > box.left && x < right && y > box.top && y < bottom) return;
  view.x += (box.left + right) / 2 - x;
  view.y += (box.top + bottom) / 2 - y;
  place();
}

/** Lead the keyboard to a country. */
function reach(code) {
  bring(code);
  marks.querySelector(`[data-code="${code}"]`).focus({ preventScroll: true });
}
