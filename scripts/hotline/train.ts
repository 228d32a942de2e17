import { existsSync, readFileSync } from 'node:fs';
import { type Axis, type Example, type OrderModel, trainAxis, withCorrections } from '@tongban/scoring';
import type { Words } from '../../server/platform/words/segment.ts';
import { sampleOrders } from './sample.ts';
import { examplesOf, examplesOfContent } from './words.ts';

/** One correction by a person: the text, and the labels it was given in the end. */
export type Correction = { readonly text: string; readonly kind?: string; readonly matter?: string };
export type TrainWish = {
  readonly orders: number;
  readonly seed: number;
  readonly corrections: readonly Correction[];
};

/** 训练: learns both axes from generated orders, from the content itself, and from what people corrected. */
export function train({ orders: count, seed, corrections }: TrainWish): OrderModel {
  const { orders, words, content } = sampleOrders({ count, seed, from: '2026-01-01', days: 90 });
  const precision = content.hotline?.value.automatic.precision ?? 0.95;
  const learn = (axis: 'kind' | 'matter', known: readonly Example[]): Axis => {
    const right = correctionsOf(corrections, words, axis);
    return trainAxis(examplesOf(orders, words, axis), {
      ...{ seed, precision, known: withCorrections(known, right) },
    });
  };
  return {
    examples: orders.length + corrections.length,
    kind: learn('kind', []),
    matter: learn('matter', examplesOfContent(content, words)),
  };
}

/** Corrections, one JSON object a line. */
export function readCorrections(file: string | undefined): Correction[] {
  if (file === undefined) return [];
  if (!existsSync(file)) throw new Error(`没有文件 ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => correctionIn(line));
}

export function correctionIn(line: string): Correction {
  const read: unknown = JSON.parse(line);
  const { text, kind, matter } = Object.assign({ text: undefined, kind: undefined, matter: undefined }, read);
  if (typeof text !== 'string' || text === '') throw new Error(`这一行没有 text：${line}`);
  return {
    text,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof matter === 'string' ? { matter } : {}),
  };
}

function correctionsOf(corrections: readonly Correction[], words: Words, axis: 'kind' | 'matter'): Example[] {
  return corrections.flatMap((correction) => {
    const label = correction[axis];
    return label === undefined ? [] : [{ tokens: words.cutFine(correction.text), label }];
  });
}
