import { say } from './say.ts';

/** 离线证: lets the wallet be opened without a network, and says how old a card that was kept is. */
export function keepOffline(): void {
  if ('serviceWorker' in navigator)
    void navigator.serviceWorker
      .register('/wallet-worker.js', { scope: '/licences' })
      .then(() => keepThisPage())
      .catch(() => undefined);
  const part = document.querySelector<HTMLElement>('[data-kept]');
  if (part === null) return;
  tellAge(part);
  window.setInterval(() => tellAge(part), 30_000);
}

/** The first visit came before the worker was there to keep it. */
async function keepThisPage(): Promise<void> {
  if (!location.pathname.endsWith('/offline') || navigator.serviceWorker.controller !== null) return;
  const ready = await navigator.serviceWorker.ready;
  ready.active?.postMessage({ keep: location.pathname });
}

function tellAge(part: HTMLElement): void {
  const [at, until] = [Date.parse(part.dataset.at ?? ''), Date.parse(part.dataset.until ?? '')];
  const told = part.querySelector<HTMLElement>('[data-age]');
  if (Date.now() >= until) {
    part.textContent = say(
      '存了超过一天，已经失效。连上网再存一张。',
      'Kept for more than a day; no longer valid. Go online and keep a fresh one.',
    );
    return;
  }
  const minutes = Math.max(0, Math.round((Date.now() - at) / 60_000));
  if (told === null || minutes === 0) return;
  const hours = Math.floor(minutes / 60);
  told.textContent =
    hours === 0
      ? say(`${minutes} 分钟前存的`, `Kept ${minutes} minutes ago`)
      : say(`${hours} 小时前存的`, `Kept ${hours} hours ago`);
}
