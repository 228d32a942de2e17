import { keepAwake } from './awake.ts';
import { say } from './say.ts';

const patience = 8000;
/** Asked a little before it lapses, so that nobody scans a code that is over. */
const earlyMs = 2000;

/** 亮码: counts the code down, changes it before it lapses while somebody looks, and keeps the screen awake. */
export function renewShow(): void {
  keepAwake();
  const timer = window.setInterval(() => {
    const part = find();
    if (part === undefined) return window.clearInterval(timer);
    const left = Date.parse(part.dataset.at ?? '') - Date.now();
    tell(part, Math.max(0, Math.ceil(left / 1000)));
    if (left <= earlyMs && document.visibilityState === 'visible') void renew(part);
  }, 1000);
}

function find(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('[data-does="show"]') ?? undefined;
}

function tell(part: HTMLElement, seconds: number): void {
  const told = part.querySelector<HTMLElement>('[data-left]');
  part.classList.toggle('show--over', seconds === 0);
  if (told !== null && part.dataset.away === undefined)
    told.textContent = say(`${seconds} 秒后换新码`, `A new code in ${seconds} s`);
}

async function renew(part: HTMLElement): Promise<void> {
  const form = part.querySelector('form');
  if (form === null || part.dataset.busy !== undefined) return;
  part.dataset.busy = '';
  try {
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(location.pathname, {
      ...{ method: 'POST', body },
      signal: AbortSignal.timeout(patience),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = fresh.querySelector<HTMLElement>('[data-does="show"]');
    if (next === null) throw new Error('no code');
    part.replaceWith(next);
  } catch {
    delete part.dataset.busy;
    part.dataset.away = '';
    const told = part.querySelector<HTMLElement>('[data-left]');
    if (told !== null)
      told.textContent = say(
        '网络断了，换不了新码，正在重试。急用就亮存好的离线证。',
        'No network, so no new code; trying again. If it is urgent, show a card kept offline.',
      );
  }
}
