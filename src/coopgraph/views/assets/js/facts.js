// Facts in words: who, what, when, and the passage that says so.
const AT_ONCE = 25; // facts of one kind shown before "more"

/** The name of a thing as a button that leads to it. */
function thingLink(number) {
  return el(
    "button",
    { type: "button", className: "link", onclick: () => { choose({ thing: number }); if (state.chosen && !byId("picture").hidden) visit(number); } },
    typeIcon(things[number].type),
    el("span", { className: "text", dir: "auto" }, things[number].name),
  );
}

/** A quote as people read it: without the asterisks by which Markdown sets words off. */
const unmarked = (quote) => quote.replace(/(?<![\d*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\d*])/g, "");

function passage([place, quote, confidence]) {
  const paper = documents[place];
  const title = paper.title ?? paper.name ?? say("untitled");
  const caption = [paper.source ? outside(paper.source, title) : el("span", { dir: "auto" }, title)];
  if (paper.date) caption.push(`\u00a0· ${paper.date}`);
  if (typeof confidence === "number") caption.push(`\u00a0· ${say("sure", { n: Math.round(confidence * 100) })}`);
  return el(
    "figure",
    { className: "passage" },
    el("blockquote", { dir: "auto", tabIndex: quote.length > 700 ? 0 : -1 }, unmarked(quote)),
    el("figcaption", {}, caption),
  );
}

/** The passages of a fact: the first in sight, the others a click away. */
function passages(evidence) {
  if (evidence.length < 3) return evidence.map(passage);
  const rest = evidence.slice(1);
  return [passage(evidence[0]), el("details", {}, el("summary", {}, say("passages", { n: rest.length })), rest.map(passage))];
}

function details(fact) {
  const parts = [];
  if (fact.kind) parts.push(word("kinds", fact.kind));
  if (fact.role) parts.push(fact.role);
  if (fact.amount) parts.push(fact.amount);
  if (fact.date) parts.push(fact.end ? say("since", { date: fact.date }) : fact.date);
  if (fact.end) parts.push(say("until", { date: fact.end }));
  const row = parts.map((part) => el("span", { dir: "auto" }, part));
  if (fact.status && fact.status !== "stated") row.push(el("span", { className: "status" }, word("status", fact.status)));
  return row.length ? el("p", { className: "meta" }, row) : null;
}

/** Facts as one item of a list; `ends` are the elements that say whom they are all with. */
function factItem(same, ends) {
  const each = same.map((fact) => el("div", { className: "one" }, details(fact), passages(fact.evidence)));
  return el("li", { className: "fact" }, ends.length ? el("div", { className: "ends" }, ends) : null, each);
}

function countItem(fact) {
  let number = figures.format(fact.count);
  if (fact.bound) number = Object.hasOwn(texts.bounds, fact.bound) ? texts.bounds[fact.bound].replace("{n}", number) : `${fact.bound} ${number}`;
  const text = [number, fact.of, fact.within].filter(Boolean).join(" ");
  return factItem([fact], [el("strong", { dir: "auto" }, text)]);
}

/** A heading with its facts, the first of many in sight. */
function factGroup(title, icon, count, items) {
  const list = el("ul", {}, items.slice(0, AT_ONCE).map((item) => item()));
  const rest = items.slice(AT_ONCE);
  const group = el(
    "section",
    { className: "group" },
    el("h3", {}, icon, el("span", {}, title), el("span", { className: "count" }, figures.format(count))),
    list,
  );
  if (rest.length) {
    const more = el("button", { type: "button", className: "plain" }, say("more", { n: rest.length }));
    more.addEventListener("click", () => {
      const added = rest.map((item) => item());
      list.append(...added);
      more.remove();
      added[0].querySelector("button")?.focus();
    });
    group.append(more);
  }
  return group;
}

/** The other ends of a fact, each once. */
function partnersIn(fact, number) {
  const others = new Set();
  for (const [subject, object] of fact.ends) {
    if (subject === number) others.add(object);
    else if (object === number) others.add(subject);
  }
  return [...others];
}

/** Facts with the same partners together, in the order of the first of each. */
function byPartners(list, number) {
  const found = new Map();
  for (const fact of list) {
    const partners = partnersIn(fact, number);
    const key = partners.join();
    if (!found.has(key)) found.set(key, { partners, facts: [] });
    found.get(key).facts.push(fact);
  }
  return [...found.values()];
}

/** Facts of a thing by relation and direction, cooperation by the kind of agreement; newest first, in the legend's order. */
function groupedFacts(number) {
  const found = new Map();
  for (const place of factsOf[number]) {
    const fact = facts[place];
    if (!fact.ends) continue;
    const outward = fact.relation === "cooperatesWith" || fact.ends.some(([subject]) => subject === number);
    const kind = fact.relation === "cooperatesWith" ? fact.kind ?? "" : "";
    const key = `${fact.relation} ${outward} ${kind}`;
    if (!found.has(key)) found.set(key, { relation: fact.relation, outward, kind, facts: [] });
    found.get(key).facts.push(fact);
  }
  const order = given.relations.map((relation) => relation.name);
  const newest = (a, b) => (b.date ?? "").localeCompare(a.date ?? "");
  for (const group of found.values()) group.facts.sort(newest);
  return [...found.values()].sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || b.outward - a.outward || b.facts.length - a.facts.length || a.kind.localeCompare(b.kind));
}
