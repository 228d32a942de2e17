import type { PostalParty } from '@tongban/contract';
import { newId, type Platform, publish, type Tx } from '../../platform/index.ts';
import { parcelDelivered, parcelLost, parcelReturned, parcelSent, parcelSettled } from './events.ts';
import { courierSteps, nextState, type Step } from './rules.ts';
import type { Belongs, DeliveryRow, Purpose, StepRow, Store, Way } from './store.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & { store: Store };
export type Ledger = ReturnType<typeof createLedger>;

/** 台账: deliveries with their steps; every step is kept, and the state is what the steps come to. */
export function createLedger({ store, vault, clock }: Deps) {
  const { sealedParty, partyOf } = createPartyBox(vault);
  const stepsOf = (tx: Tx | undefined, rows: readonly DeliveryRow[]) => readSteps(store, tx, rows);
  /** Adds a step and what follows from it; false where this news was known. */
  const note = async (tx: Tx, row: DeliveryRow, { step, news }: { step: Step; news?: string }) => {
    const { delivery_id: id } = row;
    const seq = (await store.steps(tx, [id])).length;
    const added = await store.addStep(tx, rowOf({ id, seq, news, notedAt: clock() }, step));
    if (!added) return false;
    const state = nextState(row.state, step);
    const waybill = 'waybill' in step ? step.waybill : row.waybill;
    await store.put(tx, { ...row, state, waybill, looked_at: clock() });
    if (state !== row.state || step.type === 'sent') await tell(tx, row, step);
    return true;
  };
  const lock = (tx: Tx, about: string, purpose: Purpose) => store.lock(tx, about, purpose);
  const openFor = async (tx: Tx, to: Belongs, way: Way, party: PostalParty | undefined) => {
    const known = await lock(tx, to.about, to.purpose);
    if (known !== undefined) return known;
    const id = newId();
    const row: DeliveryRow = {
      ...{ delivery_id: id, about: to.about, purpose: to.purpose, person_id: to.personId, branch: to.branch },
      ...{ way, state: 'planned', waybill: undefined, sealed: sealedParty(id, party) },
      ...{ made_at: clock(), looked_at: clock() },
    };
    await store.put(tx, row);
    return row;
  };
  return {
    ...{ sealedParty, partyOf, stepsOf, note, lock, openFor },
    keep: (tx: Tx, row: DeliveryRow) => store.put(tx, row),
    /** Notes the waybill of an order; whoever comes second finds the first. */
    async ordered(tx: Tx, to: Belongs, waybill: string): Promise<string> {
      const row = await openFor(tx, to, 'express', undefined);
      if (row.waybill !== undefined) return row.waybill;
      await note(tx, row, { step: { type: 'ordered', at: clock().toISOString(), waybill } });
      return waybill;
    },
  };
}

/** What follows a step and concerns the person is published with it. */
async function tell(tx: Tx, { about, purpose, person_id: personId }: DeliveryRow, step: Step): Promise<void> {
  const base = { about, purpose, personId };
  switch (step.type) {
    case 'sent':
      return publish(tx, parcelSent({ ...base, waybill: step.waybill }));
    case 'delivered':
      return publish(tx, parcelDelivered(base));
    case 'returned':
      return publish(tx, parcelReturned(base));
    case 'lost':
      return publish(tx, parcelLost(base));
    case 'settled':
      return publish(tx, parcelSettled({ ...base, remedy: step.remedy }));
    case 'ordered':
    case 'picked-up':
    case 'moved':
    case 'out':
      return;
  }
}

/** Seals whom a parcel goes to. */
function createPartyBox(vault: Deps['vault']) {
  const place = (deliveryId: string) => `deliveries.delivery.sealed|${deliveryId}`;
  const sealedParty = (deliveryId: string, party: PostalParty | undefined): Buffer | undefined =>
    party === undefined ? undefined : vault.seal(place(deliveryId), JSON.stringify(party));
  const partyOf = ({ delivery_id: id, sealed }: DeliveryRow): PostalParty | undefined =>
    sealed === undefined ? undefined : (JSON.parse(vault.open(place(id), sealed)) as PostalParty);
  return { sealedParty, partyOf };
}

async function readSteps(
  store: Store,
  tx: Tx | undefined,
  rows: readonly DeliveryRow[],
): Promise<Map<string, Step[]>> {
  const found = await store.steps(
    tx,
    rows.map((row) => row.delivery_id),
  );
  return new Map(
    rows.map(({ delivery_id: id }) => [
      id,
      found.filter((row) => row.delivery_id === id).flatMap((row) => stepFrom(row) ?? []),
    ]),
  );
}

type At = { id: string; seq: number; news: string | undefined; notedAt: Date };

function rowOf({ id, seq, news, notedAt }: At, step: Step): StepRow {
  return {
    ...{ delivery_id: id, seq, type: step.type, at: new Date(step.at), news, noted_at: notedAt },
    waybill: 'waybill' in step ? step.waybill : undefined,
    place: 'place' in step ? step.place : undefined,
    reason: 'reason' in step ? step.reason : undefined,
    remedy: 'remedy' in step ? step.remedy : undefined,
    by_id: 'by' in step ? step.by : undefined,
  };
}

/** A kept step; undefined for one whose parts are not there, which none of ours is. */
function stepFrom(row: StepRow): Step | undefined {
  const { type, waybill, place, by_id: by, reason, remedy } = row;
  const at = row.at.toISOString();
  switch (type) {
    case 'ordered':
    case 'sent':
      return waybill === undefined ? undefined : { type, at, waybill };
    case 'lost':
      return by === undefined || reason === undefined ? undefined : { type, at, by, reason };
    case 'settled':
      if (by === undefined || reason === undefined || remedy === undefined) return undefined;
      return { type, at, by, reason, remedy };
    default: {
      const told = courierSteps.find((one) => one === type);
      return told && { type: told, at, ...(place === undefined ? {} : { place }) };
    }
  }
}
