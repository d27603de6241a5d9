// The time bar: what had been said by the end of a year.

import { boot, count, say } from "./boot.js";
import { byId, el } from "./dom.js";
import { change, state } from "./state.js";

let counts = [];
let timer = 0;

export function buildTime(model) {
  counts = countByYear(model);
  const bar = byId("time");
  bar.hidden = counts.length < 2;
  if (bar.hidden) return;
  const [first, last] = [counts[0].year, counts.at(-1).year];
  const most = Math.max(...counts.map((one) => one.count), 1);
  byId("time-bars").replaceChildren(...counts.map((one) => {
    const mark = el("i", { "data-year": one.year });
    mark.style.height = `${Math.max((one.count / most) * 100, 6)}%`;
    mark.style.setProperty("--dated", `${(one.dated / Math.max(one.count, 1)) * 100}%`);
    return mark;
  }));
  byId("time-years").replaceChildren(...counts.map(({ year }) => el("span", { "data-year": year }, year === last ? say("now") : year)));
  bar.style.setProperty("--years", counts.length);
  const slider = byId("time-slider");
  Object.assign(slider, { min: first, max: last, step: 1 });
  slider.addEventListener("input", () => {
    showYear(Number(slider.value));
    clearTimeout(timer);
    timer = setTimeout(() => setYear(Number(slider.value)), 200); // a site is asked only where the hand rests
  });
}

// How many names were known by the end of each year; names without a date count from now, and leave its bar open.
function countByYear(model) {
  const years = [...model.nodes.values()].map((node) => node.year).filter(Boolean);
  if (!years.length) return [];
  const found = [];
  for (let year = Math.min(...years); year <= boot.year; year += 1) {
    const dated = years.filter((one) => one <= year).length;
    found.push({ year, dated, count: year === boot.year ? model.nodes.size : dated });
  }
  return found;
}

export function setYear(year) {
  if (!counts.length) return;
  const last = counts.at(-1).year;
  const within = Math.min(Math.max(year, counts[0].year), last);
  change({ year: within === last ? 0 : within });
}

export function stepYear(by) {
  setYear((state.year || boot.year) + by);
}

export function showTime() {
  if (counts.length) showYear(state.year || counts.at(-1).year);
}

function showYear(year) {
  const slider = byId("time-slider");
  slider.value = year;
  const isNow = year === counts.at(-1).year;
  byId("time-until").textContent = isNow ? say("now_in_words") : say("end_of_year", { year });
  slider.setAttribute("aria-valuetext", `${isNow ? say("now_in_words") : say("end_of_year", { year })}: ${count(counts.find((one) => one.year === year).count, "names")}`);
  for (const mark of byId("time-bars").children) mark.classList.toggle("later", Number(mark.dataset.year) > year);
}
