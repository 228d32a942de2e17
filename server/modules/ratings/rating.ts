import type { GivenRating, OwnRating, RatingOffer } from '@tongban/contract';
import type { SignedIn, Tx } from '../../platform/index.ts';
import type { Visit } from '../hall/index.ts';
import { type Given, type Keep, refusal } from './keeping.ts';
import type { Offering } from './offering.ts';
import type { Parts } from './parts.ts';
import type { Channel } from './rules.ts';
import { serviceOf } from './services.ts';

type Known = { screen: string; key: string };

/** At a kiosk: which hall it stands in, and the number on the ticket. */
type Numbered = { hall: string; number: string };
type Whole = Parts & { offering: Offering; keep: Keep };

/** 好差评: every way somebody who was served says how it went: from a page, a ticket, a second screen or a kiosk. */
export function createRating(parts: Whole) {
  return { ...createCaseRating(parts), ...createVisitRating(parts) };
}

function createCaseRating({ cases, store, offering, keep }: Whole) {
  return {
    async ofCase(caller: SignedIn, number: string, channel: Channel): Promise<RatingOffer> {
      const view = await cases.own.get(caller, number);
      const service = await store.caseByNumber(undefined, view.case);
      return offering.offer(service, { number: view.case, name: view.name, channel });
    },
    async rateCase(tx: Tx, caller: SignedIn, { case: number, ...given }: Given & { case: string }) {
      const view = await cases.own.get(caller, number);
      return keep(tx, await store.caseByNumber(tx, view.case), given);
    },
  };
}

function createVisitRating(parts: Whole) {
  const { visits } = parts;
  const found = async (key: string): Promise<Visit> => {
    const visit = await visits?.byKey(key);
    if (visit === undefined) throw refusal('not-ended');
    return visit;
  };
  const numbered = async ({ hall, number }: Numbered): Promise<Visit> => {
    const { minutes } = parts.rules.kiosk_minutes;
    const visit = await visits?.byNumber({ hall, number: number.toUpperCase(), minutes });
    if (visit === undefined) throw refusal('no-number');
    return visit;
  };
  return {
    ofVisit: async (key: string): Promise<RatingOffer> => offerOf(parts, await found(key), 'qr'),
    rateVisit: async (tx: Tx, key: string, given: GivenRating): Promise<OwnRating> =>
      rateVisit(parts, tx, await found(key), { ...given, channel: 'qr' }),
    async ofNumber(asked: Numbered): Promise<RatingOffer> {
      const { rated: _, ...offer } = await offerOf(parts, await numbered(asked), 'hall-terminal');
      return offer;
    },
    rateNumber: async (tx: Tx, asked: Numbered, given: GivenRating): Promise<OwnRating> =>
      rateVisit(parts, tx, await numbered(asked), { ...given, channel: 'hall-terminal' }),
    ...createScreenRating(parts),
  };
}

function createScreenRating(parts: Whole) {
  const { rules } = parts;
  return {
    /** What the second screen asks after a visit: nothing once it is rated. */
    async onScreen(asked: Known) {
      const visit = await lastOnScreen(parts, asked);
      if (visit === undefined) return {};
      const offer = await offerOf(parts, visit, 'hall-tablet');
      if (!offer.may) return {};
      const until = new Date(visit.endedAt.getTime() + rules.tablet_minutes.minutes * 60_000);
      return { visit: visit.ticket, offer, until: until.toISOString() };
    },
    async rateOnScreen(tx: Tx, asked: Known, { visit: named, ...given }: GivenRating & { visit: string }) {
      const visit = await lastOnScreen(parts, asked);
      if (visit?.ticket !== named) throw refusal('not-shown');
      return rateVisit(parts, tx, visit, { ...given, channel: 'hall-tablet' });
    },
  };
}

/** Somebody the house does not know is called back on the phone they give, or on the one they left with the ticket. */
async function rateVisit(parts: Whole, tx: Tx, visit: Visit, given: Given): Promise<OwnRating> {
  const phone = given.phone ?? visit.phone;
  await parts.store.keepService(tx, serviceOf(parts, visit));
  const service = await parts.store.serviceOf(tx, 'visit', visit.ticket);
  return parts.keep(tx, service, phone === undefined ? given : { ...given, phone });
}

/** The visit that has just ended at the window of a screen that proves itself. */
async function lastOnScreen({ screens, visits, rules }: Parts, asked: Known): Promise<Visit | undefined> {
  const window = await screens?.windowOfScreen(asked);
  return window === undefined ? undefined : visits?.lastAt(window, rules.tablet_minutes.minutes);
}

async function offerOf(parts: Whole, visit: Visit, channel: Channel): Promise<RatingOffer> {
  const kept = await parts.store.serviceOf(undefined, 'visit', visit.ticket);
  const name = await parts.names.item(visit.item);
  return parts.offering.offer(kept ?? serviceOf(parts, visit), { number: visit.number, name, channel });
}
