// Builds elements. Text from data only ever becomes text, and names stand in <bdi>: a name written from right to left,
// or with marks that turn the direction, must not turn the words around it.

import { boot } from "./boot.js";

export function el(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value === "boolean") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const DAY = /(\b(?:\d{2}-)?\d{2}-\d{4}\b)/;

// A name or text of the data, which are Dutch whatever the language of the page. No date breaks at its hyphens.
export function data(text) {
  const parts = text.split(DAY).map((part, index) => (index % 2 ? el("span", { class: "date" }, part) : part));
  return el("bdi", boot.lang === "nl" ? {} : { lang: "nl" }, ...parts);
}

// The sign of a kind beside a name. Its markup is the program's own.
export function sign(kind) {
  const holder = document.createElement("span");
  holder.innerHTML = kind.sign;
  return holder.firstElementChild;
}

export function pictogram(name) {
  const holder = document.createElement("span");
  holder.innerHTML = boot.pictograms[name];
  return holder.firstElementChild;
}

// A link where there is somewhere to go, else plain text: a file that was sent has no pages beside it.
export function linked(url, child, given = {}) {
  return url ? el("a", { href: url, ...given }, child) : el("span", given, child);
}

export function byId(id) {
  return document.getElementById(id);
}

// Tells screen readers what changed, in one place for the whole page.
export function announce(text) {
  const region = byId("explorer-said");
  // The same sentence twice is a change too.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
