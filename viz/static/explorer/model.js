// The network that the page knows so far: what opened, and what was asked for since.

export class Model {
  constructor() {
    this.clear();
  }

  clear() {
    this.nodes = new Map();
    this.lines = new Map();
    this.areas = new Map();
    this.themes = new Map();
    this.types = {};
    this.sources = {};
    this.suggestions = [];
    this.total = 0;
    this.wholeAreas = new Set(); // areas of which every name is here
    this.ties = new Map(); // lines with areas and topics, by the name they start from
    this.linesOf = new Map();
  }

  // Takes in a document of the server; what is there already is replaced.
  merge(given) {
    const fresh = [];
    for (const node of given.network.nodes) {
      if (!this.nodes.has(node.id)) fresh.push(node.id);
      this.nodes.set(node.id, { ...this.nodes.get(node.id), ...node, name: node.label });
      this.ties.set(node.id, []);
      if (!this.linesOf.has(node.id)) this.linesOf.set(node.id, new Set());
    }
    for (const line of given.network.edges) {
      this.lines.set(line.id, line);
      this.linesOf.get(line.from).add(line.id);
      this.linesOf.get(line.to).add(line.id);
    }
    for (const tie of given.ties) this.ties.get(tie.from)?.push(tie);
    for (const area of given.areas) this.areas.set(area.id, area);
    for (const theme of given.themes) this.themes.set(theme.id, theme.name);
    Object.assign(this.types, given.types);
    Object.assign(this.sources, given.sources);
    this.total = given.counts.names;
    return fresh;
  }

  linesAt(id) {
    return [...(this.linesOf.get(id) ?? [])].map((line) => this.lines.get(line));
  }

  neighbours(id) {
    return [...new Set(this.linesAt(id).map((line) => (line.from === id ? line.to : line.from)))];
  }

  // Names that are linked with a name but not here yet: the panel must tell them, so they are asked for.
  isWhole(id) {
    const node = this.nodes.get(id);
    return node ? this.neighbours(id).length >= node.degree : this.wholeAreas.has(id);
  }

  inArea(id) {
    return [...this.nodes.values()].filter((node) => node.area === id);
  }

  suggestionsOf(id) {
    return this.suggestions.filter((one) => one.from === id || one.to === id);
  }
}

export const model = new Model();
