import { type CaseView, type RatingOffer, ratingsRoutes } from '@tongban/contract';
import { faultsFrom } from '../faults.ts';
import { leadTo } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { type Around, givenBy, ratePage } from './rate-page.tsx';

/** Headlines of cases that have ended. */
const ended = ['done', 'not-done', 'stopped'];

/** 评价办件: once, by whoever applied. */
export async function showRateCase(visit: Visit): Promise<PageAnswer> {
  return ratePage(visit, { ...aroundCase(visit), offer: await offerOf(visit, caseOf(visit)) });
}

export async function takeRateCase(visit: Visit): Promise<PageAnswer> {
  const number = caseOf(visit);
  const { given, once } = givenBy(visit);
  try {
    const body = { ...given, channel: channelOf(visit) };
    await visit.call(ratingsRoutes.rateCase, { params: { case: number }, body }, once);
    return leadTo(visit, `/cases/${number}#rating`);
  } catch (error) {
    const faults = faultsFrom(error, 'reason');
    return ratePage(visit, { ...aroundCase(visit), offer: await offerOf(visit, number), faults });
  }
}

/** What a case’s own page offers when it has ended; undefined before. */
export async function findCaseOffer(visit: Visit, view: CaseView): Promise<RatingOffer | undefined> {
  return ended.includes(view.status.headline) ? offerOf(visit, view.case) : undefined;
}

function offerOf(visit: Visit, number: string): Promise<RatingOffer> {
  const query = { channel: channelOf(visit) };
  return visit.call(ratingsRoutes.ofCase, { params: { case: number }, query });
}

function aroundCase(visit: Visit): Around {
  const href = `/cases/${caseOf(visit)}`;
  return { here: `${href}/rate`, back: { href, words: visit.say('办理进度', 'Case') } };
}

function caseOf({ params }: Visit): string {
  return params.case ?? '';
}

/** 渠道: a phone, or a computer. */
function channelOf({ request }: Visit): 'web' | 'mobile' {
  return /Mobi|Android|iPhone/.test(request.headers?.['user-agent'] ?? '') ? 'mobile' : 'web';
}
