import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import type { RatingRules } from '@tongban/catalogue/author';
import { type GivenRating, type OwnRating, ratingsRoutes } from '@tongban/contract';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { asMachine, newId, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createCarrierSimulator, createNotices, createTextMessages, type SmsPeer } from '../notices/index.ts';
import { kayakBook } from '../notices/kayak-book.fixture.ts';
import { createRatings, type RatingExchange, ratingsHttp } from './index.ts';
import { ratingRules } from './rating-rules.fixture.ts';

type Wish = { rules?: RatingRules; exchange?: RatingExchange };

/** The gateway of the lake, by whose signature answers are believed. */
export const gateway: SmsPeer = {
  ...{ provider: 'sms', url: 'http://127.0.0.1:9', key: 'lake' },
  secret: 'what the lake and its gateway know',
};
export type RatingsHouse = Awaited<ReturnType<typeof createRatingsHouse>>;

/** A kayak house whose services are rated. */
export async function createRatingsHouse({ rules = ratingRules, exchange }: Wish = {}) {
  const told = exchange === undefined ? {} : { exchange };
  const house = await createKayakHouse(
    {},
    {
      also: (platform, built) => {
        const calendar = createCalendar(national);
        const ports = { sms: [createCarrierSimulator('sms')], receiptsFrom: [gateway], wechat: undefined };
        const telling = { ...platform, book: kayakBook, ports };
        const sms = createTextMessages(telling).carrying;
        const notices = createNotices({ ...telling, identity: built.identity, sms });
        const known = { ...platform, ...built, notices, repliesFrom: [gateway] };
        ratingsHttp(platform.http, createRatings({ ...known, ...told, calendar, rules }));
      },
    },
  );
  /** The house has noted that a case ended; a subscriber that is at work already is waited for. */
  const kept = async (number: string): Promise<void> => {
    await house.platform.outbox.settle();
    const { rows } = await asMachine('worker', () =>
      sql`select 1 from ratings.service where number = ${number}`.execute(house.db),
    );
    if (rows.length === 0) throw new Error(`${number} is no service yet`);
  };
  /** A paddle is settled at the window: the case of this person has ended. */
  const ended = async (citizen: SignedIn, clerk: SignedIn): Promise<string> => {
    const number = await house.submitted(citizen, 'paddle');
    await house.claim(clerk, number);
    await house.mark(clerk, number);
    await house.accept(clerk, number);
    await vi.waitFor(() => kept(number), { timeout: 20_000 });
    return number;
  };
  return {
    ...house,
    ended,
    /** A post of a branch that has no account of its own. */
    post: (role: 'hall-manager' | 'supervisor' | 'approver', branch = 'lake/east'): SignedIn => ({
      ...{ role, personId: newId(), assignment: { id: newId(), branch } },
    }),
    rate: (citizen: SignedIn, number: string, given: Partial<GivenRating> = {}): Promise<OwnRating> =>
      house.as(citizen)(ratingsRoutes.rateCase, {
        params: { case: number },
        body: { level: 2, reasons: [], channel: 'mobile', ...given },
      }),
  };
}
