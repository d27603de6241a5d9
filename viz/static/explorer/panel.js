// The panel beside the picture: what a name is, who says so, with whom it is linked and by which source, suggestions last.

import { boot, count, isFile, kinds, say } from "./boot.js";
import { byId, data, el, linked, pictogram, sign } from "./dom.js";
import { change, state } from "./state.js";

const SHOWN = 3; // relationships of a group that show at once
const ORDER = ["PARTNERS_WITH", "SUPPORTS", "INVOLVED_IN", "PARTY_TO", "PART_OF", "ATTENDED"];
const LAST = ["NEEDS", "OFFERS", "SERVES", "ABOUT", "ACTIVE_IN", "CONCERNS"];
const opened = new Set(); // groups that the reader opened, for the name at hand
let shownId = "";

export function showPanel(model, seen, { choose }) {
  if (shownId !== state.chosen) opened.clear();
  shownId = state.chosen;
  const panel = byId("panel");
  const node = model.nodes.get(state.chosen);
  const area = model.areas.get(state.chosen);
  panel.classList.toggle("with-name", Boolean(node || area));
  document.body.classList.toggle("panel-open", Boolean(node || area));
  const again = () => showPanel(model, seen, { choose });
  const content = node ? ofName(node, model, choose, again) : area ? ofArea(area, model, choose, again) : ofNothing(model, seen, choose);
  byId("panel-content").replaceChildren(...content);
}

// ------------------------------------------------------------------------------------------------------------ heads

function head(mark, name, sub) {
  const close = el("button", { type: "button", class: "close", "aria-label": say("close_panel"), onclick: () => change({ chosen: "", steps: 0 }) }, pictogram("close"));
  return el("div", { class: "panel-head" }, mark, el("div", {}, el("h2", { id: "panel-title", tabindex: "-1" }, data(name)), sub), close);
}

function subLine(parts) {
  const line = el("p", { class: "quiet small" });
  parts.forEach(([text, isData], index) => line.append(index ? " · " : "", isData ? data(text) : index ? text : upperFirst(text)));
  return line;
}

function upperFirst(text) {
  return text.charAt(0).toLocaleUpperCase(boot.lang) + text.slice(1);
}

function actions(url) {
  const focus = el("button", { type: "button", class: "button", "aria-pressed": String(state.steps > 0), onclick: () => change({ steps: state.steps ? 0 : 2 }) }, say("only_this"), " ", el("kbd", { "aria-hidden": "true" }, "2"));
  const table = el("button", { type: "button", class: "button for-phone", onclick: () => change({ table: state.table ? "" : "names" }) }, state.table ? say("map") : say("table"));
  return el("div", { class: "panel-actions" }, url ? el("a", { class: "button primary", href: url }, say("whole_page")) : null, table, focus);
}

// ------------------------------------------------------------------------------------------------------- what it is

function ofName(node, model, choose, again) {
  const known = [];
  if (node.summary) known.push(el("p", { class: "summary" }, data(node.summary)));
  if (node.summary && node.says.length) known.push(says(node.says, model, node.id));
  if (!node.named) known.unshift(el("p", { class: "quiet small" }, say("not_named")));
  return [
    head(sign(kinds.get(node.kind)), node.name, subLine(node.sub)),
    ...known,
    actions(node.url),
    ...groupsOf(node, model).map((group) => groupList(group, model, choose, again)),
    suggestionsOf(node.id, model, choose),
    node.url ? el("p", { class: "small" }, el("a", { href: node.url }, say("rest_on_page"))) : null,
  ].filter(Boolean);
}

function ofArea(area, model, choose, again) {
  const inside = model.inArea(area.id).sort((one, other) => other.links - one.links);
  const entries = inside.map((node) => ({ other: node, tie: (model.ties.get(node.id) ?? []).find((tie) => tie.to === area.id) }));
  const groups = [...kinds.values()]
    .map((kind) => ({ key: kind.name, label: kind.many, entries: entries.filter(({ other }) => other.kind === kind.name) }))
    .filter((group) => group.entries.length);
  return [
    head(sign(boot.area), area.name, subLine([[boot.area.one, false], ...(area.level ? [[area.level, false]] : []), ...(area.apart ? [[area.apart, true]] : [])])),
    area.summary ? el("p", { class: "summary" }, data(area.summary)) : null,
    area.says.length ? says(area.says, model, area.id) : null,
    actions(area.url),
    ...groups.map((group) => groupList(group, model, choose, again)),
  ].filter(Boolean);
}

// Nothing is chosen yet: how to begin, and with whom one might.
function ofNothing(model, seen, choose) {
  const best = [...seen.nodes].filter((node) => node.named).sort((one, other) => other.links - one.links).slice(0, 5);
  const list = el("ul", { class: "entries" }, ...best.map((node) => el("li", {}, sign(kinds.get(node.kind)), el("div", {}, nameButton(node, choose), el("p", { class: "said" }, count(node.links, "links"))))));
  const ideas = seen.suggestions.slice(0, 3);
  return [
    el("h2", { id: "panel-title", tabindex: "-1" }, say("choose_a_name")),
    el("p", { class: "summary" }, say("how_to_begin")),
    el("h3", {}, el("span", {}, say("most_linked"))),
    list,
    ...(ideas.length ? [el("h3", {}, el("span", {}, say("suggestions"))), suggestionList(ideas, "", choose)] : []),
  ];
}

// ---------------------------------------------------------------------------------------------------- who says so

// "volgens ..." with a link to what the source says of this very thing.
export function says(references, model, about) {
  return el("p", { class: "said" }, ...saidParts(references, model, about, upperFirst(say("according_to"))));
}

function saidParts(references, model, about, lead) {
  const parts = [lead, " "];
  references.forEach(([id, place], index) => {
    const source = model.sources[id];
    const words = place ? `${source.label}, ${place}` : source.label;
    parts.push(index ? "; " : "", linked(sourceUrl(source.url, about), data(words)));
  });
  return parts;
}

export function sourceUrl(url, about) {
  if (!url || isFile) return url;
  return `${url}${url.includes("?") ? "&" : "?"}over=${encodeURIComponent(about)}`;
}

// ---------------------------------------------------------------------------------------------------- relationships

function groupsOf(node, model) {
  const groups = new Map();
  const put = (line, other) => {
    const outgoing = line.from === node.id;
    const [out, back] = model.types[line.type];
    const key = `${line.type} ${out === back ? "" : outgoing}`;
    if (!groups.has(key)) groups.set(key, { key, type: line.type, label: upperFirst(outgoing ? out : back), entries: [] });
    groups.get(key).entries.push({ other, tie: line });
  };
  for (const line of model.linesAt(node.id)) put(line, model.nodes.get(line.from === node.id ? line.to : line.from));
  for (const tie of model.ties.get(node.id) ?? []) put(tie, model.areas.get(tie.to) ?? { id: "", name: tie.name });
  for (const group of groups.values()) group.entries.sort((one, other) => (other.other.links ?? 0) - (one.other.links ?? 0));
  const place = (group) => (LAST.includes(group.type) ? 100 + LAST.indexOf(group.type) : ORDER.includes(group.type) ? ORDER.indexOf(group.type) : 50);
  return [...groups.values()].sort((one, other) => place(one) - place(other));
}

function groupList(group, model, choose, again) {
  const isOpen = opened.has(group.key);
  const shown = isOpen || group.entries.length === SHOWN + 1 ? group.entries : group.entries.slice(0, SHOWN);
  const rest = group.entries.length - shown.length;
  const more = rest ? el("button", { type: "button", class: "as-link", onclick: () => { opened.add(group.key); again(); byId("panel-content").querySelector(`[data-group="${group.key}"] li:nth-child(${SHOWN + 1}) button, [data-group="${group.key}"] li:nth-child(${SHOWN + 1}) a`)?.focus(); } }, say("show_more", { n: rest })) : null;
  return el("section", { "data-group": group.key },
    el("h3", {}, el("span", {}, group.label), el("span", { class: "count" }, group.entries.length)),
    el("ul", { class: "entries" }, ...shown.map((entry) => entryItem(entry, model, choose))),
    more);
}

function entryItem({ other, tie }, model, choose) {
  const told = tie ? [tie.details, tie.modality].filter(Boolean) : [];
  const line = el("p", { class: "said" });
  told.forEach((text) => line.append(data(text), " · "));
  if (tie?.disputed) line.append(say("disputed"), " · ");
  if (tie?.says.length) line.append(...saidParts(tie.says.slice(0, 2), model, other.id || tie.from, say("according_to")));
  const kind = other.kind ? kinds.get(other.kind) : boot.area;
  const mark = other.id ? sign(kind) : el("span", { class: "dot", "aria-hidden": "true" });
  // Names that no source gives are all alike: what it is tells them apart.
  const what = other.named === false && other.summary ? el("p", { class: "small" }, data(other.summary)) : null;
  return el("li", {}, mark, el("div", {}, other.id ? nameButton(other, choose) : data(other.name), ...(what ? [what] : []), line));
}

// A name in a list chooses it in the picture; its own page is one step further.
function nameButton(node, choose) {
  return el("button", { type: "button", class: "as-link name", onclick: () => choose(node.id, { open: true }) }, data(node.name));
}

// ------------------------------------------------------------------------------------------------------ suggestions

function suggestionsOf(id, model, choose) {
  const found = state.year ? [] : model.suggestionsOf(id);
  if (!found.length) return null;
  return el("section", { "data-group": "suggestions" },
    el("h3", {}, el("span", {}, say("suggestions")), el("span", { class: "count" }, found.length)),
    suggestionList(found.slice(0, 5), id, choose));
}

function suggestionList(found, id, choose) {
  return el("ul", { class: "entries" }, ...found.map((one) => {
    const others = id ? [one.from === id ? 1 : 0] : [0, 1];
    const names = others.flatMap((index, place) => [place ? ` ${say("and")} ` : null, el("button", { type: "button", class: "as-link name", onclick: () => choose([one.from, one.to][index], { open: true }) }, data(one.names[index]))]);
    const kind = one.learning ? say("learn_from") : upperFirst(one.likelihood);
    return el("li", {}, el("span", { class: "stroke dashed", "aria-hidden": "true" }),
      el("div", {}, el("p", {}, ...names.filter(Boolean)), el("p", { class: "said" }, kind, " · ", one.why, one.url ? " " : null, one.url ? el("a", { href: one.url }, say("all_reasons")) : null)));
  }));
}
