// What the reader chose: in the address, so that a link that is sent opens as it was seen.

import { isFile, kinds, MEETING } from "./boot.js";

export const state = {
  off: new Set(), // kinds that are not shown
  meetings: "auto", // "auto": on focus; "on", "off": as the reader said
  areas: true,
  said: true, // lines from a source
  suggested: true, // dashed lines
  themes: new Set(),
  phase: "",
  chosen: "", // id of a name or an area
  steps: 0, // 0: no focus
  year: 0, // 0: now
  table: "", // "", "names" or "lines"
  sort: "",
  everything: false,
  view: null, // {x, y, scale} where the reader moved the picture
};

const listeners = new Set();

export function onChange(listener) {
  listeners.add(listener);
}

// Takes in what changed, keeps it in the address and tells everybody, with the names of what changed.
export function change(changes) {
  Object.assign(state, changes);
  writeAddress();
  const names = new Set(Object.keys(changes));
  for (const listener of listeners) listener(names);
}

const SWITCHES = { areas: "vlakken", said: "bronlijnen", suggested: "suggesties" };
const TABLES = { names: "namen", lines: "lijnen" };

export function readAddress() {
  const given = new URLSearchParams(isFile ? location.hash.slice(1) : location.search);
  const list = (name) => (given.get(name) ?? "").split(",").filter(Boolean);
  state.off = new Set(list("uit").filter((kind) => kinds.has(kind) && kind !== MEETING));
  state.meetings = { aan: "on", uit: "off" }[given.get("bijeenkomsten")] ?? "auto";
  for (const [name, word] of Object.entries(SWITCHES)) state[name] = !list("zonder").includes(word);
  state.themes = new Set(list("thema"));
  state.phase = given.get("fase") ?? "";
  state.chosen = given.get("kies") ?? "";
  state.steps = state.chosen ? Math.min(Math.max(Number.parseInt(given.get("stappen"), 10) || 0, 0), 3) : 0;
  state.year = Number.parseInt(given.get("tot"), 10) || 0;
  state.table = Object.keys(TABLES).find((name) => TABLES[name] === given.get("tabel")) ?? "";
  state.sort = given.get("op") ?? "";
  state.everything = given.get("alles") === "1";
  const view = list("zicht").map(Number);
  state.view = view.length === 3 && view.every(Number.isFinite) && view[2] > 0 ? { x: view[0], y: view[1], scale: view[2] } : null;
}

export function parameters() {
  const kept = new URLSearchParams(isFile ? "" : location.search);
  const given = new URLSearchParams();
  if (kept.get("lang")) given.set("lang", kept.get("lang"));
  const set = (name, value) => value && given.set(name, value);
  set("uit", [...state.off].join(","));
  set("bijeenkomsten", { on: "aan", off: "uit" }[state.meetings]);
  set("zonder", Object.keys(SWITCHES).filter((name) => !state[name]).map((name) => SWITCHES[name]).join(","));
  set("thema", [...state.themes].join(","));
  set("fase", state.phase);
  set("kies", state.chosen);
  set("stappen", state.steps && String(state.steps));
  set("tot", state.year && String(state.year));
  set("tabel", TABLES[state.table]);
  set("op", state.sort);
  set("alles", state.everything && "1");
  if (state.view) set("zicht", [state.view.x, state.view.y, state.view.scale].map((number) => Number(number.toPrecision(5))).join(","));
  return given;
}

function writeAddress() {
  const text = parameters().toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  const address = isFile ? `#${text}` : `${location.pathname}${text ? `?${text}` : ""}`;
  try {
    history.replaceState(null, "", address);
  } catch {
    // A browser may refuse this for a file, or when the picture moves often; the picture itself goes on.
  }
  for (const link of document.querySelectorAll(".languages a[href]")) link.href = inLanguage(link);
}

// The other language shows the same picture.
function inLanguage(link) {
  const given = parameters();
  given.delete("lang");
  if (link.lang === "en") given.set("lang", "en");
  const text = given.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  return `${link.pathname}${text ? `?${text}` : ""}`;
}
