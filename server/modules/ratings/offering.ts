import type { OwnRating, RatingOffer, Words } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { type Parts, places } from './parts.ts';
import { type Channel, levelOf, mayRate, reasonsFor } from './rules.ts';
import type { RatingRow, ServiceRow } from './store/tables.ts';

type Offered = { number: string; name: Words; channel: Channel };

/** 可评的服务: what may be said of a service, or what was said and what became of it. */
export function createOffering({ store, rules, clock, vault }: Parts) {
  const reasonWords = (id: string) => {
    const found = rules.reasons.find((one) => one.id === id);
    return { id, name: found === undefined ? { zh: id } : { zh: found.say, en: found.say_en } };
  };
  const own = async (row: RatingRow): Promise<OwnRating> => {
    const level = levelOf(rules, row.level);
    const repair = await store.repairOf(undefined, row.rating_id);
    return {
      level: row.level,
      name: { zh: level?.name ?? String(row.level), en: level?.name_en ?? String(row.level) },
      reasons: row.reasons.map(reasonWords),
      ...(row.said === undefined ? {} : { say: vault.open(places.said(row.rating_id), row.said) }),
      ratedAt: row.rated_at.toISOString(),
      ...(repair === undefined
        ? {}
        : {
            repair: {
              ...{ state: repair.state, dueOn: repair.due_on },
              ...(repair.reply === undefined
                ? {}
                : { reply: vault.open(places.reply(repair.repair_id), repair.reply) }),
            },
          }),
    };
  };
  return {
    own,
    async offer(service: ServiceRow | undefined, { number, name, channel }: Offered): Promise<RatingOffer> {
      const found = service === undefined ? undefined : await store.ratingOf(undefined, service.service_id);
      const verdict = mayRate(service && { rateUntil: service.rate_until }, {
        ...{ isRated: found !== undefined, today: shanghaiDay(clock()) },
      });
      return {
        ...{ name, number, may: verdict.ok },
        ...(verdict.ok ? {} : { why: verdict.why }),
        ...(service === undefined ? {} : { until: service.rate_until }),
        // What the rules put down where nobody spoke is not somebody's own rating.
        ...(found === undefined || found.origin === 'default' ? {} : { rated: await own(found) }),
        levels: rules.levels.map(({ code, name: zh, name_en: en, favourable }) => ({
          ...{ level: code, name: { zh, en }, favourable },
          reasons: reasonsFor(rules, code, channel).map(({ id }) => reasonWords(id)),
        })),
      };
    },
  };
}
export type Offering = ReturnType<typeof createOffering>;
