// What is seen: the network, less what the legend, the filters, the year and the focus leave out.

import { isFile, MEETING } from "./boot.js";

// Returns what to draw and to list, and the counts that the legend shows.
export function look(model, state) {
  const wanted = wantedNodes(model, state);
  const filtered = [...wanted].filter((node) => passesFilters(node, model, state, wanted));
  const passing = new Set(filtered.map((node) => node.id));
  const focus = focusOf(model, state, passing);
  const shown = filtered.filter((node) => isKindShown(node, state, focus));
  const ids = new Set(shown.map((node) => node.id));
  const lines = [...model.lines.values()].filter((line) => ids.has(line.from) && ids.has(line.to) && isInYear(line, state));
  const suggestions = state.year ? [] : model.suggestions.filter((one) => isSuggestionShown(one, state, ids));
  return {
    nodes: shown,
    ids,
    lines: state.said ? lines : [],
    suggestions: state.suggested ? suggestions : [],
    focus,
    counts: countBy(filtered.filter((node) => node.kind !== MEETING || focus === null || focus.has(node.id)), (node) => node.kind),
    themes: themeCounts([...wanted].filter((node) => !state.off.has(node.kind)), model), // whatever themes are chosen
    saidCount: lines.length,
    suggestedCount: suggestions.length,
  };
}

function wantedNodes(model, state) {
  const near = nearChosen(model, state);
  const isWanted = (node) => state.everything || node.opening || near.has(node.id);
  const wanted = new Set();
  for (const node of model.nodes.values()) {
    if (node.kind !== MEETING && isWanted(node) && isInYear(node, state)) wanted.add(node);
  }
  for (const node of model.nodes.values()) {
    if (node.kind !== MEETING || !isInYear(node, state)) continue;
    const linksSomebody = model.neighbours(node.id).some((id) => wanted.has(model.nodes.get(id)));
    if (linksSomebody || isWanted(node)) wanted.add(node);
  }
  return wanted;
}

// The chosen name and what it is linked with are shown even where the map did not open on them.
function nearChosen(model, state) {
  const near = new Set();
  if (!state.chosen) return near;
  if (model.areas.has(state.chosen)) for (const node of model.inArea(state.chosen)) near.add(node.id);
  if (!model.nodes.has(state.chosen)) return near;
  for (const id of walk(model, state.chosen, Math.max(state.steps, 1), () => true).keys()) near.add(id);
  return near;
}

function isInYear(thing, state) {
  // A site answers as of the year itself; a file knows for each thing when it was first said.
  return !state.year || !isFile || (thing.year !== null && thing.year !== undefined && thing.year <= state.year);
}

function passesFilters(node, model, state, wanted) {
  if (node.id === state.chosen) return true;
  const about = (one) => one.themes.some((theme) => state.themes.has(theme));
  const inPhase = (one) => one.phase === state.phase;
  return passes(node, state.themes.size > 0, (one) => one.themes.length > 0, about, model, wanted)
    && passes(node, state.phase !== "", (one) => one.kind === "Initiative", inPhase, model, wanted);
}

// What has no theme or phase of its own, such as a person, stays with those that it is linked with.
function passes(node, isOn, hasOwn, matches, model, wanted) {
  if (!isOn) return true;
  if (hasOwn(node)) return matches(node);
  return model.neighbours(node.id).some((id) => {
    const other = model.nodes.get(id);
    return wanted.has(other) && hasOwn(other) && matches(other);
  });
}

function isKindShown(node, state, focus) {
  if (node.id === state.chosen) return true;
  if (node.kind !== MEETING) return !state.off.has(node.kind);
  return state.meetings === "on" || (state.meetings === "auto" && focus !== null && focus.has(node.id));
}

function focusOf(model, state, passing) {
  if (!state.steps || !state.chosen) return null;
  if (model.areas.has(state.chosen)) {
    const inside = model.inArea(state.chosen).map((node) => node.id);
    const found = new Map(inside.map((id) => [id, 0]));
    for (const id of inside) for (const [other, far] of walk(model, id, state.steps - 1, (one) => passing.has(one))) if (!found.has(other)) found.set(other, far);
    return found;
  }
  const isOpen = (id) => passing.has(id) && !(state.off.has(model.nodes.get(id).kind) || (model.nodes.get(id).kind === MEETING && state.meetings === "off"));
  return model.nodes.has(state.chosen) ? walk(model, state.chosen, state.steps, isOpen) : null;
}

// Returns the steps to everything within reach. Nobody is linked by having sat in one room: it stops at meetings.
export function walk(model, start, steps, isOpen) {
  const found = new Map([[start, 0]]);
  let edge = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    for (const id of edge) {
      if (id !== start && model.nodes.get(id)?.kind === MEETING) continue;
      for (const other of model.neighbours(id)) {
        if (found.has(other) || !isOpen(other)) continue;
        found.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

function isSuggestionShown(one, state, ids) {
  const isOfChosen = state.chosen && (one.from === state.chosen || one.to === state.chosen);
  return (one.drawn || isOfChosen) && ids.has(one.from) && ids.has(one.to);
}

function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function themeCounts(nodes, model) {
  const counts = new Map();
  for (const node of nodes) for (const theme of node.themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || model.themes.get(one).localeCompare(model.themes.get(other), "nl"));
}
