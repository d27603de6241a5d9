// What every page does with scripts: what folds on a phone, and lists that close with Esc.

const menuButton = document.querySelector(".menu-button");

function foldMenu(open) {
  menuButton.setAttribute("aria-expanded", String(open));
  menuButton.closest(".bar").classList.toggle("open", open);
}

menuButton?.addEventListener("click", () => foldMenu(menuButton.getAttribute("aria-expanded") !== "true"));

// What stands open on a wide screen is folded on a phone: filters, and all but the first reason.
if (matchMedia("(max-width: 640px)").matches) {
  for (const part of document.querySelectorAll("details[data-folds]")) part.open = false;
}

// A list that hangs from a button closes with Esc, giving focus back, and when one goes elsewhere.
for (const list of document.querySelectorAll("details[data-closes]")) {
  document.addEventListener("click", (event) => {
    if (!list.contains(event.target)) list.open = false;
  });
  list.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !list.contains(event.relatedTarget)) list.open = false;
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const list of document.querySelectorAll("details[data-closes][open]")) {
    list.open = false;
    list.querySelector("summary").focus();
  }
  if (menuButton?.getAttribute("aria-expanded") === "true") {
    foldMenu(false);
    menuButton.focus();
  }
});

for (const button of document.querySelectorAll("[data-prints]")) button.addEventListener("click", () => print());
