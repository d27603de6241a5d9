// Patches: the ground behind the names of an area, their hull with a margin all round.

export const MARGIN = 27; // pixels at full size round the outermost signs

// Returns the corners of the smallest convex shape round points, in order (Andrew's monotone chain).
export function hull(points) {
  const sorted = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  if (sorted.length < 3) return sorted;
  const half = (given) => {
    const chain = [];
    for (const point of given) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(one, two, three) {
  return (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x);
}

// Returns a patch for every area that has names in the picture, the largest first so that small ones lie on top.
export function patches(nodes, areas) {
  const members = new Map();
  for (const node of nodes) {
    if (!areas.has(node.area)) continue;
    if (!members.has(node.area)) members.set(node.area, []);
    members.get(node.area).push(node);
  }
  return [...members]
    .map(([id, inside]) => ({ area: areas.get(id), count: inside.length, corners: hull(inside), box: box(inside) }))
    .sort((one, other) => other.count - one.count || (one.area.id < other.area.id ? -1 : 1));
}

const LEAST_NOWHERE = 5; // fewer names without an area need no heading

// The names of which no source tells an area: they get a heading and no ground.
export function nowhere(nodes, words) {
  const outside = nodes.filter((node) => !node.area);
  if (outside.length < LEAST_NOWHERE) return null;
  return { area: { id: "", name: words, apart: "" }, count: outside.length, corners: [], box: box(outside) };
}

export function box(points) {
  const found = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.top = Math.min(found.top, y);
    found.bottom = Math.max(found.bottom, y);
  }
  return found;
}
