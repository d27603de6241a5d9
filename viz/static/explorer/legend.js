// The legend: says what the signs mean, filters by them, and counts. On a phone its kinds are chips above the picture.

import { boot, MEETING, say } from "./boot.js";
import { byId, data, el, pictogram, sign } from "./dom.js";
import { change, state } from "./state.js";

const SHOWN_THEMES = 8;
const CHIPS = 3; // kinds that are chips on a phone; the drawer beside them has all
let showsAllThemes = false;

export function buildLegend() {
  const rows = boot.kinds.map((kind) => switchRow(kind.many, sign(kind), `kind-${kind.name}`, () => toggleKind(kind.name)));
  byId("legend-kinds").append(...rows, switchRow(say("areas"), sign(boot.area), "areas", () => change({ areas: !state.areas })));
  byId("legend-lines").append(
    switchRow(say("from_source"), stroke(""), "said", () => change({ said: !state.said })),
    switchRow(say("suggestion"), stroke("dashed"), "suggested", () => change({ suggested: !state.suggested })),
  );
  byId("legend-phase").addEventListener("change", (event) => change({ phase: event.target.value }));
  byId("chips").prepend(...boot.kinds.slice(0, CHIPS).map(kindChip));
  byId("everything").addEventListener("click", () => change({ everything: !state.everything }));
}

function switchRow(words, mark, key, toggle) {
  const box = el("input", { type: "checkbox", "data-switch": key, onchange: toggle });
  const count = el("span", { class: "count", "data-count": key });
  return el("label", { class: "legend-row" }, box, mark, el("span", { class: "words" }, words), count);
}

function stroke(look) {
  return el("span", { class: `stroke ${look}`, "aria-hidden": "true" });
}

function kindChip(kind) {
  const button = el("button", { type: "button", class: "chip", "data-chip": kind.name, onclick: () => toggleKind(kind.name) }, sign(kind));
  button.append(el("span", { "data-count": `kind-${kind.name}` }), el("span", { class: "unseen" }, ` ${kind.many}`));
  return button;
}

function toggleKind(name) {
  if (name === MEETING) return change({ meetings: isOn(MEETING) ? "off" : "on" });
  const off = new Set(state.off);
  if (!off.delete(name)) off.add(name);
  change({ off });
}

// Meetings count as on while one looks closer, unless the reader put them off.
function isOn(name) {
  if (name !== MEETING) return !state.off.has(name);
  return state.meetings === "on" || (state.meetings === "auto" && state.steps > 0);
}

export function showLegend(seen, model) {
  for (const kind of boot.kinds) {
    showSwitch(`kind-${kind.name}`, isOn(kind.name), seen.counts.get(kind.name) ?? 0);
    const chip = document.querySelector(`[data-chip="${kind.name}"]`);
    chip?.setAttribute("aria-pressed", String(isOn(kind.name)));
    if (chip) chip.hidden = !seen.counts.get(kind.name);
  }
  showSwitch("areas", state.areas, new Set(seen.nodes.map((node) => node.area).filter(Boolean)).size);
  showSwitch("said", state.said, seen.saidCount);
  showSwitch("suggested", state.suggested, seen.suggestedCount);
  showThemes(seen, model);
  byId("legend-phase").value = state.phase;
  showScope(seen, model);
}

function showSwitch(key, on, number) {
  const box = document.querySelector(`[data-switch="${key}"]`);
  box.checked = on;
  box.closest("label").classList.toggle("none", !number);
  box.closest("label").classList.toggle("is-off", !on);
  for (const count of document.querySelectorAll(`[data-count="${key}"]`)) count.textContent = number.toLocaleString(boot.lang);
}

function showThemes(seen, model) {
  const chosen = [...state.themes].filter((id) => model.themes.has(id) && !seen.themes.some(([one]) => one === id)).map((id) => [id, 0]);
  const every = [...seen.themes, ...chosen];
  const shown = showsAllThemes ? every : every.filter(([id], index) => index < SHOWN_THEMES || state.themes.has(id));
  const chips = shown.map(([id, number]) => themeChip(id, model.themes.get(id), number));
  if (every.length > SHOWN_THEMES) chips.push(moreThemes(every.length - SHOWN_THEMES));
  const focused = document.activeElement?.dataset?.theme;
  byId("legend-themes").replaceChildren(...chips);
  byId("legend-themes-part").hidden = !every.length;
  if (focused) document.querySelector(`[data-theme="${CSS.escape(focused)}"]`)?.focus();
}

function themeChip(id, name, number) {
  const pressed = state.themes.has(id);
  const toggle = () => {
    const themes = new Set(state.themes);
    if (!themes.delete(id)) themes.add(id);
    change({ themes });
  };
  const mark = pressed ? pictogram("check") : null;
  return el("button", { type: "button", class: "theme", "aria-pressed": String(pressed), "data-theme": id, onclick: toggle }, mark, data(name), " ", el("span", { class: "count" }, number));
}

function moreThemes(number) {
  const toggle = () => {
    showsAllThemes = !showsAllThemes;
    change({});
  };
  return el("button", { type: "button", class: "as-link", "data-theme": "more", onclick: toggle }, showsAllThemes ? say("fewer") : say("more_themes", { n: number }));
}

function showScope(seen, model) {
  const shown = seen.nodes.filter((node) => node.kind !== MEETING).length;
  const isPart = model.total > [...model.nodes.values()].filter((node) => node.opening).length;
  byId("scope").textContent = isPart || state.everything ? say("scope", { n: shown.toLocaleString(boot.lang), total: model.total.toLocaleString(boot.lang) }) : "";
  const button = byId("everything");
  button.hidden = !isPart;
  button.textContent = state.everything ? say("show_best") : say("show_everything");
}

