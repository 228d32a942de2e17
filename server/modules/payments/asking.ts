import { asMachine, transaction } from '../../platform/index.ts';
import type { Counting } from './counting.ts';
import type { Parts } from './parts.ts';
import type { ChargeRow } from './store/orders.ts';

const minute = 60_000;
const everyMinute = '* * * * *';
/** So many are asked about at once; where none of them is answered, the provider is left alone until the next round. */
const atOnce = 5;
export type Asking = ReturnType<typeof createAsking>;
type Sides = { readonly parts: Parts; readonly count: Counting };

/** 查单: providers are asked about whatever is open, so that the truth is here within minutes whether they tell us or not. */
export function createAsking(parts: Parts, count: Counting) {
  const { jobs, store } = parts;
  jobs.every('payments.ask', everyMinute, async (now) => {
    const charges = await store.openCharges(new Date(now.getTime() - minute));
    const ways = Map.groupBy(charges, ({ way }) => way);
    await Promise.all([...ways.values()].map((of) => askRound({ parts, count }, of, now)));
  });
  return {
    /** Brings charges to their end before another is begun: what was paid counts, what was not is closed. */
    end: (charges: readonly ChargeRow[]): Promise<void> =>
      asMachine('worker', async () => {
        for (const charge of charges) await askAbout({ parts, count }, charge, 'close');
      }),
  };
}

/** Asks about the charges of one way; a provider that is away costs a round one wait, and other ways nothing. */
async function askRound(sides: Sides, charges: readonly ChargeRow[], now: Date): Promise<void> {
  for (let at = 0; at < charges.length; at += atOnce) {
    const some = charges.slice(at, at + atOnce);
    const asked = await Promise.allSettled(
      some.map((one) => askAbout(sides, one, one.good_until > now ? 'wait' : 'close')),
    );
    const failed = asked.filter(({ status }) => status === 'rejected');
    for (const one of failed)
      sides.parts.log.warn({ err: reasonOf(one), way: some[0]?.way }, 'a charge could not be asked about');
    if (failed.length === some.length) return;
  }
}

function reasonOf(settled: PromiseSettledResult<void>): unknown {
  return settled.status === 'rejected' ? settled.reason : undefined;
}

/** What a charge came to: paid without our having heard, closed, or still open, and then closed where it has run out. */
async function askAbout({ parts, count }: Sides, charge: ChargeRow, open: 'wait' | 'close'): Promise<void> {
  const { db, store, clock } = parts;
  const { trade_number: tradeNumber, way } = charge;
  const provider = parts.providers.find((one) => one.way === way);
  if (provider === undefined) return;
  await store.asked(tradeNumber, clock());
  const standing = await provider.ask(tradeNumber);
  if (standing.state === 'paid') {
    const { paid } = standing;
    await transaction(db, async (tx) => {
      // Told and kept already, it is this charge alone that was still thought open.
      if ((await count(tx, { way, paid, heardBy: 'query' })) !== 'paid')
        await store.setCharge(tx, tradeNumber, 'closed');
    });
    return;
  }
  if (standing.state === 'open' && open === 'wait') return;
  if (standing.state === 'open') await provider.close(tradeNumber);
  await transaction(db, (tx) => store.setCharge(tx, tradeNumber, 'closed'));
}
