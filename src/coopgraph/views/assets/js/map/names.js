// Names of countries on the map: of reading size, the largest first, none over another.
const ruler = el("canvas").getContext("2d");
const NAME_FONT = getComputedStyle(document.body).fontFamily;

function writeNames() {
  const strong = emphasis();
  const taken = [...document.querySelectorAll(".zoom, #legend")].map(({ offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight }) => ({ left, top, right: left + offsetWidth, bottom: top + offsetHeight }));
  const free = (box) => taken.every((other) => other.left >= box.right || other.right <= box.left || other.top >= box.bottom || other.bottom <= box.top);
  for (const group of marks.querySelectorAll(".small")) {
    const [x, y] = toScreen(spots.get(group.dataset.code));
    taken.push({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 });
  }
  const order = largest(ties.lands).map(({ code }) => code);
  const chosen = strong ? order.filter((code) => strong.lands.has(code)) : order;
  const first = strong?.code && ties.lands.has(strong.code) ? [strong.code] : [];
  ruler.font = `600 13px ${NAME_FONT}`;
  const texts = [];
  for (const code of [...first, ...chosen.filter((code) => code !== first[0])]) {
    const name = shorten(countryName(code));
    const width = ruler.measureText(name).width;
    const [x, y] = toScreen(spots.get(code));
    if (x < -width || y < -20 || x > stage.clientWidth + width || y > stage.clientHeight + 20) continue;
    const small = spots.get(code)[2] * view.scale ** 2 < SMALL;
    const options = small ? [[x, y + 18], [x, y - 11], [x + 10 + width / 2, y + 4], [x - 10 - width / 2, y + 4]] : [[x, y + 17], [x, y - 8], [x, y + 4]];
    const within = ([cx, cy]) => [Math.min(Math.max(cx, width / 2 + 5), stage.clientWidth - width / 2 - 5), cy];
    const spot = options.map(within).find(([cx, cy]) => free({ left: cx - width / 2 - 3, top: cy - 13, right: cx + width / 2 + 3, bottom: cy + 4 }));
    if (!spot) continue;
    taken.push({ left: spot[0] - width / 2 - 3, top: spot[1] - 13, right: spot[0] + width / 2 + 3, bottom: spot[1] + 4 });
    texts.push(svg("text", { class: "name", x: spot[0].toFixed(1), y: spot[1].toFixed(1) }, name));
  }
  names_.replaceChildren(...texts);
}

const shorten = (name) => ([...name].length > 24 ? `${[...name].slice(0, 23).join("")}…` : name);
