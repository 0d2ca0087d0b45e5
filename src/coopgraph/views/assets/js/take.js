// What people take along: the picture as SVG or PNG, the facts shown as a table.
function save(blob, ending) {
  const link = el("a", { href: URL.createObjectURL(blob), download: `${fold(document.title).slice(0, 60).replaceAll(" ", "-") || "coopgraph"}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A text as an element of a picture. */
function svgText(content, attributes) {
  const element = svg("text", attributes);
  element.textContent = content;
  return element;
}

/** What is visible of the picture as an SVG element that stands for itself, its heading above. */
function drawing() {
  const HEAD = 58;
  const { width, height, content } = sketch();
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: height + HEAD, viewBox: `0 ${-HEAD} ${width} ${height + HEAD}` },
    svg("rect", { y: -HEAD, width, height: height + HEAD, fill: ink("var(--ground)") }),
    ...content,
    svg("rect", { y: -HEAD, width, height: HEAD, fill: ink("var(--surface)") }),
    svg("g", { "font-family": "system-ui, sans-serif", fill: ink("var(--text)") },
      svgText(document.title, { x: 20, y: -32, "font-size": 18, "font-weight": 600 }),
      svgText(summary.textContent, { x: 20, y: -12, "font-size": 12.5, fill: ink("var(--muted)") })));
}

function svgBlob() {
  return new Blob([new XMLSerializer().serializeToString(drawing())], { type: "image/svg+xml" });
}

async function savePng() {
  const image = new Image();
  image.src = URL.createObjectURL(svgBlob());
  await image.decode();
  const canvas = el("canvas", { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((blob) => save(blob, "png"), "image/png");
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value) {
  const text = String(value ?? "");
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The facts shown, a line a pair and passage, with a heading. */
function table() {
  const columns = ["relation", "subject", "object", "kind", "role", "date", "end", "status", "amount", "confidence", "document", "title", "source", "quote"];
  const rows = [columns];
  const pairs = new Set([...shown.links].map((number) => `${links[number].from} ${links[number].to} ${links[number].relation}`));
  for (const place of shown.facts) {
    const fact = facts[place];
    for (const [subject, object] of fact.ends ?? []) {
      if (!pairs.has(`${subject} ${object} ${fact.relation}`)) continue;
      for (const [paper, quote, confidence] of fact.evidence) {
        rows.push([fact.relation, things[subject].name, things[object].name, fact.kind, fact.role, fact.date, fact.end, fact.status, fact.amount, confidence,
          documents[paper].name, documents[paper].title, documents[paper].source, quote]);
      }
    }
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

byId("save-svg").addEventListener("click", () => save(svgBlob(), "svg"));
byId("save-png").addEventListener("click", savePng);
byId("save-csv").addEventListener("click", () => save(new Blob([table()], { type: "text/csv;charset=utf-8" }), "csv"));
const menu = byId("take");
menu.addEventListener("click", (event) => { if (event.target.closest("button")) menu.open = false; });
menu.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false; });
