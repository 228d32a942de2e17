import { randomBytes } from 'node:crypto';
import type { Answered, KioskVisit, visitsRoutes } from '@tongban/contract';
import { maskCitizenNumber, maskName, Problem } from '@tongban/kernel';
import {
  asCaller,
  asMachine,
  type Platform,
  type SignedIn,
  type Tx,
  transaction,
} from '../../platform/index.ts';
import type { Bookings } from '../bookings/index.ts';
import type { Cases } from '../cases/index.ts';
import type { Hall } from '../hall/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Offices } from '../offices/index.ts';
import { digest, type Fleet, type KnownDevice, type Stationed, tellDevice } from './fleet.ts';
import type { CardCabinet } from './kiosk-cabinet.ts';
import type { KioskItems } from './kiosk-items.ts';
import type { HandOffRow, KioskStore, VisitRow } from './kiosk-store.ts';

export type VisitDeps = Pick<Platform, 'db' | 'clock' | 'config'> & {
  store: KioskStore;
  fleet: Fleet;
  items: KioskItems;
  offices: Pick<Offices, 'hall'>;
  identity: Pick<Identity, 'meet' | 'person'>;
  bookings: Pick<Bookings, 'list' | 'priorityOf'>;
  hall: Pick<Hall, 'take' | 'checkIn'>;
  cases: Pick<Cases, 'selfService'>;
  cabinet: CardCabinet | undefined;
};
/** A visit that proves itself by its own key beside the machine’s. */
export type KnownVisit = KnownDevice & { visit: string; visitKey: string };
/** Somebody known at a machine. */
export type Visitor = { row: VisitRow; device: Stationed; citizen: SignedIn };
type Card = { name: string; citizenNumber: string };
type HandedOff = Answered<typeof visitsRoutes.handedOff>;

const minute = 60_000;
/** 来访时限: a visit lives so long after its last use, and never longer than the second. */
const visitMinutes = 5;
const longestMinutes = 30;
const handOffMinutes = 3;
const keptHours = 24;

/** 来访: somebody tells the kiosk who they are, by card or by phone, and sees their own things with their own rights. */
export function createVisits(deps: VisitDeps) {
  const { fleet, store, clock } = deps;
  return {
    /** Who a card belongs to. On record before the visit begins, so that it can be read with the rights of the person. */
    async meet(asked: KnownDevice & Card): Promise<Met> {
      const device = await fleet.known(asked);
      const { name, citizenNumber } = asked;
      const personId = await transaction(deps.db, (tx) => deps.identity.meet(tx, { name, citizenNumber }));
      return { device, personId };
    },
    identify: (tx: Tx, met: Met): Promise<KioskVisit> => begin(deps, tx, { ...met, by: 'card' }),
    ...createHandOffs(deps),
    visit: async (asked: KnownVisit): Promise<KioskVisit> => shown(deps, await visitor(deps, asked)),
    async end(tx: Tx, asked: KnownVisit): Promise<void> {
      const { device_id: deviceId } = await fleet.known(asked);
      await store.endVisits(tx, deviceId, clock());
    },
    /** The person of a visit that has not ended; each use gives it five minutes more. */
    visitor: (asked: KnownVisit): Promise<Visitor> => visitor(deps, asked),
  };
}

function createHandOffs(deps: VisitDeps) {
  const { fleet, store, clock, config } = deps;
  return {
    async handOff(tx: Tx, asked: KnownDevice) {
      const { device_id: deviceId } = await fleet.known(asked);
      const secret = randomBytes(24).toString('base64url');
      const now = clock();
      await store.dropHandOffsBefore(tx, now);
      const until = new Date(now.getTime() + handOffMinutes * minute);
      const handOff = await store.insertHandOff(tx, {
        ...{ device_id: deviceId, secret_hash: digest(secret), good_until: until },
      });
      const url = `${config.publicOrigin}/hand-off/${handOff}#${secret}`;
      return { handOff, url, until: until.toISOString() };
    },
    async handedOff(tx: Tx, asked: KnownDevice & { handOff: string }): Promise<HandedOff> {
      const device = await fleet.known(asked);
      const row = await store.lockHandOff(tx, asked.handOff);
      if (row === undefined || row.device_id !== device.device_id || isOver(row, clock())) throw staleCode();
      if (row.person_id === undefined) return { waiting: true };
      await store.useHandOff(tx, row.hand_off_id, clock());
      return {
        waiting: false,
        visit: await begin(deps, tx, { device, personId: row.person_id, by: 'phone' }),
      };
    },
    /** The owner of a signed-in phone agrees that the kiosk opens their things. */
    async agree(tx: Tx, caller: SignedIn, { handOff, secret }: { handOff: string; secret: string }) {
      const row = await store.lockHandOff(tx, handOff);
      const fits = row?.secret_hash.equals(digest(secret)) === true;
      if (row === undefined || !fits || isOver(row, clock()) || row.agreed_at !== undefined)
        throw staleCode();
      const device = await fleet.stationed(row.device_id);
      await store.agree(tx, handOff, { person_id: caller.personId, agreed_at: clock() });
      await tellDevice(tx, row.device_id);
      return { kiosk: device.name, hallName: deps.offices.hall(device.hall)?.name ?? device.hall };
    },
  };
}

function isOver({ good_until: until, used_at: usedAt }: HandOffRow, now: Date): boolean {
  return until < now || usedAt !== undefined;
}

type Met = { device: Stationed; personId: string };
type Beginning = Met & { by: VisitRow['identified_by'] };

/** One person at a machine at a time: whoever was there before has gone. */
async function begin(deps: VisitDeps, tx: Tx, { device, personId, by }: Beginning): Promise<KioskVisit> {
  const { store, clock, cases } = deps;
  const now = clock();
  const key = randomBytes(32).toString('base64url');
  await store.endVisits(tx, device.device_id, now);
  await store.dropVisitsBefore(tx, new Date(now.getTime() - keptHours * 60 * minute));
  const row = {
    ...{ person_id: personId, device_id: device.device_id, key_hash: digest(key), identified_by: by },
    ...{ began_at: now, good_until: new Date(now.getTime() + visitMinutes * minute) },
  };
  const visit = await store.insertVisit(tx, row);
  await cases.selfService.saw(tx, { personId, device: device.device_id, place: placeOf(deps, device) });
  const citizen = { role: 'citizen', personId } as const;
  const begun = { device, citizen, row: { ...row, visit_id: visit, ended_at: undefined } };
  return { ...(await shown(deps, begun)), key };
}

/** Where a machine stands, in words for the person’s own record. */
export function placeOf({ offices }: Pick<VisitDeps, 'offices'>, { hall, name }: Stationed): string {
  return `${offices.hall(hall)?.name ?? hall}${name}`;
}

async function visitor({ fleet, store, clock }: VisitDeps, asked: KnownVisit): Promise<Visitor> {
  const device = await fleet.known(asked);
  const row = await store.visit(asked.visit);
  const now = clock();
  const good =
    row?.device_id === device.device_id &&
    row.key_hash.equals(digest(asked.visitKey)) &&
    row.ended_at === undefined &&
    row.good_until >= now;
  if (row === undefined || !good)
    throw new Problem('kiosk.visit', 'forbidden', '这次办理已经结束。从首页重新开始');
  const until = Math.min(
    now.getTime() + visitMinutes * minute,
    row.began_at.getTime() + longestMinutes * minute,
  );
  const prolonged = { ...row, good_until: new Date(until) };
  await store.prolong(row.visit_id, prolonged.good_until);
  return { row: prolonged, device, citizen: { role: 'citizen', personId: row.person_id } };
}

/** What the person may see, read with their own rights and no others. */
function shown(deps: VisitDeps, { row, device, citizen }: Visitor): Promise<KioskVisit> {
  const { identity, cases, bookings } = deps;
  return asCaller(citizen, async () => {
    const { name, citizenNumber = '' } = await identity.person(citizen.personId);
    const { waiting, ...own } = await cases.selfService.shown(citizen);
    const priority = await bookings.priorityOf(citizen.personId);
    const held = await heldHere(deps, device, waiting);
    return {
      ...{ visit: row.visit_id, identifiedBy: row.identified_by, until: row.good_until.toISOString() },
      person: { name: maskName(name), citizenNumber: maskCitizenNumber(citizenNumber) },
      ...(priority === undefined ? {} : { priority }),
      bookings: await bookingsOf(deps, citizen, device),
      ...own,
      pickups: waiting.map((one) => ({ ...one, here: held.includes(one.case) })),
    };
  });
}

async function bookingsOf({ bookings }: VisitDeps, citizen: SignedIn, device: Stationed) {
  const { bookings: found } = await bookings.list(citizen, {});
  return found
    .filter(({ state }) => state === 'booked' || state === 'arrived')
    .map(({ booking, itemName, hall, hallName, at, state, may }) => ({
      ...{ booking, itemName, hallName, at, checkedIn: state === 'arrived' },
      may: may.checkIn && hall === device.hall,
    }));
}

/** A cabinet that does not answer holds nothing for now. */
async function heldHere(
  { cabinet }: VisitDeps,
  { device_id: device }: Stationed,
  waiting: readonly { case: string }[],
): Promise<readonly string[]> {
  if (cabinet === undefined || waiting.length === 0) return [];
  const cases = waiting.map((one) => one.case);
  return asMachine('window', () => cabinet.held({ device, cases })).catch(() => []);
}

function staleCode(): Problem {
  return new Problem('kiosk.hand-off', 'missing', '这个二维码已经过期。在自助机上换一个再扫');
}
