/* What a test asks of a page, in the page: focus, places, names. Brought there once for each document. */
window.trial = (() => {
  const deepest = () => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one;
  };
  const above = one => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const chain = one => { const all = []; for (let at = one; at; at = above(at)) all.push(at); return all; };
  const name = one => {
    const labelled = (one.getAttribute('aria-labelledby') ?? '').split(' ')
      .map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
    const text = one.getAttribute('aria-label') || labelled || one.labels?.[0]?.textContent || one.textContent;
    return `${one.tagName.toLowerCase()} "${(text ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
  };

  /* How a stop and what is around it look: whoever has the focus has to look different. */
  const LOOK = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderColor', 'backgroundColor', 'textDecoration',
    'stroke', 'strokeWidth', 'clip', 'transform', 'opacity'];
  const style = one => { const seen = getComputedStyle(one); return LOOK.map(key => seen[key]).join('|'); };
  const look = one => [...chain(one).slice(0, 10)
    .flatMap(at => [at, ...(at.shadowRoot ? at.shadowRoot.querySelectorAll('[part]') : [])]), ...one.children]
    .map(style).join('\n');

  /* Whether some of a stop can be seen: nothing lies over it, it lies on the screen. */
  const seen = one => {
    const around = chain(one);
    const isPart = at => at && (chain(at).includes(one) || around.slice(0, 4).includes(at)
      || (one.labels && [...one.labels].some(label => label.contains(at))));
    const at = (x, y) => {
      let top = document.elementFromPoint(x, y);
      while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top)
        top = top.shadowRoot.elementFromPoint(x, y);
      return top;
    };
    return [...one.getClientRects()].some(box => [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]
      .some(([right, down]) => isPart(at(box.left + right * box.width, box.top + down * box.height))));
  };

  const light = one => { let at = one; while (at.getRootNode().host) at = at.getRootNode().host; return at; };
  const isBefore = (one, other) => !!(light(one).compareDocumentPosition(light(other)) & Node.DOCUMENT_POSITION_PRECEDING);

  const met = {};

  /* After each press of Tab: what is wrong with the stop, and whether the way is over. It leaves the page at its end and comes back. */
  const stop = () => {
    const faults = [];
    const one = deepest();
    const last = met.before;
    if (one === last && one?.tagName === 'IFRAME') return { over: false, faults };
    if (last?.isConnected && last.tagName !== 'IFRAME' && look(last) === met.look) faults.push(`focus is not seen: ${name(last)}`);
    const outside = !one || one === document.body || one === document.documentElement;
    if (outside) met.outside++;
    const over = met.outside > 3 || met.stops.has(one);
    met.before = over || outside ? null : one;
    if (over || outside) return { over, faults };
    met.stops.add(one);
    chain(one).forEach(at => met.touched.add(at));
    met.look = look(one);
    if (one.tabIndex > 0) faults.push(`jumps ahead: ${name(one)}`);
    if (last?.isConnected && light(last) !== light(one) && isBefore(last, one)) faults.push(`goes back in the page: ${name(one)}`);
    if (!seen(one)) faults.push(`focus is covered or off the screen: ${name(one)}`);
    return { over, faults };
  };
  const begin = () => {
    Object.assign(met, { stops: new WeakSet(), touched: new WeakSet(), before: null, look: '', outside: 0 });
    deepest()?.blur?.();
    scrollTo(0, 0);
  };

  /* What can be operated and the keyboard has not met. */
  const missed = () => [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex="0"],iframe')]
    .filter(one => !one.disabled && one.tabIndex >= 0 && !met.touched.has(one) && one.type !== 'radio')
    .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && one.getClientRects().length)
    .filter(one => !one.closest('[inert]'))
    .map(one => `the keyboard does not reach ${name(one)}`);

  /* Text that is cut off by its own box. */
  const cut = () => [...document.querySelectorAll('body *')].filter(one => {
    if (!one.textContent.trim() || one.closest('svg') || !one.checkVisibility()) return false;
    const seen = getComputedStyle(one);
    if (one.clientWidth <= 2 || one.clientHeight <= 2 || one.closest('.sr-only')) return false;
    const hides = value => value === 'hidden' || value === 'clip';
    return hides(seen.overflowX) && one.scrollWidth > one.clientWidth + 2
      || hides(seen.overflowY) && one.scrollHeight > one.clientHeight + 2;
  }).map(one => `cut off: ${name(one)}${one.className ? ` .${one.className}` : ''}`);

  const SPACED = new CSSStyleSheet();
  SPACED.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
    + ' p { margin-bottom: 2em !important }');
  /* As readers who need it set the spacing of text (1.4.12); in components, too. */
  const spacing = on => [document, ...[...document.querySelectorAll('*')].map(one => one.shadowRoot).filter(Boolean)]
    .forEach(root => {
      root.adoptedStyleSheets = on ? [...root.adoptedStyleSheets, SPACED] : root.adoptedStyleSheets.filter(one => one !== SPACED);
    });

  const tooWide = () => document.documentElement.scrollWidth > innerWidth
    ? [`wider than the screen: ${document.documentElement.scrollWidth} of ${innerWidth}`] : [];

  const moving = () => [
    ...document.getAnimations().filter(one => one.animationName && one.playState === 'running' && one.effect.getComputedTiming().duration > 10)
      .map(one => `moves: ${one.animationName} of ${name(one.effect.target)}`),
    ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['scrolls smoothly'] : []),
  ];

  /* Sticky and fixed parts leave room for what is read. */
  const bars = () => {
    const high = [...document.querySelectorAll('body *')]
      .filter(one => ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.checkVisibility())
      .map(one => [one, one.getBoundingClientRect()])
      .filter(([one, box]) => box.height > innerHeight / 2 && box.width > innerWidth / 2 && !one.matches('[popover],dialog'));
    return high.map(([one]) => `covers more than half of the screen: ${name(one)}`);
  };

  return { stop, begin, missed, cut, spacing, tooWide, moving, bars };
})();
