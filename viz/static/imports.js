// Importing with scripts: a file may be dropped, and progress comes by itself.
// Without scripts the same forms are posted and the page refreshes itself.

const drops = document.querySelector("form[data-drops]");
if (drops) {
  const place = drops.querySelector(".drop");
  const field = drops.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) place.addEventListener(name, () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
    field.focus();
  });
}

const state = document.querySelector("[data-state]");
if (state) follow(state);

async function follow(part) {
  const words = part.querySelector("[data-what]");
  const bar = part.querySelector("[data-fraction]");
  for (;;) {
    await new Promise((done) => setTimeout(done, 700));
    let now;
    try {
      now = await (await fetch(part.dataset.state)).json();
    } catch {
      continue; // the server may be away for a moment; the next question tells
    }
    if (now.resting) return location.reload();
    if (words.textContent !== now.what) words.textContent = now.what; // said once by a screen reader, not each time
    bar.value = now.percent;
  }
}

(document.getElementById("fout") ?? document.querySelector("select[data-open]"))?.focus({ preventScroll: !document.getElementById("fout") });
