// Names on the map: as many as fit without lying over a sign or another name. A name is left out, never cut.

const CELL = 48; // screen pixels: about the height of three names
const WIDEST = 150; // a longer name goes on a second and third line
const MOST_LINES = 3;
const DIRECTION_MARKS = /[\u0000-\u001f\u007f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

// A name without characters that turn the direction of text or show nothing: a canvas has no <bdi>.
export function plain(name) {
  return name.replace(DIRECTION_MARKS, " ").trim();
}

// Boxes in screen pixels, found again by where they are.
export class Taken {
  constructor() {
    this.cells = new Map();
  }

  add(box) {
    for (const key of cellsOf(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  isFree(box) {
    return this.over(box, true) === 0;
  }

  // How many boxes it would lie over; it stops at the first where that is enough to know.
  over(box, first = false) {
    const found = new Set();
    for (const key of cellsOf(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) found.add(other);
        if (first && found.size) return 1;
      }
    }
    return found.size;
  }
}

function cellsOf({ left, right, top, bottom }) {
  const keys = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) keys.push(`${x} ${y}`);
  }
  return keys;
}

const widths = new Map();

// Returns a function that measures text, in screen pixels.
export function measurer(ctx, font) {
  return (words, size, weight) => {
    const key = `${weight} ${size} ${font} ${words}`;
    if (!widths.has(key)) {
      if (widths.size > 20000) widths.clear(); // a long visit must not fill the memory
      ctx.font = `${weight} ${size}px ${font}`;
      widths.set(key, ctx.measureText(words).width);
    }
    return widths.get(key);
  };
}

// Returns a name on lines of at most the width, broken between words; null when that takes too many lines.
export function wrap(name, width, most = MOST_LINES, widest = WIDEST) {
  const lines = [];
  for (const word of plain(name).split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && width(longer) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
    if (lines.length > most) return null;
  }
  return lines.every((line) => width(line) <= widest * 1.6) ? lines : null;
}

// Returns where a name of these measures may stand beside a sign, the best place first. The last ones stand off, with a
// short line to the sign.
export function places(x, y, r, width, height, withLeader) {
  const gap = 4;
  const near = [
    { left: x + r + gap, top: y - height / 2, align: "left" },
    { left: x - r - gap - width, top: y - height / 2, align: "right" },
    { left: x - width / 2, top: y + r + gap - 2, align: "center" },
    { left: x - width / 2, top: y - r - gap + 2 - height, align: "center" },
    { left: x + r * 0.6 + gap, top: y + r * 0.6, align: "left" },
    { left: x + r * 0.6 + gap, top: y - r * 0.6 - height, align: "left" },
    { left: x - r * 0.6 - gap - width, top: y + r * 0.6, align: "right" },
    { left: x - r * 0.6 - gap - width, top: y - r * 0.6 - height, align: "right" },
  ];
  if (!withLeader) return near;
  const off = [];
  for (const away of [r + 18, r + 34, r + 60]) {
    off.push(
      { left: x + away, top: y - away - height / 2, align: "left", leader: true },
      { left: x + away, top: y + away - height / 2, align: "left", leader: true },
      { left: x - away - width, top: y - away - height / 2, align: "right", leader: true },
      { left: x - away - width, top: y + away - height / 2, align: "right", leader: true },
    );
  }
  return [...near, ...off];
}
