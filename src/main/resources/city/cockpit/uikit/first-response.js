/*
 * The live page takes the place of the one in the first response, in one step and with the keyboard where it was. The
 * typeface of the theme is put on only if it comes before anybody has begun to read.
 */
(() => {
  const first = document.getElementById('first');
  const outlet = document.getElementById('outlet');
  const stops = (part) => [...part.querySelectorAll('a, button')];
  const watch = new MutationObserver(() => {
    if (!outlet.querySelector('main')) return;
    watch.disconnect();
    const place = stops(first).indexOf(document.activeElement);
    first.remove();
    if (place >= 0) stops(outlet)[place]?.focus({ preventScroll: true });
  });
  watch.observe(outlet, { childList: true, subtree: true });

  const IN_TIME = 1000;
  const root = document.documentElement;

  // The newest values without a network; whoever is signed in leaves nothing behind.
  if (root.hasAttribute('data-public') && navigator.serviceWorker)
    addEventListener('load', () => navigator.serviceWorker.register(new URL('sw.js', document.baseURI)).catch(() => {}));

  const typeface = getComputedStyle(root).getPropertyValue('--aura-font-family-instrument-sans').split(',')[0];
  document.fonts.load(`1em ${typeface}`).then(() => {
    if (performance.now() < IN_TIME) root.removeAttribute('data-typeface');
  });
})();
