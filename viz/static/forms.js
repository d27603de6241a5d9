// Forms with scripts: a button says that it is busy, and a second click sends nothing. Without scripts they are posted.

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
