import type { ScreenShow } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Tx } from '../../platform/index.ts';
import type { KnownScreen, Parts } from './parts.ts';
import { readSignature } from './rules.ts';
import type { ScreenRow } from './store.ts';

type Verdict = 'sign' | 'decline';
type Answer = KnownScreen & { about: string; verdict: Verdict; signature?: string; say?: string };

const thanksSeconds = 6;

/** 签名: takes the answer of the person at the window to where it was asked for. */
export function createSigning(parts: Parts) {
  const { store, clock } = parts;
  return {
    async sign(tx: Tx, asked: Answer): Promise<{ paired: boolean; show: ScreenShow }> {
      const { screen_id: screenId, window_id: window } = await parts.known(asked);
      if (window === undefined || !(await answer(parts, tx, { ...asked, window }))) throw notShown();
      const { verdict } = asked;
      const until = new Date(clock().getTime() + thanksSeconds * 1000);
      await store.thank(tx, screenId, { verdict, until });
      const windowName = parts.offices.findWindow(window)?.name ?? window;
      return { paired: true, show: { kind: 'thanks', windowName, verdict } };
    },
  };
}

/** Hands the answer to whoever asked; false when nobody at this window waits for it. */
async function answer(parts: Parts, tx: Tx, asked: Answer & { window: string }): Promise<boolean> {
  const { window, about, verdict, say = '' } = asked;
  const found = await findAsked(parts, window, about);
  if (found === undefined) return false;
  const signature = await kept(parts, tx, { ...asked, personId: found.personId });
  return found.counter.answer(tx, {
    ...{ window, about, verdict },
    ...(signature === undefined ? {} : { signature }),
    ...(say.trim() === '' ? {} : { say: say.trim() }),
  });
}

/** The thanks a screen still shows after an answer. */
export function thanksFor({ thanked_until: until, thanked_for: verdict }: ScreenRow, now: Date) {
  if (until === undefined || verdict === undefined || until <= now) return undefined;
  return { kind: 'thanks', verdict } as const;
}

/** The counter that waits for an answer about this, and whose answer it is. */
async function findAsked({ counters }: Parts, window: string, about: string) {
  for (const counter of counters) {
    const found = await counter.shown(window);
    if (found === undefined) continue;
    const { show, personId } = found;
    const asked = show.kind === 'confirm' ? show.sitting : show.collection;
    if (asked === about) return { counter, personId };
  }
  return undefined;
}

type Drawn = { verdict: Verdict; signature?: string; personId: string };

/** Keeps the drawn signature as a file of the person; who signs must have drawn one. */
async function kept({ files }: Parts, tx: Tx, { verdict, signature, personId }: Drawn) {
  if (verdict === 'decline') return undefined;
  const bytes = readSignature(signature ?? '');
  return files.keep(tx, { ownerId: personId, name: '签名.png', contentType: 'image/png', bytes });
}

function notShown(): Problem {
  return new Problem('devices.not-shown', 'conflict', '屏幕上的内容已经换了，看新的内容再签');
}
