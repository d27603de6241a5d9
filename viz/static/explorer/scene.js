// One picture as it is to be drawn: which lines in which look, where names stand. Made anew when anything changes, and
// drawn by any pen.

import { say } from "./boot.js";
import { measurer, places, plain, Taken, wrap } from "./labels.js";
import { box, MARGIN, nowhere, patches } from "./patches.js";

const MOST_NAMES = 600; // tried at one zoom: more never fit, and each costs time
const OVER_SIGNS = 6; // an area of so many names, about as wide as its own, shows it over signs if there is no room beside them
const APART = 5; // pixels between two names on one line
const HUBS = 12; // the best linked, whose names are bold

// Returns the radius of a sign in units of the picture: signs shrink less than the distances between them.
export function radius(node, scale) {
  return (node.size * Math.min(scale ** 0.45, 1.7 * scale)) / scale;
}

// Parameters: `seen` (what look() returned), `model`, `state`, `cursor` (id where the keys stand), `look` (colours),
// `view` {left, top, width, height, scale} in units of the picture, `blocked` (boxes in pixels of the view that
// buttons cover), `ctx` (to measure text), `large` (names for a phone).
export function makeScene(given) {
  const { seen, model, state, view } = given;
  const scene = { ...given, patches: state.areas ? patches(seen.nodes, model.areas) : [], groups: lineGroups(given) };
  const measure = measurer(given.ctx, given.look.font);
  const taken = takenBy(seen.nodes, given);
  scene.chosenName = chosenName(scene, taken, measure);
  scene.headings = headings(scene, taken, measure);
  // Names may lie over what is faded, so that more of those in focus fit; the names of areas keep their places.
  const left = seen.focus === null ? taken : takenBy(seen.nodes.filter((node) => seen.focus.has(node.id)), given);
  if (left !== taken) for (const box of [scene.chosenName, ...scene.headings]) if (box) left.add(box);
  scene.names = names(scene, left, measure);
  return scene;
}

function takenBy(nodes, { blocked = [], view }) {
  const taken = new Taken();
  for (const box of blocked) taken.add(box);
  for (const node of nodes) taken.add(discBox(node, view));
  return taken;
}

export function isFaded(scene, id) {
  return scene.seen.focus !== null && !scene.seen.focus.has(id);
}

function discBox(node, view) {
  const [x, y] = toScreen(node, view);
  const r = radius(node, view.scale) * view.scale + 1;
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function toScreen({ x, y }, view) {
  return [(x - view.left) * view.scale, (y - view.top) * view.scale];
}

// ------------------------------------------------------------------------------------------------------------ lines

function lineGroups(scene) {
  const { seen, model, state } = scene;
  const groups = { faded: [], plain: [], chosen: [], suggested: [], suggestedFaded: [] };
  const drawn = new Set();
  const ends = (one) => [model.nodes.get(one.from), model.nodes.get(one.to)];
  for (const line of seen.lines) {
    const key = line.from < line.to ? `${line.from} ${line.to}` : `${line.to} ${line.from}`;
    if (drawn.has(key)) continue; // two relationships of one pair are one line in the picture
    drawn.add(key);
    const isOfChosen = line.from === state.chosen || line.to === state.chosen;
    groups[isOfChosen ? "chosen" : isLineFaded(scene, line) ? "faded" : "plain"].push(ends(line));
  }
  for (const one of seen.suggestions) groups[isLineFaded(scene, one) ? "suggestedFaded" : "suggested"].push(ends(one));
  return groups;
}

function isLineFaded(scene, line) {
  return isFaded(scene, line.from) || isFaded(scene, line.to);
}

// ------------------------------------------------------------------------------------------------------------ names

function plateOf(name, measure, size) {
  const lines = wrap(name, (words) => measure(words, size, 650), 12, 320) ?? [plain(name)];
  return { lines, size, width: Math.max(...lines.map((line) => measure(line, size, 650))) + 16, height: lines.length * (size + 4) + 8 };
}

// The chosen name always stands there, on a plate, and is placed before all others.
function chosenName(scene, taken, measure) {
  const { seen, state, model, view } = scene;
  const node = model.nodes.get(state.chosen);
  if (!node || !seen.ids.has(node.id)) return null;
  const plate = plateOf(node.name, measure, scene.large ? 15 : 14);
  const [x, y] = toScreen(node, view);
  const r = radius(node, view.scale) * view.scale * 1.25 + 7;
  const choices = places(x, y, r, plate.width, plate.height, true).map((place) => asBox(place, plate.width, plate.height));
  const best = choices.find((place) => isInside(place, view) && taken.isFree(place)) ?? choices.find((place) => isInside(place, view)) ?? choices[0];
  taken.add(best);
  return { node, ...plate, ...best };
}

function asBox(place, width, height) {
  return { ...place, right: place.left + width, bottom: place.top + height };
}

function isInside(place, view) {
  return place.left >= 2 && place.top >= 2 && place.right <= view.width * view.scale - 2 && place.bottom <= view.height * view.scale - 2;
}

function headings(scene, taken, measure) {
  const { view } = scene;
  const found = [];
  const outside = scene.state.areas && nowhere(scene.seen.nodes, say("no_area"));
  const inSight = new Set(scene.seen.nodes.filter((node) => isInView(node, view)).map((node) => node.area));
  const here = scene.patches.filter(({ area }) => !area.elsewhere);
  const elsewhere = scene.patches.filter(({ area }) => area.elsewhere); // the city's own areas go first
  for (const patch of [...here, ...elsewhere, ...(outside ? [outside] : [])]) {
    if (!inSight.has(patch.area.id)) continue; // a name beside the edge would seem to be that of what is seen there
    const size = view.scale < 0.3 ? 13 : 15;
    const name = wrap(patch.area.name, (words) => measure(words, size, 650), 2, 220);
    if (!name) continue;
    const apart = patch.area.apart && view.scale >= 0.3 ? wrap(patch.area.apart, (words) => measure(words, 13, 400), 2, 200) ?? [] : [];
    const short = { patch, name, apart: [], size };
    const placed = placeHeading({ patch, name, apart, size }, scene, taken, measure)
      ?? (apart.length ? placeHeading(short, scene, taken, measure) : null)
      ?? (patch.count >= OVER_SIGNS && isWideEnough(patch, view, measure(patch.area.name, size, 650)) ? placeHeading(short, scene, taken, measure, found) : null);
    if (placed) found.push(placed);
  }
  return found;
}

function isWideEnough({ box }, view, width) {
  return (box.right - box.left) * view.scale > 0.7 * width;
}

// With `others`, headings that stand already, a heading may lie over signs, as few as can be: a large area has its name.
function placeHeading(heading, scene, taken, measure, others = null) {
  const { view } = scene;
  const { patch, name, apart, size } = heading;
  const width = Math.max(...name.map((line) => measure(line, size, 650) + 20), ...apart.map((line) => measure(line, 13, 400)));
  const height = name.length * (size + 3) + apart.length * 16;
  const [left, top] = toScreen({ x: patch.box.left, y: patch.box.top }, view);
  const [right, bottom] = toScreen({ x: patch.box.right, y: patch.box.bottom }, view);
  const margin = MARGIN * view.scale;
  const middle = (left + right) / 2;
  const above = top - 13 - height;
  const across = [middle - width / 2, left - margin, right + margin - width, middle - width, middle];
  const choices = [above, above - margin, bottom + 13, bottom + margin].flatMap((y) => across.map((x) => ({ left: x, top: y })));
  const beside = [(top + bottom - height) / 2, top - height, bottom, top - height - margin, bottom + margin];
  choices.push(...beside.flatMap((y) => [right + margin + 4, left - margin - width - 4].map((x) => ({ left: x, top: y }))));
  if (others) choices.unshift(...across.slice(0, 3).flatMap((x) => [0.25, 0.5, 0.75].map((part) => ({ left: x, top: top + (bottom - top) * part - height / 2 }))));
  const boxes = choices.map((place) => asBox(place, width, height)).filter((place) => isInside(place, view));
  const best = others ? leastOver(boxes, others, scene, taken) : boxes.find((place) => taken.isFree(place));
  if (!best) return null;
  taken.add(best);
  return { ...heading, ...best };
}

function leastOver(boxes, others, { blocked = [], chosenName }, taken) {
  const kept = new Taken();
  for (const one of [...others, ...blocked, chosenName]) if (one) kept.add(one);
  const open = boxes.filter((place) => kept.isFree(place)).map((place) => ({ place, over: taken.over(place) }));
  return open.sort((one, other) => one.over - other.over)[0]?.place;
}

function names(scene, taken, measure) {
  const { view } = scene;
  const found = [];
  for (const { node, isBold, isWanted } of inOrder(scene)) {
    const size = (scene.large ? 14 : 12) + (isBold ? 1 : 0);
    const weight = isBold ? 650 : 500;
    const lines = wrap(node.name, (words) => measure(words, size, weight));
    if (!lines) continue;
    const width = Math.max(...lines.map((line) => measure(line, size, weight)));
    const height = lines.length * (size + 3);
    const [x, y] = toScreen(node, view);
    const choices = places(x, y, radius(node, view.scale) * view.scale, width, height, isWanted);
    const best = choices.map((place) => asBox(place, width, height)).find((place) => isInside(place, view) && taken.isFree(place));
    if (!best) continue;
    taken.add({ ...best, left: best.left - APART, right: best.right + APART });
    found.push({ node, lines, size, weight, ...best });
  }
  return found;
}

// Whose name goes first: what is in focus or linked with the chosen name, then the best linked.
function inOrder(scene) {
  const { seen, state, model, view, cursor } = scene;
  const near = new Set(model.nodes.has(state.chosen) ? model.neighbours(state.chosen) : []);
  for (const one of seen.suggestions) for (const id of [one.from, one.to]) if (one.from === state.chosen || one.to === state.chosen) near.add(id);
  const candidates = seen.nodes.filter((node) => node.id !== state.chosen && !isFaded(scene, node.id) && isInView(node, view));
  const hubs = new Set([...candidates].sort((one, other) => other.links - one.links).slice(0, HUBS).filter((node) => node.links > 2).map((node) => node.id));
  const rank = (node) => (node.id === cursor ? 0 : near.has(node.id) ? 1 : 2);
  return candidates
    .filter((node) => node.named || rank(node) < 2) // a stand-in for a name tells little on the map
    .sort((one, other) => rank(one) - rank(other) || other.links - one.links || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map((node) => ({ node, isBold: hubs.has(node.id), isWanted: rank(node) < 2 || hubs.has(node.id) }));
}

function isInView({ x, y }, view) {
  return x > view.left && x < view.left + view.width && y > view.top && y < view.top + view.height;
}

// The box of everything seen, with room for margins and names.
export function boxOf(nodes) {
  const found = box(nodes);
  const room = MARGIN + 14;
  return { left: found.left - room, right: found.right + room, top: found.top - room, bottom: found.bottom + room };
}
