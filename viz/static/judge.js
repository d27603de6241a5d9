// The page of suggestions with scripts: "not now" opens its reason in place, and a button says that it is busy.
// Without scripts the same buttons load the page with the reason open, and post the forms.

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

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (form.dataset.sent) return event.preventDefault(); // a second click sends nothing
    form.dataset.sent = "yes";
    if (!button?.dataset.busy) return;
    // After the form has been read, or the button's own value would not go along.
    setTimeout(() => {
      button.textContent = button.dataset.busy;
      button.setAttribute("aria-busy", "true");
    });
  });
}

// Coming back with the browser's own button shows the page as it was left, busy: it is read again.
addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("form[data-sent]")) location.reload();
});

document.getElementById("beoordeeld")?.focus();
