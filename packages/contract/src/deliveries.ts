import Type, { type Static } from 'typebox';
import { CaseNumber } from './cases.ts';
import { bytesBody, route } from './route.ts';
import { closed, Moment, Words } from './words.ts';

const applicant = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const issue = { roles: ['clerk'], scope: 'hall' } as const;
const AtCase = Type.Object({ case: CaseNumber }, closed);

/** 领取方式: at the window, from a locker of the hall, or by express. */
export const deliveryWays = ['window', 'locker', 'express'] as const;
/** What is carried: the result to the applicant, or originals to us. */
const deliveryPurposes = ['result', 'originals'] as const;
const deliveryStates = [
  'planned',
  'ordered',
  'under-way',
  'delivered',
  'returned',
  'lost',
  'reissued',
  'compensated',
] as const;
export const DeliveryState = Type.Enum([...deliveryStates]);

/** 收寄地址: whom and where the courier goes to. */
export const PostalParty = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    phone: Type.String({ pattern: '^1\\d{10}$' }),
    address: Type.String({ minLength: 6, maxLength: 120 }),
  },
  closed,
);
export type PostalParty = Static<typeof PostalParty>;

/** 寄递: how one thing of a case is carried, and where it is now. */
export const Delivery = Type.Object(
  {
    purpose: Type.Enum([...deliveryPurposes]),
    way: Type.Enum([...deliveryWays]),
    state: DeliveryState,
    mayChange: Type.Boolean(),
    to: Type.Optional(PostalParty),
    waybill: Type.Optional(Type.String()),
    /** Whether the courier is a simulator. */
    simulated: Type.Boolean(),
    /** What happened on the way, the newest last. */
    steps: Type.Array(Type.Object({ at: Moment, title: Words, place: Type.Optional(Type.String()) }, closed)),
  },
  closed,
);
export type Delivery = Static<typeof Delivery>;

/** 领取和寄递: of one case, with the ways that can be chosen. */
export const CaseDeliveries = Type.Object(
  {
    deliveries: Type.Array(Delivery),
    ways: Type.Array(Type.Enum([...deliveryWays])),
    /** Whether originals can be sent in now. */
    sendsIn: Type.Boolean(),
    /** Where the result waits or originals go, as a person is told. */
    office: Type.Object({ name: Type.String(), address: Type.Optional(Type.String()) }, closed),
  },
  closed,
);
export type CaseDeliveries = Static<typeof CaseDeliveries>;

export const deliveriesRoutes = {
  ofCase: route({
    method: 'GET',
    path: '/cases/:case/deliveries',
    access: applicant,
    summary: 'How the result of my case reaches me, how originals are sent in, and where they are',
    params: AtCase,
    reply: CaseDeliveries,
  }),
  choose: route({
    method: 'PUT',
    path: '/cases/:case/deliveries',
    access: applicant,
    summary: 'Choose the window, a locker of the hall or the express, until the courier has been ordered',
    params: AtCase,
    body: Type.Object(
      {
        purpose: Type.Enum([...deliveryPurposes]),
        way: Type.Enum([...deliveryWays]),
        party: Type.Optional(PostalParty),
      },
      closed,
    ),
    reply: CaseDeliveries,
    audit: 'deliveries.choose',
  }),
  declareLost: route({
    method: 'POST',
    path: '/desk/shipments/:case/losses',
    access: issue,
    summary: 'Declare a parcel lost; another member of staff decides what follows',
    params: AtCase,
    body: Type.Object({ reason: Type.String({ minLength: 4, maxLength: 200 }) }, closed),
    reply: Delivery,
    status: 201,
    audit: 'deliveries.declare-lost',
  }),
  settle: route({
    method: 'POST',
    path: '/desk/shipments/:case/settlements',
    access: issue,
    summary: 'Decide over a lost parcel: issue anew and send again, or compensation',
    params: AtCase,
    body: Type.Object(
      {
        remedy: Type.Enum(['reissue', 'compensation']),
        reason: Type.String({ minLength: 4, maxLength: 200 }),
      },
      closed,
    ),
    reply: Delivery,
    status: 201,
    audit: 'deliveries.settle',
  }),
  tracking: route({
    method: 'GET',
    path: '/desk/shipments/:case',
    access: issue,
    summary: 'Where the parcel of a case is',
    params: AtCase,
    reply: Delivery,
  }),
  push: route({
    method: 'POST',
    path: '/courier-events',
    access: 'public',
    summary: 'What the courier tells of parcels, signed by it; the same news twice counts once',
    body: bytesBody(256 * 1024, ['application/json']),
    reply: Type.Object({ taken: Type.Integer() }, closed),
    repeatable: true,
    audit: 'deliveries.push',
    limit: { max: 600, seconds: 60 },
  }),
};
