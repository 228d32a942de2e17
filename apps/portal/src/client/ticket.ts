import { keepAwake } from './awake.ts';
import { say } from './say.ts';

const soon = 3;
const patience = 5000;
/** The guess of minutes grows old even while nobody is called. */
const everyMs = 60_000;

/** 跟着排队: asks the page again whenever the queue has moved, buzzes when it is time, and keeps the screen awake. */
export function followTicket(): void {
  const part = find();
  const key = part?.dataset.key;
  if (part === undefined || key === undefined) return;
  const stream = new EventSource(`/api/tickets/${encodeURIComponent(key)}/changes`);
  stream.addEventListener('message', () => void refresh(stream));
  // After a break the queue may have moved unheard.
  stream.addEventListener('open', () => void refresh(stream));
  stream.addEventListener('error', () => tellBreak());
  const timer = window.setInterval(() => {
    if (find()?.dataset.does === undefined) window.clearInterval(timer);
    else void refresh(stream);
  }, everyMs);
  keepAwake();
}

function find(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('.ticket') ?? undefined;
}

async function refresh(stream: EventSource): Promise<void> {
  try {
    const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [now, next] = [find(), fresh.querySelector<HTMLElement>('.ticket')];
    if (now === undefined || next === null) return;
    const before = { ...now.dataset };
    replace(now, next);
    document.title = fresh.title;
    if (turnsPressing(before, next.dataset)) buzz();
    if (next.dataset.does === undefined) stream.close();
  } catch {
    tellBreak();
  }
}

/** Keeps the keyboard where it was: a person about to press a button must not lose it. */
function replace(now: HTMLElement, next: HTMLElement): void {
  const held = document.activeElement?.getAttribute('href');
  const heading = (part: HTMLElement) => part.querySelector('h1')?.textContent ?? '';
  if (heading(now) !== heading(next)) announce(heading(next));
  now.replaceWith(next);
  if (held !== null && held !== undefined)
    next.querySelector<HTMLElement>(`[href="${CSS.escape(held)}"]`)?.focus();
}

function announce(words: string): void {
  const told = document.querySelector<HTMLElement>('[data-say]');
  if (told !== null) told.textContent = words;
}

function turnsPressing(before: DOMStringMap, after: DOMStringMap): boolean {
  if (after.state === 'called') return before.state !== 'called';
  const [was, is] = [Number(before.ahead ?? soon + 1), Number(after.ahead ?? soon + 1)];
  return after.state === 'waiting' && is <= soon && was > soon;
}

function buzz(): void {
  if ('vibrate' in navigator) navigator.vibrate([400, 200, 400, 200, 400]);
}

function tellBreak(): void {
  const told = document.querySelector<HTMLElement>('[data-fresh]');
  if (told === null || told.dataset.broken !== undefined) return;
  told.dataset.broken = '';
  told.textContent = say(
    `网络断了，这是 ${told.textContent}的，正在重连。`,
    `No network. ${told.textContent}; connecting again.`,
  );
}
