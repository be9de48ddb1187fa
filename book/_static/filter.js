/* Narrows long tables to the rows a reader wants: a field for words and a list for each of a few columns.
   Without JavaScript the whole table stands there. Nothing is fetched, so it works from a disk. */
(() => {
  "use strict";

  const TABLES = {
    claims: ["Of what", "Given as", "Said by", "Article"],
    agreements: ["Act", "Rung", "Who", "PLOVER", "Article"],
  };
  const LEAST = 5; /* rows below which there is nothing to narrow */

  const words = (cell) => (cell ? cell.textContent.trim() : "");
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ı/g, "i");

  function field(form, id, label, input) {
    const box = document.createElement("div");
    const name = document.createElement("label");
    name.htmlFor = id;
    name.textContent = label;
    input.id = id;
    box.append(name, input);
    form.append(box);
    return input;
  }

  function narrow(table, columns) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const heads = [...(table.tHead ? table.tHead.rows[0].cells : [])].map(words);
    const places = columns.map((name) => heads.indexOf(name)).filter((place) => place >= 0);
    if (rows.length < LEAST || !places.length) return;
    const frame = table.closest(".corpus-table-with-notes") || table.parentElement;
    const form = document.createElement("form");
    form.className = "corpus-filter";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", `Rows of the table “${table.id}”`);
    form.addEventListener("submit", (event) => event.preventDefault());

    const text = document.createElement("input");
    text.type = "search";
    text.autocomplete = "off";
    field(form, `${table.id}-words`, "Any words", text);
    const lists = places.map((place) => {
      const list = document.createElement("select");
      list.append(new Option("all", ""));
      [...new Set(rows.map((row) => words(row.cells[place])))].sort((a, b) => a.localeCompare(b))
        .forEach((value) => list.append(new Option(value, value)));
      return [place, field(form, `${table.id}-${place}`, heads[place], list)];
    });
    const clear = document.createElement("button");
    clear.type = "reset";
    clear.textContent = "Show all rows";
    form.append(clear);
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    form.append(said);

    const show = () => {
      const wanted = fold(text.value).split(/\s+/).filter(Boolean);
      let left = 0;
      rows.forEach((row) => {
        const own = fold(row.textContent);
        row.hidden = !wanted.every((word) => own.includes(word))
          || !lists.every(([place, list]) => !list.value || words(row.cells[place]) === list.value);
        left += row.hidden ? 0 : 1;
      });
      said.textContent = `${left} of ${rows.length} rows`;
    };
    form.addEventListener("input", show);
    form.addEventListener("change", show);
    form.addEventListener("reset", () => setTimeout(show));
    show();
    frame.before(form);
  }

  function start() {
    Object.entries(TABLES).forEach(([id, columns]) => {
      const table = document.getElementById(id);
      const own = table && (table.matches("table") ? table : table.querySelector("table"));
      if (own) {
        own.id = own.id || id;
        narrow(own, columns);
      }
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
