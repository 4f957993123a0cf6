(() => {
  const root = document.documentElement;
  const SECOND = 1000, MINUTE = 60000, HOUR = 3600000, DAY = 86400000;
  const late = Date.now() - Number(root.dataset.made);
  // A clock that is far from the server's is not asked how old something is.
  const skew = Math.abs(late) > 5 * MINUTE ? late : 0;
  const words = (unit, style) => new Intl.RelativeTimeFormat(root.lang, { style, numeric: 'auto' }).format(...unit);
  const age = passed =>
    passed < MINUTE ? words([-Math.floor(passed / SECOND), 'second'], 'narrow')
      : passed < HOUR ? words([-Math.floor(passed / MINUTE), 'minute'], 'short')
      : passed < DAY ? words([-Math.floor(passed / HOUR), 'hour'], 'short')
      : words([-Math.floor(passed / DAY), 'day'], 'long');
  const tick = () => document.querySelectorAll('time[data-since]').forEach(time => {
    time.textContent = age(Math.max(0, Date.now() - skew - Number(time.dataset.since)));
  });
  let told = 0;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height !== told && parent !== window) parent.postMessage({ cockpit: 'height', height }, '*');
    told = height;
  };
  const refresh = async () => {
    if (document.hidden) return;
    if (self.origin === 'null') return location.reload();
    try {
      const answer = await fetch(location.href, { credentials: 'omit' });
      if (!answer.ok) throw answer.status;
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
      const now = document.querySelector('main');
      const at = [...now.querySelectorAll('a')].indexOf(document.activeElement);
      now.replaceWith(document.importNode(next, true));
      document.querySelectorAll('main a')[at]?.focus();
      delete root.dataset.lost;
    } catch {
      root.dataset.lost = '';
    }
    tick();
  };
  tick();
  setInterval(tick, SECOND);
  setInterval(refresh, 30 * SECOND);
  document.addEventListener('visibilitychange', refresh);
  new ResizeObserver(tell).observe(root);
  tell();
})();
