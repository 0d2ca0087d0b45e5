// The picture's twin for those who don't see it: a table.
const list = byId("list");
const picture = byId("picture");
const viewButton = byId("view");

function fillList() {
  if (!list.hidden) fillRows();
}

function showList(asList) {
  list.hidden = !asList;
  picture.hidden = asList;
  viewButton.querySelector("span").textContent = say(asList ? "asPicture" : "asList");
  fillList();
  if (asList) list.focus();
  else appear();
  tell("looks");
}

viewButton.addEventListener("click", () => showList(list.hidden));
listeners.shown.push(fillList);
