// The map: puts the parts together. Every change goes through the state, and the state is the address.

import { boot, count, isFile, kinds, say } from "./boot.js";
import { announce, byId } from "./dom.js";
import { buildKeys } from "./keys.js";
import { buildLegend, showLegend } from "./legend.js";
import { model } from "./model.js";
import { showPanel } from "./panel.js";
import { Picture } from "./picture.js";
import { savePng, saveSvg } from "./save.js";
import { answerFromFile } from "./search.js";
import { buildSheet } from "./sheet.js";
import { change, onChange, readAddress, state } from "./state.js";
import { announcement, buildTable, saveCsv, showTable } from "./table.js";
import { buildTime, showTime, stepYear } from "./time.js";
import { look } from "./visible.js";
import { firstName, isArrow, nextName } from "./walk.js";

const STRUCTURE = ["off", "meetings", "themes", "phase", "chosen", "steps", "year", "everything", "areas", "said", "suggested", "learned"];
const QUIET = ["view", "table", "sort", "learned"]; // changes that need no announcement of counts

let seen;
let here = { year: 0, everything: false }; // of which year the picture is, and of how much
let asked = 0; // questions to the site so far: an answer to an older one is not shown

readAddress();
model.merge(boot.document);
const picture = new Picture(model, state, { onChoose: clicked, onMove: keepView, covered });
picture.add([...model.nodes.keys()]);
picture.fitted = () => whatToFit();
buildLegend();
buildTable();
buildTime(model);
buildSheet();
buildKeys(keyAction);
answerFromFile(model);
buildTools();
onChange(changed);
start();

// ------------------------------------------------------------------------------------------------------------ start

async function start() {
  if (isFile) learnSuggestions(boot.suggestions);
  if (!isFile && (state.year || state.everything)) await reload();
  await know(state.chosen, state.steps);
  if (state.chosen && !model.nodes.has(state.chosen) && !model.areas.has(state.chosen)) Object.assign(state, { chosen: "", steps: 0 });
  show({ fit: true });
  if (state.view) picture.camera.set(state.view);
  document.documentElement.classList.add("map-ready");
  if (!isFile) loadSuggestions();
}

async function loadSuggestions() {
  const answer = await ask(boot.addresses.suggestions);
  if (!answer) return;
  if (answer.again) return setTimeout(loadSuggestions, 1000 * answer.again); // they are being computed
  learnSuggestions(answer.suggestions);
  changed(new Set(["learned"]));
}

function learnSuggestions(suggestions) {
  model.suggestions = suggestions;
}

async function ask(address, values = {}) {
  const url = new URL(address, location.href);
  if (boot.lang !== "nl") url.searchParams.set("lang", boot.lang);
  for (const [name, value] of Object.entries(values)) if (value) url.searchParams.set(name, value);
  byId("explorer").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    return await response.json();
  } catch {
    complain(say("away"));
    return null;
  } finally {
    byId("explorer").removeAttribute("aria-busy");
  }
}

function complain(text) {
  const note = byId("map-note");
  note.textContent = text;
  note.hidden = false;
  announce(text);
}

// Asks for another picture: of another year, or with everything. Returns whether it is there.
async function reload() {
  const mine = ++asked;
  const answer = await ask(boot.addresses.data, { tot: state.year, alles: state.everything && "1" });
  if (mine !== asked) return false;
  if (!answer) return Object.assign(state, here) && false; // the picture is still that of before, and so is the choice
  here = { year: state.year, everything: state.everything };
  const { suggestions } = model;
  model.clear();
  picture.clear();
  picture.add(model.merge(answer));
  model.suggestions = suggestions;
  return true;
}

// Makes sure that the page knows a name with all that it is linked with.
async function know(id, steps = 0) {
  if (isFile || !id || (model.isWhole(id) && steps < 2)) return;
  const answer = await ask(boot.addresses.around + id.split("/").map(encodeURIComponent).join("/"), { stappen: Math.max(steps, 1), tot: state.year });
  if (!answer) return;
  picture.add(model.merge(answer));
  if (model.areas.has(id)) model.wholeAreas.add(id);
}

// ------------------------------------------------------------------------------------------------------------- show

function show({ fit = false } = {}) {
  seen = look(model, state);
  byId("map-note").hidden = seen.nodes.length > 0;
  if (!seen.nodes.length) byId("map-note").textContent = say("nothing_left");
  showLegend(seen, model);
  showTime();
  showFocus();
  showTools();
  showPanel(model, seen, { choose });
  showTable(seen, model, { choose });
  picture.show(seen, { fit: fit && !state.view });
}

async function changed(names) {
  if (names.has("year") || names.has("everything")) {
    state.view = null;
    if (!isFile && !(await reload())) {
      change({}); // the address and the legend go back to what is seen
      return complain(say("away"));
    }
    show({ fit: true });
    await know(state.chosen, state.steps);
    show({ fit: true });
  } else if ([...names].some((name) => STRUCTURE.includes(name) || name === "table" || name === "sort") || !names.size) {
    show();
  }
  if ([...names].some((name) => !QUIET.includes(name))) announce(announcement(seen));
}

// What one sees first: all of it, or on a small screen one area and what it is linked with.
function whatToFit() {
  if (!matchMedia("(max-width: 640px)").matches) return seen.nodes;
  if (seen.focus) return seen.nodes.filter((node) => seen.focus.has(node.id));
  const area = model.nodes.get(state.chosen)?.area || busiestArea();
  const inside = seen.nodes.filter((node) => node.area === area);
  return inside.length > 2 ? inside : seen.nodes;
}

function busiestArea() {
  const counts = new Map();
  for (const node of seen.nodes) if (node.area && !model.areas.get(node.area)?.elsewhere) counts.set(node.area, (counts.get(node.area) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0])[0];
}

function keepView() {
  const { x, y, scale } = picture.camera;
  change({ view: { x, y, scale } });
}

// ----------------------------------------------------------------------------------------------------------- choose

function clicked(id) {
  if (id) choose(id);
  else if (state.chosen) change({ chosen: "", steps: 0 });
}

// Chooses a name or an area; `open` moves the focus into the panel, for whoever came by a list.
async function choose(id, { open = false } = {}) {
  const steps = state.steps;
  await know(id, steps);
  picture.cursor = model.nodes.has(id) ? id : picture.cursor;
  change({ chosen: id, steps });
  const node = model.nodes.get(id);
  if (node) picture.camera.show(node, covered());
  else if (model.areas.has(id)) picture.fit(seen.nodes.filter((one) => one.area === id));
  if (open) byId("panel-title")?.focus({ preventScroll: false });
  announce(say("panel_open", { name: node ? described(node) : model.areas.get(id)?.name ?? "" }));
}

// The sheet of a phone lies over the picture: what is chosen should show above it.
function covered() {
  const insets = { left: 0, right: 0, top: 0, bottom: 0 };
  if (byId("panel").offsetParent === null) return insets;
  const panel = byId("panel").getBoundingClientRect();
  const stage = byId("stage").getBoundingClientRect();
  if (panel.top > stage.top && panel.top < stage.bottom && panel.left < stage.right - 40) insets.bottom = stage.bottom - panel.top;
  else if (panel.left < stage.right - 1 && panel.top <= stage.top + 8) insets.right = stage.right - panel.left;
  return insets;
}

function described(node) {
  return `${node.name}, ${kinds.get(node.kind).one}, ${count(model.neighbours(node.id).filter((id) => seen.ids.has(id)).length, "links")}`;
}

async function focusOn(steps) {
  const id = state.chosen || (seen.ids.has(picture.cursor) && picture.cursor) || "";
  if (!id) return announce(say("choose_first"));
  await know(id, steps);
  change({ chosen: id, steps });
}

function showFocus() {
  const bar = byId("focus-bar");
  bar.hidden = !seen.focus;
  const name = model.nodes.get(state.chosen)?.name ?? model.areas.get(state.chosen)?.name ?? "";
  byId("focus-name").textContent = name;
  for (const button of bar.querySelectorAll("[data-steps]")) button.setAttribute("aria-pressed", String(Number(button.dataset.steps) === state.steps));
}

// ------------------------------------------------------------------------------------------------------------ tools

function buildTools() {
  const on = (id, action) => byId(id)?.addEventListener("click", action);
  on("to-map", () => change({ table: "" }));
  on("to-table", () => change({ table: "names" }));
  on("zoom-in", () => picture.camera.zoom(1.4));
  on("zoom-out", () => picture.camera.zoom(1 / 1.4));
  on("zoom-fit", wholePicture);
  on("share", share);
  on("save-png", () => savePng(picture));
  on("save-svg", () => saveSvg(picture));
  for (const id of ["save-csv", "table-csv"]) on(id, () => saveCsv(state.table || "names", seen, model));
  on("save-csv-lines", () => saveCsv("lines", seen, model));
  for (const opener of document.querySelectorAll("[data-opens]")) opener.addEventListener("click", () => byId(opener.dataset.opens).showModal());
  for (const button of byId("focus-bar").querySelectorAll("[data-steps]")) button.addEventListener("click", () => focusOn(Number(button.dataset.steps)));
  on("focus-stop", () => change({ steps: 0 }));
  document.addEventListener("wijkweb:chosen", found);
  byId("stage").addEventListener("focus", () => picture.camera.redraw());
  byId("stage").addEventListener("blur", () => picture.camera.redraw());
}

function showTools() {
  byId("to-map").setAttribute("aria-pressed", String(!state.table));
  byId("to-table").setAttribute("aria-pressed", String(Boolean(state.table)));
  const wasHidden = byId("map-view").hidden;
  byId("map-view").hidden = Boolean(state.table);
  byId("table-view").hidden = !state.table;
  if (wasHidden && !state.table) picture.resize();
}

function wholePicture() {
  change({ view: null });
  picture.fit();
}

async function share() {
  const button = byId("share");
  try {
    await navigator.clipboard.writeText(location.href);
    button.lastElementChild.textContent = say("copied");
    announce(say("copied_in_words"));
  } catch {
    // Not every browser lets a page write there: the reader then copies it from a field.
    byId("share-address").value = location.href;
    byId("share-dialog").showModal();
    byId("share-address").select();
  }
  setTimeout(() => (button.lastElementChild.textContent = say("share")), 4000);
}

// Something was chosen in the search list: a name or area shows on the map, a theme filters it, the rest has a page.
function found(event) {
  const { id, kind, url } = event.detail;
  const isOnMap = kinds.has(kind) || kind === "Area";
  if (kind === "Topic" && model.themes.has(id)) {
    event.preventDefault();
    change({ themes: new Set([id]) });
  } else if (isOnMap && (isFile || model.nodes.has(id) || kinds.has(kind) || model.areas.has(id))) {
    event.preventDefault();
    showFound(id, url);
  }
}

async function showFound(id, url) {
  await know(id);
  if (!model.nodes.has(id) && !model.areas.has(id)) return url && location.assign(url); // it has no place on the map
  await choose(id, { open: true });
}

// ------------------------------------------------------------------------------------------------------------- keys

function keyAction(event, isOwn, isOn) {
  const { key } = event;
  if (isOwn && isArrow(key)) return () => walkTo(key);
  if (isOwn && key === "Enter") return enter;
  if (key === "Escape") return state.steps ? () => change({ steps: 0 }) : state.chosen ? () => change({ chosen: "" }) : null;
  if (!isOn) return null;
  const simple = {
    "/": () => document.querySelector("#explorer input[type=search]").focus(),
    "+": () => picture.camera.zoom(1.4),
    "=": () => picture.camera.zoom(1.4),
    "-": () => picture.camera.zoom(1 / 1.4),
    0: wholePicture,
    "[": () => stepYear(-1),
    "]": () => stepYear(1),
    "?": () => byId("keys-dialog").showModal(),
    t: toggleTable,
    T: toggleTable,
  };
  if (["1", "2", "3"].includes(key)) return () => focusOn(Number(key));
  return simple[key] ?? null;
}

function toggleTable() {
  change({ table: state.table ? "" : "names" });
  (state.table ? byId("table-view") : byId("stage")).focus();
}

function walkTo(key) {
  const here = seen.ids.has(picture.cursor) ? picture.cursor : "";
  const next = here ? nextName(here, key, seen, model) : firstName(seen, state);
  if (!next) return announce(say("nobody_there"));
  picture.cursor = next;
  const node = model.nodes.get(next);
  if (!picture.camera.show(node, covered())) picture.camera.redraw();
  announce(described(node));
}

function enter() {
  const id = seen.ids.has(picture.cursor) ? picture.cursor : firstName(seen, state);
  const node = model.nodes.get(id);
  if (node && state.chosen === id && node.url) location.assign(node.url);
  else if (node) choose(id);
}
