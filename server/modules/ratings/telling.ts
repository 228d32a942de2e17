import type { Tx } from '../../platform/index.ts';
import { type News, repairMoved } from './events.ts';
import { aboutOf } from './inviting.ts';
import { type Parts, places } from './parts.ts';
import type { WholeRepair } from './store/repairs.ts';

/** 告诉评价人: what becomes of a bad rating reaches whoever gave it, as a person or by the phone they left. */
export function tellRaters(parts: Parts): void {
  parts.outbox.subscribe({
    name: 'ratings.tell-raters',
    on: repairMoved,
    handle: async (tx, { data }) => {
      const whole = await parts.store.whole(tx, data.repair);
      if (whole !== undefined) await tellRater(parts, tx, { ...whole, news: data.news });
    },
  });
}

async function tellRater(
  { notices, names, vault }: Parts,
  tx: Tx,
  { repair, service, news }: WholeRepair & { news: News },
): Promise<void> {
  const phone = contactOf({ vault }, repair);
  const { person_id: personId } = repair;
  if (personId === undefined && phone === undefined) return;
  const { number, item, kind } = service;
  const until = news === 'repair-opened' ? { until: { day: repair.due_on } } : {};
  await notices.tell(tx, {
    ...(personId === undefined ? { phone: phone ?? '' } : { personId }),
    ...{ event: `ratings.${news}`, about: aboutOf(service) },
    ...(kind === 'case' ? { caseNumber: number } : {}),
    facts: { item: await names.item(item), number, ...until },
  });
}

/** The phone a rater left who is not known to the house. */
export function contactOf(
  { vault }: Pick<Parts, 'vault'>,
  { repair_id: repairId, contact }: WholeRepair['repair'],
): string | undefined {
  return contact === undefined ? undefined : vault.open(places.contact(repairId), contact);
}
