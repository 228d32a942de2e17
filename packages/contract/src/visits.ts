import Type, { type Static } from 'typebox';
import { priorities } from './bookable.ts';
import { CitizenStatus } from './cases.ts';
import { DocumentRow } from './files.ts';
import { rawReply, route } from './route.ts';
import { NewTicket, TicketKey } from './tickets.ts';
import { closed, Day, Id, ItemId, Moment, Words } from './words.ts';

const AtDevice = Type.Object({ device: Id }, closed);
const DeviceKey = Type.Object({ 'device-key': Type.String({ minLength: 20, maxLength: 100 }) });
/** A visit carries its own key beside the device's; it dies with the visit. */
const VisitKeys = Type.Object({
  'device-key': Type.String({ minLength: 20, maxLength: 100 }),
  'visit-key': Type.String({ minLength: 20, maxLength: 100 }),
});

/** 来访者: who stands at the kiosk, masked. */
export const KioskVisit = Type.Object(
  {
    visit: Id,
    /** Given once, when the visit begins. */
    key: Type.Optional(Type.String()),
    person: Type.Object({ name: Type.String(), citizenNumber: Type.String() }, closed),
    identifiedBy: Type.Enum(['card', 'phone']),
    /** 绿色通道，由年龄或证照得出。 */
    priority: Type.Optional(Type.Enum([...priorities])),
    bookings: Type.Array(
      Type.Object(
        {
          booking: Id,
          itemName: Type.String(),
          hallName: Type.String(),
          at: Moment,
          checkedIn: Type.Boolean(),
          may: Type.Boolean({ description: '现在能在这里签到' }),
        },
        closed,
      ),
    ),
    cases: Type.Array(
      Type.Object(
        {
          case: Type.String(),
          itemName: Words,
          status: CitizenStatus,
          submittedOn: Day,
        },
        closed,
      ),
    ),
    /** 可打印的证明和文书。 */
    papers: Type.Array(Type.Object({ ...DocumentRow.properties, case: Type.String() }, closed)),
    /** 可以在这台机器领的证件。 */
    pickups: Type.Array(
      Type.Object(
        {
          case: Type.String(),
          name: Words,
          here: Type.Boolean({ description: '就在这台机器的证件柜里' }),
          /** Where it is otherwise. */
          office: Words,
        },
        closed,
      ),
    ),
    until: Moment,
  },
  closed,
);
export type KioskVisit = Static<typeof KioskVisit>;

export const visitsRoutes = {
  identify: route({
    method: 'POST',
    path: '/kiosks/:device/visits',
    access: 'public',
    summary: 'Begin a visit with the identity card the reader read',
    params: AtDevice,
    headers: DeviceKey,
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 40 }),
        citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
      },
      closed,
    ),
    reply: KioskVisit,
    status: 201,
    repeatable: true,
    audit: 'kiosk.identify',
    limit: { max: 60, seconds: 600 },
  }),
  handOff: route({
    method: 'POST',
    path: '/kiosks/:device/hand-offs',
    access: 'public',
    summary: 'A code for a signed-in phone to scan; the visit begins when its owner agrees there',
    params: AtDevice,
    headers: DeviceKey,
    reply: Type.Object({ handOff: Id, url: Type.String(), until: Moment }, closed),
    repeatable: true,
    audit: 'kiosk.hand-off',
    limit: { max: 120, seconds: 600 },
  }),
  handedOff: route({
    method: 'POST',
    path: '/kiosks/:device/hand-offs/:handOff/visits',
    access: 'public',
    summary: 'Begin the visit somebody agreed to on the phone; waiting is answered with `waiting`',
    params: Type.Object({ device: Id, handOff: Id }, closed),
    headers: DeviceKey,
    reply: Type.Object({ waiting: Type.Boolean(), visit: Type.Optional(KioskVisit) }, closed),
    repeatable: true,
    audit: 'kiosk.handed-off',
    limit: { max: 600, seconds: 600 },
  }),
  agree: route({
    method: 'PUT',
    path: '/hand-offs/:handOff',
    access: { roles: ['citizen'], scope: 'own' },
    summary: 'Agree on the phone that the kiosk opens my things',
    params: Type.Object({ handOff: Id }, closed),
    body: Type.Object({ secret: Type.String({ minLength: 20, maxLength: 60 }) }, closed),
    reply: Type.Object({ kiosk: Type.String(), hallName: Type.String() }, closed),
    audit: 'kiosk.agree',
    limit: { max: 30, seconds: 600 },
  }),
  visit: route({
    method: 'GET',
    path: '/kiosks/:device/visits/:visit',
    access: 'public',
    summary: 'What the person at the kiosk may see and do now',
    params: Type.Object({ device: Id, visit: Id }, closed),
    headers: VisitKeys,
    reply: KioskVisit,
  }),
  takeAs: route({
    method: 'POST',
    path: '/kiosks/:device/visits/:visit/tickets',
    access: 'public',
    summary:
      'Take a number as the person of the visit, or check in for one of their bookings; priority follows from age and licences',
    params: Type.Object({ device: Id, visit: Id }, closed),
    headers: VisitKeys,
    body: Type.Union([
      Type.Object({ item: ItemId, key: TicketKey }, closed),
      Type.Object({ booking: Id }, closed),
    ]),
    reply: NewTicket,
    status: 201,
    repeatable: true,
    audit: 'kiosk.take-as',
    limit: { max: 60, seconds: 600 },
  }),
  print: route({
    method: 'GET',
    path: '/kiosks/:device/visits/:visit/papers/:document',
    access: 'public',
    summary: 'A certificate or paper of the person to print at the kiosk',
    params: Type.Object({ device: Id, visit: Id, document: Id }, closed),
    headers: VisitKeys,
    reply: rawReply('application/pdf'),
    audit: 'kiosk.print',
    limit: { max: 60, seconds: 600 },
  }),
  pickUp: route({
    method: 'POST',
    path: '/kiosks/:device/visits/:visit/pickups',
    access: 'public',
    summary: 'Release a finished card after the fingerprint matched (R24); the hand-over is recorded',
    params: Type.Object({ device: Id, visit: Id }, closed),
    headers: VisitKeys,
    body: Type.Object(
      { case: Type.String({ maxLength: 40 }), fingerprint: Type.String({ minLength: 1, maxLength: 4000 }) },
      closed,
    ),
    reply: Type.Object(
      { released: Type.Boolean(), slot: Type.Optional(Type.String()), says: Type.String() },
      closed,
    ),
    repeatable: true,
    audit: 'kiosk.pick-up',
    limit: { max: 20, seconds: 600 },
  }),
  end: route({
    method: 'DELETE',
    path: '/kiosks/:device/visits/:visit',
    access: 'public',
    summary: 'End the visit; its key is worth nothing from now on',
    params: Type.Object({ device: Id, visit: Id }, closed),
    headers: VisitKeys,
    audit: 'kiosk.end',
  }),
};
