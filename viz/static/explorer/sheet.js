// On a small screen the panel is a sheet over the picture, and the legend a drawer.

import { byId } from "./dom.js";

const HEIGHTS = ["peek", "half", "full"];

export function buildSheet() {
  const panel = byId("panel");
  const grip = byId("sheet-grip");
  let start = null;

  const step = (by) => setHeight(HEIGHTS[Math.min(Math.max(HEIGHTS.indexOf(panel.dataset.height) + by, 0), HEIGHTS.length - 1)]);

  function setHeight(height) {
    panel.dataset.height = height;
    grip.setAttribute("aria-expanded", String(height !== "peek"));
  }

  // A click goes one step up and from the top back to a peek; dragging does the same by hand.
  grip.addEventListener("click", () => (panel.dataset.height === "full" ? setHeight("peek") : step(1)));
  grip.addEventListener("pointerdown", (event) => (start = event.clientY));
  grip.addEventListener("pointermove", (event) => {
    if (start === null || Math.abs(event.clientY - start) < 40) return;
    step(event.clientY < start ? 1 : -1);
    start = event.clientY;
  });
  for (const end of ["pointerup", "pointercancel"]) grip.addEventListener(end, () => (start = null));
  setHeight("peek");

  const drawer = byId("legend");
  const opener = byId("open-legend");
  const toggle = (open) => {
    drawer.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => {
    toggle(!drawer.classList.contains("open"));
    if (drawer.classList.contains("open")) drawer.querySelector("button, input").focus();
  });
  byId("close-legend").addEventListener("click", () => {
    toggle(false);
    opener.focus();
  });
  byId("open-time").addEventListener("click", () => {
    const open = byId("time").classList.toggle("open");
    byId("open-time").setAttribute("aria-expanded", String(open));
    if (open) byId("time-slider").focus();
  });
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.classList.contains("open")) return;
    toggle(false);
    opener.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.querySelector(".close")?.click();
    if (event.key === "Escape") byId("stage").focus();
  });
}
