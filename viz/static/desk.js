// The desks of double names and of proposals with scripts: one key for each choice while the part has focus, and
// arrows to the next. Without scripts the same buttons post the form, and previous and next are links.

const parts = [...document.querySelectorAll("[data-keys]")];
const box = document.getElementById("toetsen");
const KEPT = "wijkweb-keys"; // the same choice as on the map

if (parts.length && box) {
  box.closest("label").hidden = false;
  box.checked = areKeysOn();
  box.addEventListener("change", () => keep(box.checked));
  for (const part of parts) part.addEventListener("keydown", (event) => listen(event, part));
  // The keys work at once; who came by a link from elsewhere stays at the top of the page.
  if (!document.querySelector("[autofocus]")) start();
}

function listen(event, part) {
  if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select")) return;
  const found = { ArrowRight: () => beside(part, 1), ArrowLeft: () => beside(part, -1) }[event.key]?.()
    ?? part.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!found || event.repeat) return; // a key that is held down decides once
  event.preventDefault();
  if (found.matches("[data-keys]")) found.focus();
  else found.click();
}

// The part before or after on this page, else the link to the page before or after.
function beside(part, step) {
  return parts[parts.indexOf(part) + step] ?? document.querySelector(`.desk-main a[rel=${step > 0 ? "next" : "prev"}]`);
}

function start() {
  const asked = new URLSearchParams(location.search).get("voorstel");
  const part = parts.find((one) => one.id === `voorstel-${asked}`) ?? parts[0];
  part.focus({ preventScroll: !location.hash });
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
