// What the shared search field needs on the map. It asks the site; in a file, where there is no site, this answers.

import { boot, isFile, kinds } from "./boot.js";

const IN_LIST = 8;

export function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/['’‘`´]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// In a file the one question that the search field asks is answered from the data; nothing else may ask anything.
export function answerFromFile(model) {
  if (!isFile) return;
  globalThis.fetch = async (address) => {
    const query = new URL(address, "file:///").searchParams.get("q") ?? "";
    return new Response(JSON.stringify(find(query, model)), { headers: { "Content-Type": "application/json" } });
  };
}

function find(query, model) {
  const words = fold(query).split(" ").filter(Boolean);
  const everything = [
    ...[...model.nodes.values()].map((node) => ({ ...node, sign: kinds.get(node.kind).sign })),
    ...[...model.areas.values()].map((area) => ({ ...area, kind: "Area", sub: [[boot.area.one, false], [area.level, false]].filter(([text]) => text), sign: boot.area.sign })),
    ...[...model.themes].map(([id, name]) => ({ id, name, kind: "Topic", sub: [[boot.topic.one, false]], sign: boot.topic.sign })),
  ];
  const found = everything
    .filter((one) => words.length && words.every((word) => fold(`${one.name} ${one.summary ?? ""}`).includes(word)))
    .sort((one, other) => rank(one, words) - rank(other, words) || one.name.localeCompare(other.name, "nl"));
  const items = found.slice(0, IN_LIST).map((one) => ({ id: one.id, url: "", kind: one.kind, name: one.name, sub: one.sub, sign: one.sign, parts: matchingParts(one.name, words) }));
  return { query, count: found.length, items };
}

// The name equals, starts with, has a word that starts with, or contains what was typed; else the text does.
function rank(one, words) {
  const name = fold(one.name);
  const typed = words.join(" ");
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}

function matchingParts(name, words) {
  const letters = [...name];
  const marks = letters.map(() => false);
  const folded = letters.map((letter) => fold(letter) || (/\s/.test(letter) ? " " : ""));
  const starts = [];
  let text = "";
  for (const [index, piece] of folded.entries()) {
    for (let at = 0; at < piece.length; at += 1) starts.push(index);
    text += piece;
  }
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      for (let place = at; place < at + word.length; place += 1) marks[starts[place]] = true;
    }
  }
  const parts = [];
  letters.forEach((letter, index) => {
    if (parts.length && parts.at(-1)[1] === marks[index]) parts.at(-1)[0] += letter;
    else parts.push([letter, marks[index]]);
  });
  return parts;
}
