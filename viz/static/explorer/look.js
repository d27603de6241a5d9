// Colours and fonts of the picture, read from the style sheet, so that a city's own tokens and dark screens count here too.

import { boot } from "./boot.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");

export function readLook() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  const font = getComputedStyle(document.body).fontFamily;
  if (forced.matches) return { ...forcedLook(), font };
  return {
    font,
    ground: token("map-ground"),
    ink: token("ink"),
    quiet: token("ink-2"),
    line: token("line"),
    plate: token("ink"),
    onPlate: token("map-ground"),
    onKind: token("on-kind"),
    ring: token("map-ground"),
    patch: [1, 2, 3, 4, 5, 6].map((number) => token(`patch-${number}`)),
    area: token("kind-area"),
    kind: Object.fromEntries(boot.kinds.map((kind) => [kind.name, token(`kind-${kind.name.toLowerCase()}`)])),
  };
}

// Where the reader's system sets the colours, shape and pictogram tell kinds apart.
function forcedLook() {
  return {
    ground: "Canvas", ink: "CanvasText", quiet: "CanvasText", line: "GrayText", plate: "Highlight", onPlate: "HighlightText",
    onKind: "Canvas", ring: "Canvas", patch: Array(6).fill("Canvas"), area: "CanvasText", outlined: true,
    kind: Object.fromEntries(boot.kinds.map((kind) => [kind.name, "CanvasText"])),
  };
}

export function onLookChange(listener) {
  dark.addEventListener("change", listener);
  forced.addEventListener("change", listener);
}
