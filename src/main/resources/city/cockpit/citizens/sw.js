/*
 * Keeps the public pages that somebody has read, as they stood in the first response, and shows them with their age when there is
 * no network. Scripts are taken out before a page is kept, and a page that was made for somebody who is signed in is not kept.
 */
const KEPT = 'newest-1';
const START = new URL('./', location.href).href;
const AT = 'x-kept-at';
const WORDS = {
  de: {
    gone: (time, age) => `Ohne Verbindung. Diese Werte sind von ${time} Uhr, ${age}.`,
    again: 'Neu laden',
  },
  en: {
    gone: (time, age) => `No connection. These values are of ${time}, ${age}.`,
    again: 'Load again',
  },
};

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), first()]));
});

/* The page that brought this worker was read before it was there. */
async function first() {
  const answer = await fetch(START, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) await keep(START, answer);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(visit(event));
  else if (isOfTheLook(request, address)) event.respondWith(piece(event));
});

function isOfTheLook(request, address) {
  if (request.destination === 'style' || request.destination === 'font') return true;
  return request.destination === 'image' && /\/(icons|town)\//.test(address.pathname);
}

async function visit(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.ok && isPublic(request.url)) event.waitUntil(keep(request.url, answer.clone()));
    return answer;
  } catch (gone) {
    const cache = await caches.open(KEPT);
    const kept = (await cache.match(request.url)) ?? (await cache.match(START));
    if (!kept) throw gone;
    return told(kept);
  }
}

function isPublic(address) {
  return address === START || address.startsWith(`${START}live/`);
}

async function keep(address, answer) {
  const text = await answer.text();
  if (!/<html[^>]* data-public/.test(text)) return;
  const cache = await caches.open(KEPT);
  const plain = text.replace(/<script\b[\s\S]*?<\/script>/g, '');
  const headers = { 'content-type': 'text/html;charset=utf-8', [AT]: String(Date.now()) };
  await cache.put(address, new Response(plain, { headers }));
}

async function piece(event) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(cache.put(event.request, answer.clone()));
    return answer;
  } catch (gone) {
    const kept = await cache.match(event.request);
    if (!kept) throw gone;
    return kept;
  }
}

async function told(kept) {
  const text = await kept.text();
  const at = Number(kept.headers.get(AT));
  const language = /<html[^>]* lang="en"/.test(text) ? 'en' : 'de';
  const zone = / zone="([^"]+)"/.exec(text)?.[1];
  const moment = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: Date.now() - at < 12 * 3600000 ? undefined : 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
  const words = WORDS[language];
  const line = `<p class="offline" role="status">${words.gone(moment, age(at, language, 'long'))} <a href="">${words.again}</a></p>`;
  const page = text
    .replace(/<city-age\b([^>]*)>[^<]*<\/city-age>/g, (all, attributes) => {
      const since = / since="(\d+)"/.exec(attributes);
      return since ? `<city-age${attributes}>${age(Number(since[1]), language)}</city-age>` : all;
    })
    .replace(/<body\b[^>]*>/, (body) => body + line);
  return new Response(page, { headers: { 'content-type': 'text/html;charset=utf-8' } });
}

function age(since, language, style = 'short') {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always', style });
  const seconds = Math.max(0, (Date.now() - since) / 1000);
  if (seconds < 60) return format.format(-Math.floor(seconds), 'second');
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86400) return format.format(-Math.floor(seconds / 3600), 'hour');
  return format.format(-Math.floor(seconds / 86400), 'day');
}
