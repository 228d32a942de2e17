import type { PraiseRow as PraiseView } from '@tongban/contract';
import { Problem, shanghaiDay } from '@tongban/kernel';
import { newId, type SignedIn, type Tx } from '../../platform/index.ts';
import { type Parts, placeOf, places } from './parts.ts';
import type { PraiseRow } from './store/tables.ts';

type NewPraise = Omit<PraiseView, 'praise' | 'unit'>;
type Words = { from?: string; say?: string };

/** 表扬登记: banners, letters and praise by hotline, each with how many; who gave them stays sealed. */
export function createPraising(parts: Parts) {
  const { store, clock, vault, names } = parts;
  const view = (row: PraiseRow): PraiseView => ({
    ...{ praise: row.praise_id, kind: row.kind, count: row.count, on: row.received_on },
    unit: names.unit(row.branch),
    ...(JSON.parse(vault.open(places.praise(row.praise_id), row.sealed)) as Words),
  });
  return {
    async list(caller: SignedIn, { from, to }: { from: string; to: string }) {
      const span = { ...placeOf(caller, 'praise'), from, to };
      const counts = new Map((await store.praiseCounts(span)).map(({ kind, n }) => [kind, n]));
      const count = (kind: PraiseRow['kind']) => counts.get(kind) ?? 0;
      return {
        rows: (await store.praises(span)).map(view),
        counts: { banner: count('banner'), letter: count('letter'), hotline: count('hotline') },
      };
    },
    async register(tx: Tx, caller: SignedIn, { kind, count, on, from = '', say = '' }: NewPraise) {
      const at = clock();
      if (on > shanghaiDay(at)) throw new Problem('praises.day', 'invalid', '收到的日期不能在今天以后');
      const praiseId = newId();
      const words: Words = {
        ...(from.trim() === '' ? {} : { from: from.trim() }),
        ...(say.trim() === '' ? {} : { say: say.trim() }),
      };
      const row: PraiseRow = {
        ...{ praise_id: praiseId, ...placeOf(caller, 'praise'), kind, count, received_on: on },
        ...{ sealed: vault.seal(places.praise(praiseId), JSON.stringify(words)), by_id: caller.personId, at },
      };
      await store.insertPraise(tx, row);
      return view(row);
    },
  };
}
