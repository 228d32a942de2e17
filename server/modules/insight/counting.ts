import { shanghaiDay } from '@tongban/kernel';
import { asMachine, transaction } from '../../platform/index.ts';
import { orderClassified, orderClosed, orderRegistered, orderReopened } from '../hotline/index.ts';
import { fraudKinds, type Parts } from './parts.ts';
import type { Axis, Count, Measures } from './store.ts';

type Where = { readonly day: string; readonly branch: string; readonly city: string };
type Placed = { city: string; branch: string; desk?: string; at: string; receivedAt?: string };
type About = { kind: string; channel: string; matter?: string; tipOff: boolean };

/** 计数: every order is counted as it comes, as it is sorted and as it is closed, each exactly once. */
export function countOrders(parts: Parts) {
  const { db, outbox, counts, hotline } = parts;
  const fraud = fraudKinds(parts);
  outbox.subscribe({
    name: 'insight.count-registered',
    on: orderRegistered,
    handle: (tx, { data }) => counts.add(tx, spread(received(data), data, { received: 1 })),
  });
  outbox.subscribe({
    name: 'insight.count-classified',
    on: orderClassified,
    handle: async (tx, { data }) => {
      const { before, kind, matter, tipOff } = data;
      const at = received(data);
      const sorted = (axis: Axis, value: string | undefined, by: number): Count[] =>
        value === undefined ? [] : [{ axis, value, ...at, received: by }];
      await counts.add(tx, [
        ...(before?.kind === undefined
          ? []
          : [...sorted('kind', before.kind, -1), ...sorted('kind', kind, 1)]),
        ...sorted('matter', before?.matter, -1),
        ...sorted('matter', tipOff ? undefined : matter, 1),
        ...sorted('fraud', fraud.has(before?.matter ?? '') ? before?.matter : undefined, -1),
        ...sorted('fraud', fraud.has(matter) ? matter : undefined, 1),
      ]);
    },
  });
  outbox.subscribe({
    name: 'insight.count-closed',
    on: orderClosed,
    handle: (tx, { data }) =>
      counts.add(tx, spread(now(data), data, { closed: 1, satisfied: Number(data.satisfied === true) })),
  });
  outbox.subscribe({
    name: 'insight.count-reopened',
    on: orderReopened,
    handle: (tx, { data }) => counts.add(tx, spread(now(data), data, { reopened: 1 })),
  });
  return {
    /** Counts everything anew, where orders came without being told of, as invented ones do. */
    recount: () =>
      asMachine('worker', async () => {
        await outbox.settle();
        const all = await hotline.tally([...fraud]);
        await transaction(db, async (tx) => {
          await counts.clear(tx);
          await counts.add(tx, all);
        });
      }),
  };
}

/** Of a tip-off its kind and its channel are counted, and apart from these which kind of fraud it is about. */
function spread(at: Where, { kind, channel, matter, tipOff }: About, more: Partial<Measures>): Count[] {
  const axes: readonly (readonly [Axis, string | undefined])[] = [
    ...([
      ['all', ''],
      ['kind', kind],
      ['channel', channel],
    ] as const),
    ['matter', tipOff ? undefined : matter],
  ];
  return axes.flatMap(([axis, value]) => (value === undefined ? [] : [{ axis, value, ...at, ...more }]));
}

function received({ city, branch, desk = branch, at, receivedAt = at }: Placed): Where {
  return { day: shanghaiDay(new Date(receivedAt)), branch: desk, city };
}

function now({ city, branch, desk = branch, at }: Placed): Where {
  return { day: shanghaiDay(new Date(at)), branch: desk, city };
}
