// The list that opens under a search field while one types (the combobox pattern of ARIA 1.2).
//
// It looks for forms with data-search and needs nothing else. When a name is chosen the form sends an event
// `wijkweb:chosen` with the item as detail; who prevents its default keeps the page from going there.

const WAIT = 120; // milliseconds after the last key: fewer questions, and still felt as at once

for (const form of document.querySelectorAll("form[data-search]")) enhance(form);

function enhance(form) {
  const input = form.querySelector("input[type=search]");
  const said = form.querySelector("[data-said]");
  const box = input.parentElement;
  const list = document.createElement("div");
  list.className = "found";
  list.hidden = true;
  box.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", `${input.id}-found`);

  let items = [];
  let active = -1;
  let asked = 0;
  let timer = 0;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    const options = list.querySelectorAll("[role=option]");
    options[active]?.setAttribute("aria-selected", "false");
    active = (index + options.length) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  function choose(index) {
    const item = items[index];
    close();
    const event = new CustomEvent("wijkweb:chosen", { detail: item, bubbles: true, cancelable: true });
    if (form.dispatchEvent(event)) location.assign(item.url);
  }

  function show(answer) {
    items = answer.items;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(options(items, input.id, choose), end(form, answer));
    list.hidden = false;
    input.setAttribute("aria-expanded", String(items.length > 0));
    said.textContent = answer.away ? form.dataset.away : counted(form, answer.count);
  }

  async function ask() {
    const words = input.value.trim();
    const mine = ++asked;
    if (!words) return close();
    const address = new URL(form.dataset.search, location.href);
    address.searchParams.set("q", words);
    let answer;
    try {
      const response = await fetch(address, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      answer = await response.json();
    } catch {
      answer = { items: [], count: 0, away: true };
    }
    // An answer that comes after a newer question, or after one went away, is not shown.
    if (mine === asked && document.activeElement === input) show(answer);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });

  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden && items.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) ask();
      else mark(active < 0 && event.key === "ArrowUp" ? items.length - 1 : active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });

  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}

function options(items, id, choose) {
  const holder = document.createElement("div");
  holder.id = `${id}-found`;
  holder.setAttribute("role", "listbox");
  items.forEach((item, index) => {
    const option = document.createElement("div");
    option.id = `${id}-found-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.insertAdjacentHTML("afterbegin", item.sign); // markup of the program, never of the data
    const words = document.createElement("span");
    words.append(name(item), sub(item));
    option.append(words);
    // Before the field loses its focus, or the list would be gone when the click comes.
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => choose(index));
    holder.append(option);
  });
  return holder;
}

function name(item) {
  const span = document.createElement("span");
  span.lang = "nl";
  for (const [text, matches] of item.parts) {
    const piece = document.createElement(matches ? "mark" : "span");
    piece.textContent = text;
    span.append(piece);
  }
  return span;
}

function sub(item) {
  const span = document.createElement("span");
  span.className = "sub";
  item.sub.forEach(([text, isData], index) => {
    const piece = document.createElement("span");
    if (isData) piece.lang = "nl";
    piece.textContent = text;
    span.append(index ? " · " : "", piece);
  });
  return span;
}

function counted(form, count) {
  return count ? form.dataset.found.replace("{n}", count) : form.dataset.none;
}

function end(form, answer) {
  const row = document.createElement("div");
  row.className = "end";
  const count = document.createElement("span");
  count.textContent = answer.away ? form.dataset.away : counted(form, answer.count);
  row.append(count);
  if (answer.items.length) {
    const keys = document.createElement("span");
    keys.className = "keys";
    keys.setAttribute("aria-hidden", "true");
    for (const [key, word] of [["↑", ""], ["↓", form.dataset.choose], ["Enter", form.dataset.open], ["Esc", form.dataset.close]]) {
      const sign = document.createElement("kbd");
      sign.textContent = key;
      keys.append(sign, word ? ` ${word}  ` : " ");
    }
    row.append(keys);
  }
  return row;
}
