// The picture as it is saved: what is on the screen, with the figures below the heading.
function sketch() {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const inset = covered();
  // What lies under the legend and the panel is left out.
  const [left, right] = [Math.max(inset.left - 28, 0), narrow.matches ? 0 : Math.max(inset.right - 28, 0)];
  const said = keyFigures().map(([name, text]) => `${word("keyFigures", name)}: ${text}`);
  const rows = lined(said.join(" · "), width - left - right - 40, 4, "400 12.5px");
  const head = 16 + rows.length * 17;
  const whole = svg("g", { transform: `translate(${(look.x - left).toFixed(1)} ${(look.y + head).toFixed(1)})`, "font-family": "system-ui, sans-serif" }, ...elements());
  for (const spot of whole.querySelectorAll("[data-thing]")) spot.removeAttribute("data-thing");
  return { width: width - left - right, height: height + head, content: [whole,
    svg("g", { "font-family": "system-ui, sans-serif", fill: ink("var(--text)") }, ...rows.map((row, place) => svgText(row, { x: 20, y: 22 + place * 17, "font-size": 12.5 })))] };
}
