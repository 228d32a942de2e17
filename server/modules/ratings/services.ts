import { shanghaiDay } from '@tongban/kernel';
import { type EventOf, newId, type Tx, transaction } from '../../platform/index.ts';
import { caseClosed } from '../cases/index.ts';
import { type Visit, visitEnded } from '../hall/index.ts';
import type { Inviting } from './inviting.ts';
import type { Parts } from './parts.ts';
import { isDefaultDue, rateUntil } from './rules.ts';
import type { ServiceRow } from './store/tables.ts';

/** Endings that are no service done: taken back by the applicant, or passed on to another office. */
const notServed: readonly string[] = ['withdrawn', 'forwarded'];
type Closed = EventOf<typeof caseClosed>['data'];
const nightly = '40 16 * * *';
const most = 500;

/** 服务办完: every case and every visit that ends becomes a service that may be rated, with those who worked on it. */
export function keepServices(parts: Parts & { inviting: Inviting }): void {
  const { outbox, jobs, db } = parts;
  const keep = async (tx: Tx, service: ServiceRow | undefined) => {
    if (service === undefined) return;
    await parts.store.keepService(tx, service);
    const kept = await parts.store.serviceOf(tx, service.kind, service.subject_id);
    await parts.inviting.order(tx, kept ?? service);
  };
  outbox.subscribe({
    name: 'ratings.keep-ended-cases',
    on: caseClosed,
    handle: async (tx, { data }) => keep(tx, await caseService(parts, data)),
  });
  outbox.subscribe({
    name: 'ratings.keep-ended-visits',
    on: visitEnded,
    handle: async (tx, { data: { city, ticket } }) => {
      const visit = await parts.visits?.byTicket(city, ticket);
      await keep(tx, visit && serviceOf(parts, visit));
    },
  });
  jobs.every('ratings.default-ratings', nightly, async (now) => {
    while ((await transaction(db, (tx) => rateByDefault(parts, tx, now))) === most);
  });
}

async function caseService({ cases, rules, calendar }: Parts, data: Closed): Promise<ServiceRow | undefined> {
  if (notServed.includes(data.how)) return undefined;
  const [story] = await cases.stories([{ city: data.city, caseId: data.caseId }]);
  const endedAt = new Date(data.at);
  return {
    ...{ service_id: newId(), kind: 'case', subject_id: data.caseId, number: data.number },
    ...{ city: data.city, branch: data.branch, item: data.item, hall: undefined, window_id: undefined },
    ...{ clerk_ids: [...(story?.handlers ?? [])], person_id: data.personId, ended_at: endedAt },
    rate_until: rateUntil(rules, calendar, shanghaiDay(endedAt)),
  };
}

/** A visit as a service that can be rated. */
export function serviceOf({ rules, calendar }: Pick<Parts, 'rules' | 'calendar'>, visit: Visit): ServiceRow {
  return {
    ...{ service_id: newId(), kind: 'visit', subject_id: visit.ticket, number: visit.number },
    ...{ city: visit.city, branch: visit.branch, item: visit.item, hall: visit.hall },
    ...{ window_id: visit.window, clerk_ids: visit.clerkId === undefined ? [] : [visit.clerkId] },
    ...{ person_id: visit.personId, ended_at: visit.endedAt },
    rate_until: rateUntil(rules, calendar, shanghaiDay(visit.endedAt)),
  };
}

/** 默认好评: only where a bureau has switched it on; kept as what it is, never as somebody’s word. */
async function rateByDefault({ store, rules }: Parts, tx: Tx, now: Date): Promise<number> {
  if (!rules.default_favourable.on) return 0;
  const due = (await store.unrated(tx, now, most)).filter((service) =>
    isDefaultDue(rules, shanghaiDay(service.ended_at), shanghaiDay(now)),
  );
  await store.insertDefaults(
    tx,
    due.map((service) => defaultOf(service, rules.default_favourable.level, now)),
  );
  return due.length;
}

function defaultOf(service: ServiceRow, level: number, now: Date) {
  return {
    ...{ rating_id: newId(), service_id: service.service_id, branch: service.branch, item: service.item },
    ...{ clerk_ids: service.clerk_ids, person_id: service.person_id, visit: false, level, reasons: [] },
    ...{ said: undefined, channel: undefined, origin: 'default' as const, state: 'standing' as const },
    ...{ rated_at: now, shown_at: undefined, registered_by: undefined },
  };
}
