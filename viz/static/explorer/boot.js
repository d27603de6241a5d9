// What the server put into the page: data, words and addresses. Everything in it is text, never markup.

export const boot = JSON.parse(document.getElementById("explorer-data").textContent);

export const isFile = boot.file; // opened from a disk, with all data inside and no site behind it

// Returns a wording in the language of the page, with {name} filled in.
export function say(key, values = {}) {
  return boot.words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

// One or many: "1 naam", "24 namen".
export function count(number, key) {
  return say(number === 1 ? `${key}_one` : `${key}_many`, { n: number });
}

export const kinds = new Map(boot.kinds.map((kind) => [kind.name, kind]));

export const MEETING = "Meeting"; // off until one looks closer: meetings link everybody with everybody
