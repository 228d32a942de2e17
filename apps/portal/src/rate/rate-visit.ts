import { type RatingOffer, ratingsRoutes, type TicketView } from '@tongban/contract';
import type { FieldFault } from '@tongban/ui';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { type Around, givenBy, ratePage } from './rate-page.tsx';

/** 评价来访: once, by whoever holds the ticket. */
export async function showRateVisit(visit: Visit): Promise<PageAnswer> {
  return ratePage(visit, { ...aroundVisit(visit), offer: await offerOf(visit) });
}

export async function takeRateVisit(visit: Visit): Promise<PageAnswer> {
  const { given } = givenBy(visit);
  if (given.phone !== undefined && !isMobile(given.phone)) return againFor(visit, phoneFault(visit));
  try {
    await visit.call(ratingsRoutes.rateVisit, { params: { key: keyOf(visit) }, body: given });
    return leadTo(visit, `/t/${keyOf(visit)}#rating`);
  } catch (error) {
    return againFor(visit, faultsFrom(error, 'reason'));
  }
}

async function againFor(visit: Visit, faults: readonly FieldFault[]): Promise<PageAnswer> {
  return ratePage(visit, { ...aroundVisit(visit), offer: await offerOf(visit), faults });
}

function isMobile(phone: string): boolean {
  return /^1\d{10}$/.test(phone);
}

function phoneFault({ say }: Visit): FieldFault[] {
  const message = say('写 11 位手机号，或者空着', 'Write a mobile number of 11 digits, or leave it empty');
  return [{ id: 'phone', message }];
}

/** What a ticket’s own page offers after the visit; a ticket that was called and never served has none. */
export async function findVisitOffer(visit: Visit, { state }: TicketView): Promise<RatingOffer | undefined> {
  if (state !== 'done') return undefined;
  try {
    return await offerOf(visit);
  } catch (error) {
    if (findProblem(error)?.code === 'ratings.not-ended') return undefined;
    throw error;
  }
}

function offerOf(visit: Visit): Promise<RatingOffer> {
  return visit.call(ratingsRoutes.ofVisit, { params: { key: keyOf(visit) } });
}

function aroundVisit(visit: Visit): Around {
  const href = `/t/${keyOf(visit)}`;
  return { here: `${href}/rate`, asksPhone: true, back: { href, words: visit.say('我的号', 'My number') } };
}

function keyOf({ params }: Visit): string {
  return params.key ?? '';
}
