// 离线证: keeps the page of one card, the last that was opened to be kept, for as long as it says itself.
const [cardCache, partCache] = ['tongban-card', 'tongban-parts'];
const cardKey = '/licences/kept-card';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (typeof event.data?.keep === 'string') event.waitUntil(fetch(event.data.keep).then(keep));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(partOf(request));
});

/** The page from the network; without one, the card that was kept while its day lasts. */
async function pageOf(request) {
  try {
    const answer = await fetch(request);
    await keep(answer.clone());
    return answer;
  } catch (error) {
    const kept = await (await caches.open(cardCache)).match(cardKey);
    if (kept === undefined || isOver(kept)) {
      await caches.delete(cardCache);
      throw error;
    }
    return kept;
  }
}

async function keep(answer) {
  if (!answer.ok || answer.redirected || !answer.headers.has('x-keep-until')) return;
  await (await caches.open(cardCache)).put(cardKey, answer);
}

function isOver(answer) {
  return !(Date.parse(answer.headers.get('x-keep-until') ?? '') > Date.now());
}

/** Style sheets and scripts carry a digest in their names and never change. */
async function partOf(request) {
  const cache = await caches.open(partCache);
  const known = await cache.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
