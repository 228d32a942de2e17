import type { ScreenShow } from '@tongban/contract';
import Type from 'typebox';
import { announce, type Tx, topic } from '../../platform/index.ts';

type WithoutWindow<S> = S extends ScreenShow ? Omit<S, 'windowName'> : never;
type ToAnswer = Extract<ScreenShow, { kind: 'confirm' | 'collect' }>;

/** What a window asks the person before it to answer, and whose person that is. */
export type Shown = { personId: string; show: WithoutWindow<ToAnswer> };
/** 群众答复: signed, or not, with what the person says; the signature is a file of that person. */
export type WindowAnswer = {
  window: string;
  /** The sitting or the collection that stood on the screen. */
  about: string;
  verdict: 'sign' | 'decline';
  signature?: string;
  say?: string;
};

/** 柜台: a place where a clerk may ask the person at the window for an answer. */
export type Counter = {
  /** What waits for an answer at this window; undefined when nothing does. */
  shown: (window: string) => Promise<Shown | undefined>;
  /** Keeps the answer; false when that is not what waits at this window. */
  answer: (tx: Tx, answer: WindowAnswer) => Promise<boolean>;
};

/** What a window shows has changed; carries nothing else. */
export const windowTopic = topic('cases.window', Type.Object({ changed: Type.Boolean() }));

/** Tells the second screen of a window to look again. */
export function tellWindow(tx: Tx, window: string): Promise<void> {
  return announce(tx, { topic: windowTopic, key: window, data: { changed: true } });
}
