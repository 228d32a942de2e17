import type { Tx } from '../../platform/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import { itemName } from './citizen-view.ts';
import { aboutCase, type OpenCase } from './model.ts';
import { basisText } from './sealing.ts';
import type { Situation } from './situation.ts';

type Deps = { payments: Pick<Payments, 'open'>; offices: Offices };

/** 收费: what this situation costs for certain is ordered once, when the case is accepted. */
export async function orderFees(
  { payments, offices }: Deps,
  tx: Tx,
  { open, situation }: { open: OpenCase; situation: Pick<Situation, 'outcome'> },
): Promise<void> {
  const { row, edition } = open;
  const { fees } = edition.folder.item;
  const lines = situation.outcome.cost.fees.flatMap(({ id, state, name }) => {
    const fee = fees.find((one) => one.id === id);
    if (fee === undefined || state !== 'required') return [];
    const en = edition.folder.english?.says?.[`fee:${id}`];
    const words = en === undefined ? { zh: name.text } : { zh: name.text, en };
    return [{ name: words, fen: fee.fen, basis: basisText(fee.basis) }];
  });
  await payments.open(tx, {
    ...{ about: aboutCase(open), personId: row.person_id, branch: row.branch, city: row.city },
    ...{ title: itemName(open), payee: offices.organisation(row.office)?.name ?? '公安机关', lines },
  });
}
