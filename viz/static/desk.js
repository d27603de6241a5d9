// The desk of double names with scripts: one key for each choice while the pair has focus, and arrows to the next.
// Without scripts the same buttons post the form, and previous and next are links.

const pair = document.querySelector("[data-keys]");
const box = document.getElementById("toetsen");
const KEPT = "wijkweb-keys"; // the same choice as on the map

if (pair && box) {
  box.closest("label").hidden = false;
  box.checked = areKeysOn();
  box.addEventListener("change", () => keep(box.checked));
  pair.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) return;
    const towards = { ArrowRight: "next", ArrowLeft: "prev" }[event.key];
    const found = towards
      ? document.querySelector(`.desk-main a[rel=${towards}]`)
      : pair.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!found || event.repeat) return; // a key that is held down decides once
    event.preventDefault();
    found.click();
  });
  // The keys work at once; who came by a link from elsewhere stays at the top of the page.
  if (!document.querySelector("[autofocus]")) pair.focus({ preventScroll: location.hash !== "#paar" });
}

function areKeysOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // a browser may keep nothing for anybody
  }
}

function keep(isOn) {
  try {
    localStorage.setItem(KEPT, isOn ? "on" : "off");
  } catch {
    // It then holds for this page.
  }
}
