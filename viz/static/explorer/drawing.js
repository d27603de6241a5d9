// Draws a scene with any pen: patches and lines behind the signs, names in front of them.

import { kinds } from "./boot.js";
import { MARGIN } from "./patches.js";
import { isFaded, radius } from "./scene.js";

const FADED = 0.16;
const FADED_NAME = 0.55;

export function drawBehind(pen, scene) {
  const { look, groups } = scene;
  for (const { area, corners } of scene.patches) pen.patch(corners, MARGIN, look.patch[area.tint - 1], look.outlined && look.ink);
  const plainLook = { width: 0.9, colour: look.line };
  const dashed = { width: 1.4, colour: look.ink, dashes: [6, 5] };
  pen.faded(FADED, () => {
    pen.lines(groups.faded, plainLook);
    pen.lines(groups.suggestedFaded, dashed);
  });
  pen.faded(crowdOpacity(groups.plain.length), () => pen.lines(groups.plain, plainLook));
  pen.lines(groups.suggested, dashed);
  pen.lines(groups.chosen, { width: 2.2, colour: look.ink });
}

// The more lines, the lighter each: a crowd must not hide the names. Those of a chosen name are drawn in full.
function crowdOpacity(number) {
  return Math.min(1, Math.max(200 / Math.max(number, 1), 0.12));
}

export function drawNode(pen, scene, node) {
  if (isFaded(scene, node.id)) pen.faded(FADED, () => drawSign(pen, scene, node));
  else drawSign(pen, scene, node);
}

function drawSign(pen, scene, node) {
  const { look, state, cursor, view } = scene;
  const kind = kinds.get(node.kind);
  const isChosen = node.id === state.chosen;
  const r = radius(node, view.scale) * (isChosen ? 1.25 : 1);
  const pixel = 1 / view.scale;
  if (isChosen || node.id === cursor) {
    pen.shape(kind.shape, node.x, node.y, r + 6.5 * pixel, { fill: look.ring, edge: look.ink, width: 3 });
  }
  pen.shape(kind.shape, node.x, node.y, r, { fill: look.kind[node.kind], edge: look.ring, width: 1.5 });
  if (r * view.scale >= 4.5) pen.pictogram(kind.pictogram, node.x, node.y, r * 1.3, look.onKind);
}

export function drawFront(pen, scene) {
  for (const name of [...scene.names, scene.chosenName]) if (name?.leader) drawLeader(pen, scene, name); // beneath all words
  for (const heading of scene.headings) drawHeading(pen, scene, heading);
  for (const name of scene.names) drawName(pen, scene, name);
  if (scene.chosenName) drawPlate(pen, scene, scene.chosenName);
}

function toPicture(x, y, view) {
  return [x / view.scale + view.left, y / view.scale + view.top];
}

function drawHeading(pen, scene, heading) {
  const { look, view, state } = scene;
  const isChosen = state.chosen !== "" && state.chosen === heading.patch.area.id;
  const draw = () => {
    let y = heading.top + (heading.size + 3) / 2;
    const isArea = heading.patch.area.id !== "";
    const [markX, markY] = toPicture(heading.left + 7, y, view);
    if (isArea) pen.pictogram("map", markX, markY, 15 / view.scale, look.area);
    for (const line of heading.name) {
      const shown = isArea ? { size: heading.size, weight: 650, colour: look.ink } : { size: 13, weight: 400, colour: look.quiet };
      pen.text(line, ...toPicture(heading.left + (isArea ? 20 : 0), y, view), { ...shown, halo: look.ground });
      y += heading.size + 3;
    }
    if (isChosen) pen.lines([ends(heading.left, heading.right, y - heading.size / 2 + 1, view)], { width: 2.2, colour: look.ink });
    for (const line of heading.apart) {
      pen.text(line, ...toPicture(heading.left, y, view), { size: 13, weight: 400, colour: look.quiet, halo: look.ground });
      y += 16;
    }
  };
  const isQuiet = scene.seen.focus !== null && !isChosen;
  if (isQuiet) pen.faded(FADED_NAME, draw);
  else draw();
}

function ends(left, right, y, view) {
  const [fromX, fromY] = toPicture(left, y, view);
  const [toX] = toPicture(right, y, view);
  return [{ x: fromX, y: fromY }, { x: toX, y: fromY }];
}

function drawName(pen, scene, name) {
  const { look, view } = scene;
  const x = { left: name.left, right: name.right, center: (name.left + name.right) / 2 }[name.align];
  name.lines.forEach((line, index) => {
    const y = name.top + (index + 0.5) * (name.size + 3);
    pen.text(line, ...toPicture(x, y, view), { size: name.size, weight: name.weight, colour: look.ink, halo: look.ground, align: name.align });
  });
}

function drawLeader(pen, { look, view }, name) {
  const [toX, toY] = toPicture(name.align === "left" ? name.left - 2 : name.right + 2, (name.top + name.bottom) / 2, view);
  const leader = [[edgeOf(name.node, toX, toY, view.scale), { x: toX, y: toY }]];
  pen.lines(leader, { width: 4, colour: look.ground });
  pen.lines(leader, { width: 1, colour: look.ink });
}

// Where a line from the middle of a sign to a point leaves the sign.
function edgeOf(node, x, y, scale) {
  const part = radius(node, scale) / Math.max(Math.hypot(x - node.x, y - node.y), 1e-9);
  return { x: node.x + (x - node.x) * part, y: node.y + (y - node.y) * part };
}

function drawPlate(pen, scene, plate) {
  const { look, view } = scene;
  const [left, top] = toPicture(plate.left, plate.top, view);
  pen.plate(left, top, plate.width / view.scale, plate.height / view.scale, look.plate);
  plate.lines.forEach((line, index) => {
    const y = plate.top + 4 + (index + 0.5) * (plate.size + 4);
    pen.text(line, ...toPicture(plate.left + 8, y, view), { size: plate.size, weight: 650, colour: look.onPlate });
  });
}
