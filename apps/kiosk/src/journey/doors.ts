import {
  type KioskItem,
  type KioskVisit,
  kiosksRoutes,
  type NewTicket,
  visitsRoutes,
} from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { offlineMinutes, type Start } from '../machine/machine.ts';
import type { AtVisit, Deps, Known } from './known.ts';
import { createRatingDoors } from './rating-doors.ts';
import type { Slip } from './steps.ts';

type Card = { readonly name: string; readonly citizenNumber: string };
/** With what a number is taken: where, since when without network, and by whom if that is known. */
type Taking = {
  readonly start: Start;
  readonly awaySince: Date | undefined;
  readonly known: Known | undefined;
};
export type Doors = ReturnType<typeof createDoors>;

/** Everything the kiosk asks of its server for the person who stands there. */
export function createDoors(deps: Deps) {
  const { call, machine } = deps;
  const at = (known: Known) => {
    const { params, headers } = machine.asked();
    return { params: { ...params, visit: known.visit }, headers: { ...headers, 'visit-key': known.key } };
  };
  return {
    ...createTaking(deps, at),
    identify: async ({ name, citizenNumber }: Card): Promise<Known> =>
      withKey(await call(visitsRoutes.identify, { ...machine.asked(), body: { name, citizenNumber } })),
    handOff: () => call(visitsRoutes.handOff, machine.asked()),
    /** The person of the phone, once they have agreed there. */
    async handedOff(handOff: string): Promise<Known | undefined> {
      const { params, headers } = machine.asked();
      const { visit } = await call(visitsRoutes.handedOff, { params: { ...params, handOff }, headers });
      return visit === undefined ? undefined : withKey(visit);
    },
    look: async (known: Known): Promise<Known> => ({
      ...(await call(visitsRoutes.visit, at(known))),
      key: known.key,
    }),
    async paper(known: Known, document: string): Promise<Uint8Array> {
      const { params, headers } = at(known);
      return (await call(visitsRoutes.print, { params: { ...params, document }, headers })).bytes;
    },
    pickUp: (known: Known, wish: { case: string; fingerprint: string }) =>
      call(visitsRoutes.pickUp, { ...at(known), body: wish }),
    end: (known: Known) => call(visitsRoutes.end, at(known)),
    ...createRatingDoors(deps, at),
  };
}

function createTaking(deps: Deps, at: AtVisit) {
  const { call, machine } = deps;
  return {
    /** Takes a number; without network the machine gives one of its own. */
    async take(item: KioskItem, taking: Taking): Promise<Slip> {
      const body = { item: item.item, key: deps.newTicketKey() };
      const { known } = taking;
      try {
        if (taking.awaySince !== undefined) return ownNumber(deps, item, taking);
        return slipOf(
          known === undefined
            ? await call(kiosksRoutes.take, { ...machine.asked(), body })
            : await call(visitsRoutes.takeAs, { ...at(known), body }),
        );
      } catch (error) {
        if (!isAway(error)) throw error;
        machine.lost();
        return ownNumber(deps, item, { ...taking, awaySince: deps.now() });
      }
    },
    checkInByCode: async (code: string): Promise<Slip> =>
      slipOf(await call(kiosksRoutes.checkIn, { ...machine.asked(), body: { code } })),
    checkIn: async (known: Known, booking: string): Promise<Slip> =>
      slipOf(await call(visitsRoutes.takeAs, { ...at(known), body: { booking } })),
  };
}

function ownNumber({ numbers, now }: Deps, item: KioskItem, { start, awaySince }: Taking): Slip {
  const given = mayGive(awaySince, now()) ? numbers.give(item.item) : undefined;
  if (given === undefined) throw new Problem('kiosk.full', 'unavailable', '现在取不了号，到导办台取');
  const { shown, own } = given;
  return {
    ...{ number: shown, itemName: item.name.zh, hallName: start.hallName, takenAt: own.takenAt },
    ...{ url: `${start.ticketUrl}${own.key}`, offline: true },
  };
}

/** Whether numbers are still given without network. */
export function mayGive(awaySince: Date | undefined, now: Date): boolean {
  return awaySince === undefined || now.getTime() - awaySince.getTime() < offlineMinutes * 60_000;
}

function slipOf({ ticket: _, key: __, ...told }: NewTicket): Slip {
  return { ...told, offline: false };
}

function withKey(visit: KioskVisit): Known {
  return { ...visit, key: visit.key ?? '' };
}

export function isAway(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'network.away' || error.code === 'server.unreachable');
}
