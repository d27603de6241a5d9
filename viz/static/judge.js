// The page of suggestions with scripts: "not now" opens its reason in place.
// Without scripts the same buttons load the page with the reason open.

for (const button of document.querySelectorAll("[data-opens]")) {
  const panel = document.getElementById(button.dataset.opens);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    open(button, panel, button.getAttribute("aria-pressed") !== "true");
  });
  panel.querySelector("[data-closes-why]").addEventListener("click", (event) => {
    event.preventDefault();
    open(button, panel, false);
    button.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(button, panel, false);
    button.focus();
  });
}

function open(button, panel, isOpen) {
  panel.hidden = !isOpen;
  button.setAttribute("aria-pressed", String(isOpen));
  if (isOpen) panel.querySelector("input[name=waarom]").focus();
}

document.getElementById("beoordeeld")?.focus();
