import type { DayCount } from '@tongban/contract';

type Told = { due: number; prompt: number };
/** One line of the table: a day, or all of them together. */
export type CountLine = {
  readonly accounts: number;
  readonly cases: ReadonlyMap<string, number>;
  readonly messages: ReadonlyMap<string, Told>;
};

export function lineOf({ accounts, cases, messages }: DayCount): CountLine {
  return {
    accounts,
    cases: new Map(cases.map(({ channel, count }) => [channel, count])),
    messages: new Map(messages.map(({ channel, due, prompt }) => [channel, { due, prompt }])),
  };
}

/** 合计: all days in one line; its channels are the usual ones and what else occurred. */
export function sumOf(days: readonly DayCount[]): CountLine {
  const cases = new Map(['web', 'hall'].map((channel) => [channel, 0]));
  const messages = new Map(
    ['sms', 'wechat', 'mail'].map((channel): [string, Told] => [channel, { due: 0, prompt: 0 }]),
  );
  let accounts = 0;
  for (const day of days) {
    accounts += day.accounts;
    for (const { channel, count } of day.cases) cases.set(channel, (cases.get(channel) ?? 0) + count);
    for (const { channel, due, prompt } of day.messages) {
      const before = messages.get(channel) ?? { due: 0, prompt: 0 };
      messages.set(channel, { due: before.due + due, prompt: before.prompt + prompt });
    }
  }
  return { accounts, cases, messages };
}

/** Of nothing there is no share. */
export function promptShare(told: Told | undefined): string {
  return told === undefined || told.due === 0 ? '—' : `${((100 * told.prompt) / told.due).toFixed(1)}%`;
}
