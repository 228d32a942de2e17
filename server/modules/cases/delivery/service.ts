import { may } from '@tongban/casework';
import type { CaseDeliveries, Delivery, PostalParty, Words } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../../platform/index.ts';
import { type Belongs, type Deliveries, parcelDelivered } from '../../deliveries/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import { isReached } from '../issue/collecting.ts';
import type { Pickups } from '../issue/pickups.ts';
import { findPostalAddress, officeOf } from '../issue/postal.ts';
import type { IssueStore } from '../issue/store.ts';
import { type Ledger, missingCase, worker } from '../ledger.ts';
import { aboutCase, type OpenCase } from '../model.ts';
import { applicantOf, mayReach, refuseOwn } from '../rules.ts';
import type { Situations } from '../situation.ts';
import type { CaseStore } from '../store/cases.ts';

type Deps = Pick<Platform, 'outbox'> & {
  store: CaseStore;
  issueStore: IssueStore;
  ledger: Ledger;
  pickups: Pickups;
  situations: Pick<Situations, 'formOf'>;
  offices: Offices;
  identity: Pick<Identity, 'person'>;
  deliveries: Deliveries;
  /** 自助柜: whether finished cards can lie in cabinets of the halls. */
  hasLockers: boolean;
};
type Choice = { purpose: Belongs['purpose']; way: 'window' | 'locker' | 'express'; party?: PostalParty };
export type CaseDelivering = ReturnType<typeof createCaseDelivering>;

/** 领取和寄递: how the result of a case reaches its applicant, and how originals are sent in. */
export function createCaseDelivering(deps: Deps) {
  const { store, ledger, deliveries } = deps;
  const own = async (tx: Tx | undefined, caller: SignedIn, number: string): Promise<OpenCase> => {
    const key = await store.findOwnKey(applicantOf(caller), number.trim().toUpperCase());
    if (key === undefined) throw missingCase();
    const open = tx === undefined ? await ledger.read(key) : await ledger.lock(tx, key);
    const { branch, item, person_id: applicantId } = open.row;
    if (!mayReach(caller, { branch, item, applicantId })) throw missingCase();
    return open;
  };
  const desk = async (tx: Tx | undefined, caller: SignedIn, number: string): Promise<OpenCase> => {
    const key = await store.findKeyByNumber(number.trim().toUpperCase());
    if (key === undefined) throw missingCase();
    const open = tx === undefined ? await ledger.read(key) : await ledger.lock(tx, key);
    if (!isReached(caller, open)) throw missingCase();
    if (tx !== undefined) refuseOwn(caller, open);
    return open;
  };
  endWhenDelivered(deps);
  return {
    titleOf: (about: string) => titleOf(deps, about),
    ofCase: async (caller: SignedIn, number: string) => viewOf(deps, await own(undefined, caller, number)),
    async choose(tx: Tx, caller: SignedIn, { number, ...wish }: Choice & { number: string }) {
      const open = await own(tx, caller, number);
      refuseWay(deps, open, wish);
      const to = { ...belongsTo(open), purpose: wish.purpose };
      await deliveries.choose(tx, to, { ...wish, office: officeOf(deps, open) });
      if (wish.purpose === 'result')
        await deps.issueStore.setExpress(tx, keyOf(open), wish.way === 'express');
      return viewOf(deps, open, tx);
    },
    async tracking(caller: SignedIn, number: string): Promise<Delivery> {
      const all = await deliveries.of(aboutCase(await desk(undefined, caller, number)));
      const found = all.find(({ purpose }) => purpose === 'result');
      if (found === undefined) throw new Problem('deliveries.missing', 'missing', '这件没有寄递');
      return found;
    },
    declareLost: async (tx: Tx, caller: SignedIn, { number, reason }: { number: string; reason: string }) =>
      deliveries.declareLost(tx, caller, { about: aboutCase(await desk(tx, caller, number)), reason }),
    settle: async (
      tx: Tx,
      caller: SignedIn,
      { number, ...wish }: { number: string; remedy: 'reissue' | 'compensation'; reason: string },
    ) => deliveries.settle(tx, caller, { about: aboutCase(await desk(tx, caller, number)), ...wish }),
  };
}

/** Which case a parcel belongs to, as notices name it. */
async function titleOf(deps: Deps, about: string): Promise<{ number: string; item: Words } | undefined> {
  const key = await keyAbout(deps, about);
  if (key === undefined) return undefined;
  const { row, edition } = await deps.ledger.read(key);
  const { item, english } = edition.folder;
  const words = { zh: item.name, ...(english === undefined ? {} : { en: english.name }) };
  return { number: row.case_number, item: words };
}

async function keyAbout({ store }: Pick<Deps, 'store'>, about: string) {
  const [kind, number = ''] = about.split(':');
  return kind === 'case' ? store.findKeyByNumber(number) : undefined;
}

/** 签收: a case whose result has reached its applicant by express is handed over; one that moved on already stays. */
function endWhenDelivered({ outbox, store, ledger, pickups }: Deps): void {
  outbox.subscribe({
    name: 'cases.end-when-delivered',
    on: parcelDelivered,
    handle: async (tx, { data }) => {
      const key = await keyAbout({ store }, data.about);
      if (key === undefined || data.purpose !== 'result') return;
      const open = await ledger.lock(tx, key);
      const wish = { type: 'hand-over', by: worker, to: '快递签收' } as const;
      if (open.state.status !== 'in-delivery' || !may(open.state, wish, open.plan).ok) return;
      await ledger.save(tx, await ledger.give(tx, open, wish));
      await pickups.end(tx, open);
    },
  });
}

async function viewOf(deps: Deps, open: OpenCase, tx?: Tx): Promise<CaseDeliveries> {
  const { offices, deliveries } = deps;
  const hall = offices.hallOf(open.row.office);
  const office = offices.organisation(open.row.office);
  const known = await deliveries.of(aboutCase(open), tx);
  const result = known.find(({ purpose }) => purpose === 'result') ?? plannedFor(deps, open);
  const others = known.filter(({ purpose }) => purpose !== 'result');
  const ended = isOver(open);
  return {
    deliveries: [result, ...others].map((one) => ({ ...one, mayChange: one.mayChange && !ended })),
    ways: waysFor(deps),
    sendsIn: sendsIn(open),
    office: {
      name: hall?.name ?? office?.name ?? '公安机关',
      ...(hall === undefined ? {} : { address: hall.address }),
    },
  };
}

/** What was said in the form counts until something else is chosen. */
function plannedFor(deps: Deps, open: OpenCase): Delivery {
  const postal = findPostalAddress(open, deps);
  const way = postal === undefined ? 'window' : 'express';
  return { purpose: 'result', way, state: 'planned', mayChange: true, simulated: false, steps: [] };
}

function refuseWay(deps: Deps, open: OpenCase, { purpose, way }: Choice): void {
  const fits = purpose === 'result' ? waysFor(deps).includes(way) : way !== 'locker' && sendsIn(open);
  if (isOver(open) || !fits) throw new Problem('deliveries.way', 'conflict', '这里不能这样领，换一种方式');
}

const over = ['closed', 'in-delivery', 'not-accepted'];
const isOver = ({ state }: OpenCase): boolean => over.includes(state.status);
/** Originals are of use until the case is decided. */
const beforeDecision = [
  ...['submitted', 'pre-review', 'correction-before-acceptance', 'accepted', 'in-review'],
  ...['correction-after-acceptance', 'special-procedure', 'awaiting-decision'],
];
const sendsIn = ({ state }: OpenCase): boolean => beforeDecision.includes(state.status);

function waysFor({ hasLockers }: Deps): CaseDeliveries['ways'] {
  return hasLockers ? ['window', 'locker', 'express'] : ['window', 'express'];
}

function belongsTo(open: OpenCase): Omit<Belongs, 'purpose'> {
  return { about: aboutCase(open), personId: open.row.person_id, branch: open.row.branch };
}

function keyOf({ row }: OpenCase) {
  return { city: row.city, caseId: row.case_id };
}
