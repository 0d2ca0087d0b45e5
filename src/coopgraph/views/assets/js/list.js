// The picture's twin for those who don't see it: the most connected things as a table.
const MOST_ROWS = 200;
const list = byId("list");
const picture = byId("picture");
const viewButton = byId("view");

function fillList() {
  if (list.hidden) return;
  const top = shown.ranking.slice(0, MOST_ROWS);
  byId("list-note").textContent = say("listNote", { n: top.length, all: things.length });
  byId("rows").replaceChildren(...top.map((number) => el(
    "tr",
    {},
    el("td", {}, thingLink(number)),
    el("td", { className: "type" }, word("types", things[number].type)),
    ...[shown.partners[number], MEASURES.facts(number), things[number].documents ?? 0].map((count) => el("td", { className: "number" }, figures.format(count))),
  )));
}

function showList(asList) {
  list.hidden = !asList;
  picture.hidden = asList;
  viewButton.querySelector("span").textContent = say(asList ? "asNetwork" : "asList");
  fillList();
  if (asList) list.focus();
  else {
    network.redraw();
    fit(scene.nodes, false);
  }
  tell("looks");
}

viewButton.addEventListener("click", () => showList(list.hidden));
listeners.shown.push(fillList);
