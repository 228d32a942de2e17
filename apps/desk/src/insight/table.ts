import type { Insight, InsightRow } from '@tongban/contract';
import { orderWords } from '../orders/words.ts';
import { insightWords as said } from './words.ts';

type Table = { readonly heads: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] };

/** 导出的表: everything the page shows, one line for each thing that was counted. */
export function tableOf({ topics, fraud, regions, kinds, channels }: Insight): Table {
  const { name, received, before, reopened } = said.heads;
  const lines = (axis: string, of: readonly InsightRow[]) =>
    of.map((row) => [
      ...[axis, row.name, row.received, row.before, row.closed, row.asked, row.satisfied, row.reopened],
    ]);
  return {
    heads: [
      ...[said.axis, name, received, before, said.totals.closed, '有答复', said.totals.satisfied, reopened],
    ],
    rows: [
      ...lines(said.axes.topic, topics),
      ...lines(said.axes.fraud, fraud),
      ...lines(said.axes.region, regions),
      ...lines(
        said.axes.kind,
        kinds.map(({ kind, name: words, ...of }) => ({ id: kind, name: words.zh, ...of })),
      ),
      ...lines(
        said.axes.channel,
        channels.map(({ channel, ...of }) => ({ id: channel, name: orderWords.channels[channel], ...of })),
      ),
    ],
  };
}
