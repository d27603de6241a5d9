// Single keys. They work only while the picture or its table has the focus, and can be switched off (WCAG 2.1.4).

import { byId } from "./dom.js";

const KEPT = "wijkweb-keys";

export function areKeysOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // a browser that keeps nothing, or a file
  }
}

export function buildKeys(actions) {
  const box = byId("keys-on");
  box.checked = areKeysOn();
  let isOn = box.checked;
  box.addEventListener("change", () => {
    isOn = box.checked;
    try {
      localStorage.setItem(KEPT, isOn ? "on" : "off");
    } catch {
      // It then holds for this visit.
    }
  });
  const listen = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOwn = event.target.id === "stage"; // a button over the picture has its own Enter and arrows
    const action = actions(event, isOwn, isOn);
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  };
  byId("stage").addEventListener("keydown", listen);
  byId("table-view").addEventListener("keydown", listen);
}
