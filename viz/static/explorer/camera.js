// The camera: which part of the picture is seen. While the hand moves, the last full picture is moved and stretched as
// an image; it is drawn anew when the hand rests. At 10,000 names that is the difference between 2 and 55 pictures a
// second on a laptop without a graphics card.

const REST = 140; // milliseconds without a movement
export const BEYOND = 120; // pixels drawn beyond each edge, so that moving does not show an empty rim at once
const CLOSEST = 4;

export class Camera {
  // `stage` is what is seen, `sheet` what is drawn on and moved; `draw({x, y, scale})` asks for the whole picture, and
  // whoever drew it calls settle().
  constructor(stage, sheet, { draw, onMove }) {
    this.stage = stage;
    this.sheet = sheet;
    this.draw = draw;
    this.onMove = onMove;
    this.x = 0;
    this.y = 0;
    this.scale = 1;
    this.drawn = this.asked = { x: 0, y: 0, scale: 1 };
    this.furthest = 0.02;
    this.timer = 0;
  }

  get width() {
    return this.stage.clientWidth;
  }

  get height() {
    return this.stage.clientHeight;
  }

  // What is seen, in units of the picture.
  get view() {
    const width = this.width / this.scale;
    const height = this.height / this.scale;
    return { left: this.x - width / 2, top: this.y - height / 2, width, height, scale: this.scale };
  }

  toPicture(clientX, clientY) {
    const at = this.stage.getBoundingClientRect();
    const { left, top } = this.view;
    return { x: left + (clientX - at.left) / this.scale, y: top + (clientY - at.top) / this.scale };
  }

  toStage({ x, y }) {
    const { left, top } = this.view;
    return { x: (x - left) * this.scale, y: (y - top) * this.scale };
  }

  fit(box, { most = 1.6, insets = { left: 0, right: 0, top: 0, bottom: 0 } } = {}) {
    const width = Math.max(this.width - insets.left - insets.right, 80);
    const height = Math.max(this.height - insets.top - insets.bottom, 80);
    const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), most);
    this.furthest = Math.min(this.furthest, scale / 2);
    this.scale = scale;
    this.x = (box.left + box.right) / 2 - (insets.left - insets.right) / 2 / scale;
    this.y = (box.top + box.bottom) / 2 - (insets.top - insets.bottom) / 2 / scale;
    this.redraw();
  }

  set({ x, y, scale }) {
    this.x = x;
    this.y = y;
    this.scale = Math.min(Math.max(scale, this.furthest), CLOSEST);
    this.redraw();
  }

  moveBy(dx, dy) {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.moved();
  }

  // Zooms so that the point of the screen stays where it is.
  zoomAt(clientX, clientY, factor) {
    const before = this.toPicture(clientX, clientY);
    this.scale = Math.min(Math.max(this.scale * factor, this.furthest), CLOSEST);
    const after = this.toPicture(clientX, clientY);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
    this.moved();
  }

  zoom(factor) {
    const at = this.stage.getBoundingClientRect();
    this.zoomAt(at.left + at.width / 2, at.top + at.height / 2, factor);
  }

  // Brings a point into sight, moving no more than needed.
  show(point, insets = { left: 0, right: 0, top: 0, bottom: 0 }) {
    const { x, y } = this.toStage(point);
    const room = 48;
    const dx = Math.max(insets.left + room - x, 0) - Math.max(x - (this.width - insets.right - room), 0);
    const dy = Math.max(insets.top + room - y, 0) - Math.max(y - (this.height - insets.bottom - room), 0);
    if (!dx && !dy) return false;
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.redraw();
    return true;
  }

  moved() {
    this.place();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.redraw();
      this.onMove();
    }, REST);
  }

  redraw() {
    clearTimeout(this.timer);
    this.asked = { x: this.x, y: this.y, scale: this.scale };
    this.draw(this.asked);
  }

  // The picture that was asked for is on the screen.
  settle() {
    this.drawn = this.asked;
    this.place();
  }

  // Puts the image that there is where the camera looks.
  place() {
    const dx = (this.drawn.x - this.x) * this.scale;
    const dy = (this.drawn.y - this.y) * this.scale;
    const stretch = this.scale / this.drawn.scale;
    this.sheet.style.transform = dx || dy || stretch !== 1 ? `translate(${dx}px, ${dy}px) scale(${stretch})` : "";
  }
}
