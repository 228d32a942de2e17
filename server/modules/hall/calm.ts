import { setTimeout as pause } from 'node:timers/promises';

type Told<T> = { readonly data: T };

/** What concerns somebody else is told at most so often. */
const calmMs = 3000;
const time = Symbol('time');

/**
 * Passes on that something has changed: at once what is one's own, everything else gathered for some seconds, so that a
 * busy hall does not make two hundred pages ask again at every step of everybody.
 */
export async function* calmly<T>(
  stream: AsyncIterable<Told<T>>,
  { isMine, gone, everyMs = calmMs }: { isMine: (data: T) => boolean; gone: AbortSignal; everyMs?: number },
): AsyncIterable<{ data: { changed: boolean } }> {
  const source = stream[Symbol.asyncIterator]();
  let next = source.next();
  let timer: Promise<typeof time> | undefined;
  for (;;) {
    const heard = await Promise.race(timer === undefined ? [next] : [next, timer]);
    if (heard === time) {
      timer = undefined;
      yield { data: { changed: true } };
      continue;
    }
    if (heard.done === true) return;
    next = source.next();
    if (isMine(heard.value.data)) {
      timer = undefined;
      yield { data: { changed: true } };
    } else {
      timer ??= pause(everyMs, time, { signal: gone, ref: false }).catch(() => time);
    }
  }
}
