// Walking the picture by keys: from a name to the nearest linked one in a direction.

const HALF_VIEW = Math.PI / 3; // how far to either side of the direction a name may lie

const DIRECTIONS = { ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2 };

export function isArrow(key) {
  return key in DIRECTIONS;
}

// Returns the id of the next name, or an empty text where none lies that way.
export function nextName(from, key, seen, model) {
  const linked = new Set();
  for (const line of [...seen.lines, ...seen.suggestions]) {
    if (line.from === from) linked.add(line.to);
    if (line.to === from) linked.add(line.from);
  }
  const here = model.nodes.get(from);
  let best = "";
  let nearest = Infinity;
  for (const id of linked) {
    if (seen.focus !== null && !seen.focus.has(id)) continue; // what is faded cannot be reached
    const there = model.nodes.get(id);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const turn = Math.abs(Math.atan2(Math.sin(Math.atan2(dy, dx) - DIRECTIONS[key]), Math.cos(Math.atan2(dy, dx) - DIRECTIONS[key])));
    const far = Math.hypot(dx, dy) * (1 + turn); // straight ahead goes before aside
    if (turn <= HALF_VIEW && far < nearest) [best, nearest] = [id, far];
  }
  return best;
}

// Where walking begins: at the chosen name, else at the best linked one in sight.
export function firstName(seen, state) {
  if (seen.ids.has(state.chosen)) return state.chosen;
  const open = seen.nodes.filter((node) => seen.focus === null || seen.focus.has(node.id));
  return open.reduce((best, node) => (!best || node.links > best.links ? node : best), null)?.id ?? "";
}
