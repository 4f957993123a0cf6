/*
 * Without a licence for the charts Vaadin lays a bar over the end of the window, in a shadow of the body that nobody else
 * sees into. Pages leave it room: `--licence-bar` is as high as the bar is, for as long as it is there.
 */
(() => {
  const body = HTMLBodyElement.prototype;
  const root = document.documentElement;
  body.attachShadow = function (options) {
    delete body.attachShadow;
    const shadow = this.attachShadow(options);
    const size = new ResizeObserver(([bar]) => root.style.setProperty('--licence-bar', `${bar.borderBoxSize[0].blockSize}px`));
    new MutationObserver(() => {
      const bar = shadow.querySelector('vaadin-commercial-banner');
      size.disconnect();
      if (bar) size.observe(bar);
      else root.style.removeProperty('--licence-bar');
    }).observe(shadow, { childList: true });
    return shadow;
  };
})();
