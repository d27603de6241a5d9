// Pointers on the picture: drag to move, pinch or wheel to zoom, click to choose, point to read a name.

const STILL = 5; // pixels that a finger may tremble in a click

export function listenToHands(stage, camera, { onClick, onPoint }) {
  const fingers = new Map();
  let travelled = 0;

  stage.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || event.target.closest("button, a, .focus-bar")) return;
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) travelled = 0;
  });

  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") onPoint(event);
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled < STILL) return;
    onPoint(null);
    if (!other) return camera.moveBy(now.x - before.x, now.y - before.y);
    const stretch = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
    camera.moveBy((now.x - before.x) / 2, (now.y - before.y) / 2);
    camera.zoomAt((now.x + other.x) / 2, (now.y + other.y) / 2, stretch);
  });

  const lift = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    if (event.type === "pointerup" && !fingers.size && travelled < STILL) onClick(event);
  };
  stage.addEventListener("pointerup", lift);
  stage.addEventListener("pointercancel", lift);
  stage.addEventListener("pointerleave", () => onPoint(null));

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    camera.zoomAt(event.clientX, event.clientY, Math.exp(-event.deltaY * lines * 0.0016));
  }, { passive: false });
}
