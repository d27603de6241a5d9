// The picture: vis-network holds the names and draws them in the order and size that the scene says.

import { boot } from "./boot.js";
import { BEYOND, Camera } from "./camera.js";
import { byId } from "./dom.js";
import { drawBehind, drawFront, drawNode } from "./drawing.js";
import { listenToHands } from "./hands.js";
import { onLookChange, readLook } from "./look.js";
import { CanvasPen } from "./pens.js";
import { boxOf, makeScene, radius } from "./scene.js";

const NEAR = 22; // pixels from the middle of a sign that still count as on it, for a finger
const phone = matchMedia("(max-width: 640px)");

export class Picture {
  // `covered()` tells how many pixels of each edge something lies over, such as the sheet of a phone.
  constructor(model, state, { onChoose, onMove, covered }) {
    this.model = model;
    this.state = state;
    this.covered = covered;
    this.stage = byId("stage");
    this.sheet = byId("sheet");
    this.hint = byId("name-hint");
    this.cursor = "";
    this.look = readLook();
    this.nodes = new vis.DataSet([]);
    // vis-network draws names only. The lines are drawn in a few strokes by our own pen, which writes SVG as well:
    // given to vis-network, thirty thousand lines take a second longer to open and again on each change of focus.
    this.network = new vis.Network(this.sheet, { nodes: this.nodes, edges: new vis.DataSet([]) }, boot.document.network.options);
    this.camera = new Camera(this.stage, this.sheet, { draw: (asked) => this.ask(asked), onMove });
    this.network.on("beforeDrawing", (ctx) => this.drawBefore(ctx));
    this.network.on("afterDrawing", () => this.drawAfter());
    listenToHands(this.stage, this.camera, {
      onClick: (event) => onChoose(this.whatIsAt(event.clientX, event.clientY, event.pointerType)),
      onPoint: (event) => this.point(event),
    });
    onLookChange(() => {
      this.look = readLook();
      this.camera.redraw();
    });
    new ResizeObserver(() => this.resize()).observe(this.stage);
  }

  // Takes in names that the page learned of.
  add(ids) {
    this.nodes.add(ids.map((id) => this.asDrawn(this.model.nodes.get(id))));
  }

  // Forgets what it shows too: vis-network draws at once, and what is to be drawn may not be known any more.
  clear() {
    this.seen = null;
    this.scene = null;
    this.nodes.clear();
  }

  asDrawn({ id, x, y, size }) {
    const draw = () => {
      const node = this.model.nodes.get(id);
      if (this.scene?.seen.ids.has(id)) drawNode(this.pen, this.scene, node);
    };
    return { id, x, y, size, shape: "custom", ctxRenderer: () => ({ drawNode: draw, nodeDimensions: { width: 2 * size, height: 2 * size } }) };
  }

  // Shows what look() returned; `fit` brings all of it into sight.
  show(seen, { fit = false } = {}) {
    this.seen = seen;
    this.hint.hidden = true;
    if (fit) this.fit();
    else this.camera.redraw();
  }

  fit(nodes = this.seen.nodes) {
    if (nodes.length) this.camera.fit(boxOf(nodes), { insets: this.insets() });
    else this.camera.redraw();
  }

  // Room that the name of the topmost area, the buttons and a sheet take.
  insets() {
    const { left, right, top, bottom } = this.covered();
    return { left: left + 8, right: right + 8, top: top + 30, bottom: bottom ? bottom + 8 : 56 };
  }

  ask({ x, y, scale }) {
    this.network.moveTo({ position: { x, y }, scale, animation: false }); // draws before the next frame
  }

  drawBefore(ctx) {
    if (!this.seen) return;
    this.pen = new CanvasPen(ctx, this.camera.scale, this.look.font);
    this.scene = this.makeScene(this.camera.view, ctx, this.blocked());
    drawBehind(this.pen, this.scene);
  }

  drawAfter() {
    if (!this.scene) return;
    drawFront(this.pen, this.scene);
    this.camera.settle();
  }

  makeScene(view, ctx, blocked = []) {
    const { seen, model, state, cursor, look } = this;
    ctx.save();
    const scene = makeScene({ seen, model, state, cursor: this.hasFocus ? cursor : "", look, view, ctx, blocked, large: phone.matches });
    ctx.restore();
    return scene;
  }

  get hasFocus() {
    return document.activeElement === this.stage;
  }

  // Boxes of the stage that buttons cover, where no name should stand.
  blocked() {
    const at = this.stage.getBoundingClientRect();
    const covered = this.covered();
    const { width, height } = at;
    const boxes = [...this.stage.querySelectorAll("[data-covers]")].filter((one) => one.offsetParent !== null).map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left: left - at.left, right: right - at.left, top: top - at.top, bottom: bottom - at.top };
    });
    if (covered.bottom) boxes.push({ left: 0, right: width, top: height - covered.bottom, bottom: height });
    if (covered.right) boxes.push({ left: width - covered.right, right: width, top: 0, bottom: height });
    return boxes;
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!width || !height) return; // the table is shown instead
    this.network.setSize(`${width + 2 * BEYOND}px`, `${height + 2 * BEYOND}px`);
    if (this.state.view || !this.seen) this.camera.redraw();
    else this.fit(this.fitted?.());
  }

  // The name, or the area by its heading, at a point of the screen; an empty text for none.
  whatIsAt(clientX, clientY, pointer = "mouse") {
    const at = this.camera.toPicture(clientX, clientY);
    const { scale } = this.camera;
    let best = "";
    let nearest = Infinity;
    for (const node of this.seen.nodes) {
      const distance = Math.hypot(node.x - at.x, node.y - at.y) * scale;
      const reach = Math.max(radius(node, scale) * scale + 2, pointer === "mouse" ? 12 : NEAR);
      if (distance < reach && distance < nearest) [best, nearest] = [node.id, distance];
    }
    return best || this.headingAt(clientX, clientY);
  }

  headingAt(clientX, clientY) {
    const at = this.stage.getBoundingClientRect();
    const [x, y] = [clientX - at.left, clientY - at.top];
    const found = this.scene?.headings.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
    return found ? found.patch.area.id : "";
  }

  // Shows the name of what the pointer is on; it stays while the pointer goes over the name itself.
  point(event) {
    if (!event || !this.seen) return void (this.hint.hidden = true);
    if (event.target === this.hint) return;
    const id = this.whatIsAt(event.clientX, event.clientY);
    const node = this.model.nodes.get(id);
    this.stage.classList.toggle("on-name", Boolean(id));
    this.hint.hidden = !node;
    if (!node) return;
    this.hint.firstElementChild.textContent = node.name;
    const { x, y } = this.camera.toStage(node);
    const r = radius(node, this.camera.scale) * this.camera.scale;
    const left = Math.min(Math.max(x - this.hint.offsetWidth / 2, 4), this.stage.clientWidth - this.hint.offsetWidth - 4);
    const above = y - r - this.hint.offsetHeight - 2;
    this.hint.style.transform = `translate(${left}px, ${above > 4 ? above : y + r + 2}px)`;
  }
}
