// Pens: the same strokes on a canvas and in an SVG file, so that what is saved is what was seen.

import { boot } from "./boot.js";

const drawings = new Map(); // the parts of each pictogram, read once from its SVG

function drawing(name) {
  if (!drawings.has(name)) {
    const parsed = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${boot.drawings[name]}</svg>`, "image/svg+xml");
    drawings.set(name, [...parsed.documentElement.children].map((part) => ({
      path: new Path2D(part.getAttribute("d") ?? circle(part)),
      filled: part.getAttribute("fill") === "currentColor",
      width: Number(part.getAttribute("stroke-width") ?? 2),
    })));
  }
  return drawings.get(name);
}

function circle(part) {
  const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(part.getAttribute(name)));
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

// Draws on a canvas whose coordinates are those of the picture; `scale` is screen pixels per unit.
export class CanvasPen {
  constructor(ctx, scale, font) {
    this.ctx = ctx;
    this.scale = scale;
    this.font = font;
  }

  faded(opacity, draw) {
    const before = this.ctx.globalAlpha;
    this.ctx.globalAlpha = before * opacity;
    draw();
    this.ctx.globalAlpha = before;
  }

  // A patch is its corners and a stroke so wide that it makes the margin and rounds the edge.
  patch(corners, margin, colour, edge) {
    const { ctx } = this;
    const trace = () => {
      ctx.beginPath();
      corners.forEach(({ x, y }, index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      if (corners.length === 1) ctx.lineTo(corners[0].x + 0.01, corners[0].y); // a mere point has no edge to widen
      ctx.closePath();
    };
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    for (const [width, paint] of edge ? [[margin * 2 + 2 / this.scale, edge], [margin * 2, colour]] : [[margin * 2, colour]]) {
      trace();
      ctx.fillStyle = paint;
      ctx.strokeStyle = paint;
      ctx.lineWidth = width;
      ctx.fill();
      ctx.stroke();
    }
    ctx.lineCap = "butt";
  }

  // Many lines of one look in few strokes: one for each line takes three times as long.
  lines(pairs, { width, colour, dashes = [] }) {
    const { ctx } = this;
    ctx.lineWidth = width / this.scale;
    ctx.strokeStyle = colour;
    ctx.setLineDash(dashes.map((length) => length / this.scale));
    for (let start = 0; start < pairs.length; start += 64) {
      ctx.beginPath();
      for (const [from, to] of pairs.slice(start, start + 64)) {
        ctx.moveTo(from.x, from.y);
        ctx.lineTo(to.x, to.y);
      }
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }

  shape(shape, x, y, r, { fill, edge, width = 0 }) {
    const { ctx } = this;
    ctx.beginPath();
    if (shape === "disc") ctx.arc(x, y, r, 0, 2 * Math.PI);
    else ctx.roundRect(x - r, y - r, 2 * r, 2 * r, shape === "rounded" ? r * 0.52 : r * 0.2);
    if (fill) {
      ctx.fillStyle = fill;
      ctx.fill();
    }
    if (edge) {
      ctx.strokeStyle = edge;
      ctx.lineWidth = width / this.scale;
      ctx.stroke();
    }
  }

  pictogram(name, x, y, size, colour) {
    const { ctx } = this;
    ctx.save();
    ctx.translate(x - size / 2, y - size / 2);
    ctx.scale(size / 24, size / 24);
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    for (const part of drawing(name)) {
      if (part.filled) ctx.fill(part.path);
      ctx.lineWidth = part.width;
      ctx.stroke(part.path);
    }
    ctx.restore();
  }

  // Text of a size in screen pixels, its middle line at y.
  text(words, x, y, { size, weight, colour, halo, align = "left" }) {
    const { ctx } = this;
    ctx.font = `${weight} ${size / this.scale}px ${this.font}`;
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    if (halo) {
      ctx.lineJoin = "round";
      ctx.lineWidth = 4 / this.scale;
      ctx.strokeStyle = halo;
      ctx.strokeText(words, x, y);
    }
    ctx.fillStyle = colour;
    ctx.fillText(words, x, y);
  }

  plate(left, top, width, height, colour) {
    this.ctx.beginPath();
    this.ctx.roundRect(left, top, width, height, 4 / this.scale);
    this.ctx.fillStyle = colour;
    this.ctx.fill();
  }
}

// Writes the same as an SVG file.
export class SvgPen {
  constructor(scale, font) {
    this.parts = [];
    this.scale = scale;
    this.font = font;
  }

  faded(opacity, draw) {
    this.parts.push(`<g opacity="${opacity}">`);
    draw();
    this.parts.push("</g>");
  }

  patch(corners, margin, colour) {
    const points = (corners.length === 1 ? [corners[0], corners[0]] : corners).map(({ x, y }) => `${x},${y}`).join(" ");
    this.parts.push(`<polygon points="${points}" fill="${colour}" stroke="${colour}" stroke-width="${margin * 2}" stroke-linejoin="round" stroke-linecap="round"/>`);
  }

  lines(pairs, { width, colour, dashes = [] }) {
    const dashing = dashes.length ? ` stroke-dasharray="${dashes.map((length) => length / this.scale).join(" ")}"` : "";
    this.parts.push(`<g stroke="${colour}" stroke-width="${width / this.scale}"${dashing}>`);
    for (const [from, to] of pairs) this.parts.push(`<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"/>`);
    this.parts.push("</g>");
  }

  shape(shape, x, y, r, { fill = "none", edge, width = 0 }) {
    const look = `fill="${fill ?? "none"}"${edge ? ` stroke="${edge}" stroke-width="${width / this.scale}"` : ""}`;
    if (shape === "disc") this.parts.push(`<circle cx="${x}" cy="${y}" r="${r}" ${look}/>`);
    else this.parts.push(`<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" rx="${shape === "rounded" ? r * 0.52 : r * 0.2}" ${look}/>`);
  }

  pictogram(name, x, y, size, colour) {
    const drawn = boot.drawings[name].replaceAll("currentColor", colour);
    this.parts.push(`<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawn}</g>`);
  }

  text(words, x, y, { size, weight, colour, halo, align = "left" }) {
    const anchor = { left: "start", center: "middle", right: "end" }[align];
    const round = halo ? ` stroke="${halo}" stroke-width="${4 / this.scale}" stroke-linejoin="round" paint-order="stroke"` : "";
    this.parts.push(`<text x="${x}" y="${y}" font-size="${size / this.scale}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}" dominant-baseline="central"${round}>${escaped(words)}</text>`);
  }

  plate(left, top, width, height, colour) {
    this.parts.push(`<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${4 / this.scale}" fill="${colour}"/>`);
  }

  file({ left, top, width, height }, ground, title) {
    const font = this.font.replaceAll('"', "'").replace(/[<>&]/g, "");
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width * this.scale}" height="${height * this.scale}" font-family="${font}"><title>${escaped(title)}</title><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${ground}"/>${this.parts.join("")}</svg>\n`;
  }
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}
