import { shanghaiDay } from '@tongban/kernel';
import Type from 'typebox';
import { enqueue, job, type Tx, transaction } from '../../platform/index.ts';
import { type Parts, places } from './parts.ts';
import type { ServiceRow } from './store/tables.ts';

const inviteRater = job('ratings.invite', Type.Object({ service: Type.String({ format: 'uuid' }) }));
const phoneIndex = 'ratings.invitation.phone_index';

/** 邀请评价: whoever was served is asked once how it went, a while later, and not at all when they have said so already. */
export function createInviting(parts: Parts) {
  const { store, jobs, db, rules, clock } = parts;
  jobs.handle(inviteRater, async ({ service: serviceId }) => {
    const service = await store.service(undefined, serviceId);
    const isStale = service === undefined || shanghaiDay(clock()) > service.rate_until;
    if (isStale || (await store.ratingOf(undefined, serviceId)) !== undefined) return;
    await transaction(db, (tx) => invite(parts, tx, service));
  });
  return {
    /** Orders the invitation with the end of the service. */
    order: (tx: Tx, { service_id: service, ended_at: endedAt }: ServiceRow): Promise<void> =>
      enqueue(tx, {
        ...{ job: inviteRater, data: { service }, key: `ratings.invite.${service}` },
        runAt: new Date(endedAt.getTime() + rules.invite_after.minutes * 60_000),
      }),
  };
}
export type Inviting = ReturnType<typeof createInviting>;

async function invite(parts: Parts, tx: Tx, service: ServiceRow): Promise<void> {
  const { store, notices, clock, vault, names } = parts;
  const { person_id: personId, service_id: serviceId, number, item, rate_until: until } = service;
  const phone = await phoneOf(parts, service);
  if (personId === undefined && phone === undefined) return;
  const isNew = await store.insertInvitation(tx, {
    ...{ service_id: serviceId, person_id: personId, invited_at: clock(), said_unclear: false },
    ...(phone === undefined
      ? { phone: undefined, phone_index: undefined }
      : { phone: vault.seal(places.invited(serviceId), phone), phone_index: vault.index(phoneIndex, phone) }),
  });
  if (!isNew) return;
  await notices.tell(tx, {
    ...(personId === undefined ? { phone: phone ?? '' } : { personId }),
    ...{ event: 'ratings.invited', about: aboutOf(service), key: `ratings.invited.${serviceId}` },
    ...(service.kind === 'case' ? { caseNumber: number } : {}),
    facts: { item: await names.item(item), number, until: { day: until } },
    staleAfter: new Date(`${until}T15:59:59Z`),
  });
}

/** The phone of the person, or the one left with the ticket. */
async function phoneOf(
  { identity, visits }: Parts,
  { kind, city, subject_id: subject, person_id: personId }: ServiceRow,
): Promise<string | undefined> {
  if (personId !== undefined) return (await identity.persons([personId])).get(personId)?.phone;
  return kind === 'visit' ? (await visits?.byTicket(city, subject))?.phone : undefined;
}

/** Every index an invitation to this phone may stand under. */
export function indexesOf({ vault }: Pick<Parts, 'vault'>, phone: string): Buffer[] {
  return vault.indexes(phoneIndex, phone);
}

/** What a notice about a service is about. */
export function aboutOf({ kind, number, subject_id: subject }: ServiceRow): string {
  return kind === 'case' ? `case:${number}` : `ticket:${subject}`;
}
