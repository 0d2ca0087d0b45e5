// Pointing at the picture, with the mouse, a finger or the keyboard.
const tip = byId("tip");
function pointAt(id, { x, y }) {
  tip.textContent = id >= first ? groupName(id - first) : things[id].name;
  tip.hidden = false;
  const box = stage.getBoundingClientRect();
  tip.style.transform = `translate(${Math.min(x + 14, box.width - tip.offsetWidth - 8)}px, ${Math.min(y + 16, box.height - tip.offsetHeight - 8)}px)`;
}

network.on("click", ({ nodes: [id], edges: [line] }) => {
  if (id >= first) return openGroup(id - first);
  if (id !== undefined) return choose({ thing: id });
  if (line === undefined) return choose(null);
  return choose(typeof line === "string" ? { bundle: line } : { link: line });
});
network.on("doubleClick", ({ nodes: [id] }) => {
  if (id !== undefined && id < first) filter({ around: { thing: id, hops: 1 } });
});
network.on("hoverNode", ({ node, pointer }) => pointAt(node, pointer.DOM));
network.on("blurNode", () => { tip.hidden = true; });
network.on("dragStart", () => { tip.hidden = true; });
network.on("dragging", ({ nodes: moved }) => {
  for (const id of moved) places[id] = network.getPosition(id);
});
network.on("dragEnd", ({ nodes: moved }) => { if (moved.length) paint(); });
stage.addEventListener("keydown", (event) => {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const { x, y } = network.getViewPosition();
  const far = 80 / network.getScale();
  if (steps[event.key]) network.moveTo({ position: { x: x + steps[event.key][0] * far, y: y + steps[event.key][1] * far } });
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

// Behind the things of an open group, its disc.
network.on("beforeDrawing", (context) => {
  if (!scene.grouped) return;
  context.fillStyle = ink("var(--inside)");
  for (const group of state.open) {
    context.beginPath();
    context.arc(places[first + group].x, places[first + group].y, groups[group].radius, 0, 2 * Math.PI);
    context.fill();
  }
});
