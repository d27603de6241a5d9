// The table behind the picture: the same filter, focus and selection, in words. Names, or lines with their sources.

import { count, kinds, say } from "./boot.js";
import { byId, data, el, linked, sign } from "./dom.js";
import { saveFile } from "./files.js";
import { sourceUrl } from "./panel.js";
import { change, state } from "./state.js";

const AT_ONCE = 200; // rows that a page holds without becoming slow
let most = AT_ONCE;

export function buildTable() {
  byId("table-names").addEventListener("click", () => change({ table: "names", sort: "" }));
  byId("table-lines").addEventListener("click", () => change({ table: "lines", sort: "" }));
  byId("table-sort").addEventListener("change", (event) => change({ sort: event.target.value }));
}

const COLUMNS = {
  names: [
    { key: "name", value: (row) => row.node.name },
    { key: "area", value: (row) => row.area },
    { key: "links", value: (row) => row.others.length, isNumber: true },
    { key: "linked_with", value: (row) => row.others.map((other) => other.name).join(", ") },
  ],
  lines: [
    { key: "from", value: (row) => row.from.name },
    { key: "relation", value: (row) => row.words },
    { key: "to", value: (row) => row.to.name },
    { key: "source", value: (row) => row.source },
  ],
};

export function rowsOf(which, seen, model) {
  return which === "lines" ? lineRows(seen, model) : nameRows(seen, model);
}

function inFocus(seen, id) {
  return seen.focus === null || seen.focus.has(id);
}

function nameRows(seen, model) {
  const others = new Map(seen.nodes.map((node) => [node.id, new Set()]));
  for (const line of seen.lines) {
    others.get(line.from).add(model.nodes.get(line.to));
    others.get(line.to).add(model.nodes.get(line.from));
  }
  return seen.nodes.filter((node) => inFocus(seen, node.id)).map((node) => ({
    id: node.id,
    node,
    area: model.areas.get(node.area)?.name ?? "",
    others: [...others.get(node.id)].sort((one, other) => other.links - one.links),
  }));
}

function lineRows(seen, model) {
  const said = seen.lines.map((line) => ({
    id: line.id,
    from: model.nodes.get(line.from),
    to: model.nodes.get(line.to),
    words: [model.types[line.type][0], line.details, line.modality].filter(Boolean).join(" · "),
    says: line.says,
    source: line.says.map(([id, place]) => [model.sources[id].label, place].filter(Boolean).join(", ")).join("; "),
  }));
  const suggested = seen.suggestions.map((one) => ({
    id: one.id,
    from: model.nodes.get(one.from),
    to: model.nodes.get(one.to),
    words: `${say("suggestion")} · ${one.learning ? say("learn_from") : one.likelihood}`,
    says: [],
    source: one.why,
    url: one.url,
    isSuggestion: true,
  }));
  return [...said, ...suggested].filter((row) => inFocus(seen, row.from.id) && inFocus(seen, row.to.id));
}

function sorted(rows, which) {
  const [key, direction] = state.sort ? state.sort.split(":") : which === "names" ? ["links", "af"] : ["from", "op"];
  const column = COLUMNS[which].find((one) => one.key === key) ?? COLUMNS[which][0];
  const sense = direction === "af" ? -1 : 1;
  const compare = (one, other) => (column.isNumber ? column.value(one) - column.value(other) : column.value(one).localeCompare(column.value(other), "nl", { numeric: true }));
  // What is empty stands last, whichever way the column is sorted.
  const empty = (row) => (column.value(row) === "" ? 1 : 0);
  return { rows: rows.sort((one, other) => empty(one) - empty(other) || sense * compare(one, other) || (one.id < other.id ? -1 : 1)), key: column.key, sense };
}

export function showTable(seen, model, { choose }) {
  if (!state.table) return;
  const which = state.table;
  const { rows, key, sense } = sorted(rowsOf(which, seen, model), which);
  showHeading(rows, which, which === "lines" ? rows.length : lineRows(seen, model).length);
  byId("table-head").replaceChildren(el("tr", {}, ...COLUMNS[which].map((column) => headCell(column, key, sense))));
  byId("table-body").replaceChildren(...rows.slice(0, most).map((row) => (which === "names" ? nameRow(row, choose) : lineRow(row, model, choose))));
  byId("table-empty").hidden = rows.length > 0;
  const rest = rows.length - most;
  const more = byId("table-more");
  more.hidden = rest <= 0;
  more.textContent = say("show_more", { n: Math.min(rest, AT_ONCE) });
  more.onclick = () => {
    most += AT_ONCE;
    showTable(seen, model, { choose });
  };
  showSortSelect(which, key, sense);
}

function showHeading(rows, which, lines) {
  const areas = new Set(rows.map((row) => row.area).filter(Boolean)).size;
  const words = which === "names" ? count(rows.length, "names") : count(rows.length, "lines");
  byId("table-count").textContent = which === "names" && areas ? say("names_and_areas", { names: words, areas: count(areas, "areas") }) : words;
  byId("table-scope").textContent = state.steps ? say("in_focus") : say("same_filter");
  for (const one of ["names", "lines"]) byId(`table-${one}`).setAttribute("aria-pressed", String(one === which));
  byId("table-lines").textContent = say("lines_counted", { n: lines });
  byId("table-caption").textContent = which === "names" ? say("names") : say("lines");
}

function headCell(column, key, sense) {
  const isSorted = column.key === key;
  const next = isSorted ? (sense > 0 ? "af" : "op") : column.isNumber ? "af" : "op";
  const button = el("button", { type: "button", class: "sort", onclick: () => change({ sort: `${column.key}:${next}` }) }, say(`column_${column.key}`), el("span", { "aria-hidden": "true" }, isSorted ? (sense > 0 ? " ↑" : " ↓") : ""));
  return el("th", { scope: "col", class: column.isNumber ? "number" : "", "aria-sort": isSorted ? (sense > 0 ? "ascending" : "descending") : null }, button);
}

function nameButton(node, choose) {
  return el("button", { type: "button", class: "as-link name", onclick: () => choose(node.id, { open: true }) }, data(node.name));
}

function named(node, choose) {
  const kind = kinds.get(node.kind);
  return el("div", { class: "named" }, sign(kind), el("span", {}, nameButton(node, choose), el("span", { class: "unseen" }, `, ${kind.one}`)));
}

function cell(key, given, ...children) {
  return el("td", { "data-label": say(`column_${key}`), ...given }, ...children);
}

function nameRow({ node, area, others }, choose) {
  const first = others.slice(0, 2).map((other) => other.name).join(", ");
  const rest = others.length - 2;
  const more = rest > 0 ? el("button", { type: "button", class: "as-link", onclick: () => choose(node.id, { open: true }) }, say("and_more", { n: rest })) : null;
  return el("tr", { "aria-current": node.id === state.chosen ? "true" : null },
    el("th", { scope: "row" }, named(node, choose)),
    cell("area", {}, area ? data(area) : "–"),
    cell("links", { class: "number" }, String(others.length)),
    cell("linked_with", {}, first ? data(first) : "–", more ? " " : null, more));
}

function lineRow(row, model, choose) {
  const isChosen = state.chosen && (row.from.id === state.chosen || row.to.id === state.chosen);
  const sources = row.says.flatMap(([id, place], index) => [index ? "; " : "", linked(sourceUrl(model.sources[id].url, row.from.id), data([model.sources[id].label, place].filter(Boolean).join(", ")))]);
  const words = row.isSuggestion ? [el("span", { class: "stroke dashed", "aria-hidden": "true" }), " "] : [];
  return el("tr", { "aria-current": isChosen ? "true" : null },
    el("th", { scope: "row" }, named(row.from, choose)),
    cell("relation", {}, ...words, data(row.words)),
    cell("to", {}, named(row.to, choose)),
    cell("source", { class: "said" }, ...(row.isSuggestion ? [linked(row.url, row.source)] : sources)));
}

// On a phone the heads of columns go, and a list chooses the order.
function showSortSelect(which, key, sense) {
  const options = COLUMNS[which].filter((column) => column.key !== "linked_with").flatMap((column) =>
    ["op", "af"].map((direction) => el("option", { value: `${column.key}:${direction}` }, `${say(`column_${column.key}`)} ${direction === "op" ? "↑" : "↓"}`)));
  const select = byId("table-sort");
  select.replaceChildren(...options);
  select.value = `${key}:${sense > 0 ? "op" : "af"}`;
}

// ------------------------------------------------------------------------------------------------------------- files

export function saveCsv(which, seen, model) {
  const { rows } = sorted(rowsOf(which, seen, model), which);
  const cells = which === "names"
    ? [[say("column_name"), say("kind"), say("column_area"), say("column_links"), say("column_linked_with")], ...rows.map((row) => [row.node.name, kinds.get(row.node.kind).one, row.area, row.others.length, row.others.map((other) => other.name).join("; ")])]
    : [[say("column_from"), say("column_relation"), say("column_to"), say("column_source")], ...rows.map((row) => [row.from.name, row.words, row.to.name, row.source])];
  const text = cells.map((line) => line.map(csvCell).join(";")).join("\r\n");
  saveFile(`wijkweb-${which === "names" ? say("file_names") : say("file_lines")}.csv`, `\ufeff${text}\r\n`, "text/csv;charset=utf-8");
}

// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
function csvCell(value) {
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function announcement(seen) {
  const names = seen.focus === null ? seen.nodes.length : seen.nodes.filter((node) => seen.focus.has(node.id)).length;
  const lines = seen.focus === null ? seen.lines.length : seen.lines.filter((line) => seen.focus.has(line.from) && seen.focus.has(line.to)).length;
  const text = say("announce_counts", { names: count(names, "names"), lines: count(lines, "lines") });
  return seen.focus === null ? text : `${text} ${say("announce_faded")}`;
}

