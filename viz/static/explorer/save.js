// Saves the picture as it is seen, as an image or as a drawing.

import { boot, say } from "./boot.js";
import { drawBehind, drawFront, drawNode } from "./drawing.js";
import { saveFile } from "./files.js";
import { CanvasPen, SvgPen } from "./pens.js";
import { state } from "./state.js";

const DENSITY = 2; // pixels of the image for each on the screen, so that it prints well

export function savePng(picture) {
  const { camera, look } = picture;
  const canvas = document.createElement("canvas");
  canvas.width = camera.width * DENSITY;
  canvas.height = camera.height * DENSITY;
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = look.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const { view } = camera;
  ctx.setTransform(view.scale * DENSITY, 0, 0, view.scale * DENSITY, -view.left * view.scale * DENSITY, -view.top * view.scale * DENSITY);
  draw(new CanvasPen(ctx, view.scale, look.font), picture.makeScene(view, ctx));
  canvas.toBlob((blob) => saveFile(fileName("png"), blob), "image/png");
}

export function saveSvg(picture) {
  const { camera, look } = picture;
  const { view } = camera;
  const pen = new SvgPen(view.scale, look.font);
  draw(pen, picture.makeScene(view, document.createElement("canvas").getContext("2d")));
  saveFile(fileName("svg"), pen.file(view, look.ground, say("map_of", { city: boot.city })), "image/svg+xml");
}

function draw(pen, scene) {
  drawBehind(pen, scene);
  for (const node of scene.seen.nodes) drawNode(pen, scene, node);
  drawFront(pen, scene);
  const { look, view } = scene;
  const at = { x: view.left + 10 / view.scale, y: view.top + view.height - 14 / view.scale };
  pen.text(caption(), at.x, at.y, { size: 12, weight: 500, colour: look.quiet, halo: look.ground });
}

// An image goes its own way: it says of which city it is, whether that is invented, and of when.
function caption() {
  const until = state.year ? `, ${say("end_of_year", { year: state.year })}` : "";
  const day = new Date().toLocaleDateString(boot.lang, { day: "numeric", month: "long", year: "numeric" });
  return `${say("map_of", { city: boot.label })}${until} · Wijkweb, ${day}`;
}

function fileName(ending) {
  return `wijkweb-${say("file_map")}.${ending}`;
}
