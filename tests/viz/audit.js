// What a machine can see of accessibility in the page that stands in the browser; `auditing.py` says what and why.
(smallest) => {
  const found = [];
  const name = (e) => `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${e.className && e.className.baseVal === undefined
    ? '.' + String(e.className).trim().replace(/\s+/g, '.') : ''}> ${(e.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 50)}`;
  const isShown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && e.getClientRects().length > 0;
  const isUnseen = (e) => !!e.closest('.unseen, .skip');
  const all = [...document.querySelectorAll('body *')].filter(isShown);

  if (!document.documentElement.lang) found.push('the page has no language');
  if (!document.title.trim()) found.push('the page has no title');
  for (const [what, count] of [['h1', 1], ['main', 1], ['header.bar', 1]]) {
    const there = document.querySelectorAll(what).length;
    if (there !== count) found.push(`${there} times ${what}`);
  }

  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!isShown(heading)) continue;
    const now = Number(heading.tagName[1]);
    if (now > level + 1) found.push(`heading skips a level: ${name(heading)}`);
    level = now;
  }

  const ids = new Map();
  for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) || 0) + 1);
  for (const [id, count] of ids) if (count > 1) found.push(`id stands ${count} times: ${id}`);
  for (const attribute of ['for', 'aria-controls', 'aria-describedby', 'aria-labelledby'])
    for (const e of document.querySelectorAll(`[${attribute}]`))
      for (const id of e.getAttribute(attribute).split(/\s+/))
        if (id && !ids.has(id) && !(attribute === 'aria-controls' && e.getAttribute('aria-expanded') === 'false'))
          found.push(`${attribute} leads to nothing: ${id} of ${name(e)}`);

  const labelOf = (e) => (e.getAttribute('aria-label') || '').trim() || (e.labels && [...e.labels].map((l) => l.textContent.trim()).join(' '))
    || (e.getAttribute('aria-labelledby') || '').split(/\s+/).map((id) => document.getElementById(id)?.textContent.trim()).join(' ').trim();
  for (const e of document.querySelectorAll('a[href], button, summary'))
    if (!labelOf(e) && !e.textContent.trim()) found.push(`no name: ${name(e)}`);
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
    if (!labelOf(e)) found.push(`no label: ${name(e)}`);
  for (const e of document.querySelectorAll('img:not([alt])')) found.push(`no alt: ${name(e)}`);
  for (const e of document.querySelectorAll('svg'))
    if (e.getAttribute('aria-hidden') !== 'true' && e.getAttribute('role') !== 'img' && !e.closest('[aria-hidden=true]')) found.push(`picture without a role: ${name(e)}`);
  for (const e of document.querySelectorAll('th')) if (!e.scope) found.push(`head of a table without scope: ${name(e)}`);
  for (const e of document.querySelectorAll('nav, aside, section'))
    if (e.tagName !== 'SECTION' && !labelOf(e)) found.push(`region without a name: ${name(e)}`);

  const isInline = (e) => {
    const sentence = e.closest('p, li, dd, td, th, dt, h1, h2, h3, h4, span, label');
    return getComputedStyle(e).display === 'inline' && sentence !== null;
  };
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
    if (!isShown(e) || isUnseen(e)) continue;
    const box = e.getBoundingClientRect();
    if (!isInline(e) && (box.height < smallest || box.width < smallest))
      found.push(`target of ${Math.round(box.width)} by ${Math.round(box.height)}: ${name(e)}`);
  }

  const parse = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    if (colour.startsWith('color(srgb')) return [parts[0] * 255, parts[1] * 255, parts[2] * 255, parts[3] ?? 1];
    return [parts[0], parts[1], parts[2], parts[3] ?? 1];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return parse(getComputedStyle(document.body).backgroundColor);
  };
  for (const e of all) {
    if (isUnseen(e) || e.closest('svg, select')) continue;
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own) continue;
    const style = getComputedStyle(e);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600);
    const contrast = ratio(parse(style.color), ground(e));
    if (contrast < (isLarge ? 3 : 4.5)) found.push(`contrast ${contrast.toFixed(2)}: ${name(e)}`);
    if (size < 12) found.push(`text of ${size} px: ${name(e)}`);
  }
  for (const e of document.querySelectorAll('.button, .input, .tag, .chip')) {
    if (!isShown(e)) continue;
    const contrast = ratio(parse(getComputedStyle(e).borderTopColor), ground(e.parentElement));
    if (contrast < 3) found.push(`edge ${contrast.toFixed(2)}: ${name(e)}`);
  }
  for (const e of document.querySelectorAll('.sign')) {
    if (!isShown(e)) continue;
    const style = getComputedStyle(e);
    const shape = ratio(parse(style.backgroundColor), ground(e.parentElement));
    const inside = ratio(parse(style.color), parse(style.backgroundColor));
    if (Math.min(shape, inside) < 3) found.push(`sign ${shape.toFixed(2)} / ${inside.toFixed(2)}: ${name(e)}`);
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) {
    const out = all.filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(name);
    found.push(`${wide} px too wide: ${out.join(' | ')}`);
  }
  return found;
}
