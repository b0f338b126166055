// A service worker: keeps the files of the web application, so that a page that was opened before opens without a network too.
// Only files that everybody may have. What the API answers never passes through here.
const CACHE = 'par-index.pages';
const PAGE = '/index.html';
/** A build puts eight characters of its content into a file's name: such a file never changes. */
const HASHED = /-[\w-]{8}\.\w+$/;
const SERVER_PATHS = /^\/(api|health)(\/|$)/;
const KINDS = ['script', 'style', 'font', 'image', 'worker'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(PAGE)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page that was open before this worker was there says which files it has loaded. */
self.addEventListener('message', ({ data }) => {
  const wanted = (data?.keep ?? []).filter((address) => isFile(new URL(address, self.location.origin)));
  if (wanted.length > 0) {
    void caches.open(CACHE).then((cache) => Promise.all(wanted.map((address) => keepMissing(cache, address))));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || SERVER_PATHS.test(url.pathname)) {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(page(request));
  } else if (KINDS.includes(request.destination) || isFile(url)) {
    event.respondWith(HASHED.test(url.pathname) ? kept(request) : fresh(request));
  }
});

const isFile = ({ origin, pathname }) => origin === self.location.origin && (HASHED.test(pathname) || pathname.startsWith('/i18n/'));

async function keepMissing(cache, address) {
  if (!(await cache.match(address))) {
    await cache.add(address).catch(() => undefined);
  }
}

/** The page as the server has it now; without a network, as it was. */
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html')) {
      await keepPage(answer.clone());
    }
    return answer;
  } catch (error) {
    return (await caches.match(PAGE, { cacheName: CACHE })) ?? Promise.reject(error);
  }
}

/** With a new page come new files: those of the page before are let go. */
async function keepPage(answer) {
  const cache = await caches.open(CACHE);
  const before = await cache.match(PAGE);
  if (before && withoutNonce(await before.text()) !== withoutNonce(await answer.clone().text())) {
    await Promise.all((await cache.keys()).map((key) => cache.delete(key)));
  }
  await cache.put(PAGE, answer);
}

const withoutNonce = (text) => text.replace(/ngCspNonce="[^"]*"/, '');

async function kept(request) {
  return (await caches.match(request.url, { cacheName: CACHE })) ?? fresh(request);
}

async function fresh(request) {
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      const cache = await caches.open(CACHE);
      await cache.put(request.url, answer.clone());
    }
    return answer;
  } catch (error) {
    return (await caches.match(request.url, { cacheName: CACHE })) ?? Promise.reject(error);
  }
}
