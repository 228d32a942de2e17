import Type, { type Static } from 'typebox';
import { route, streamReply } from './route.ts';
import { NewTicket, TicketKey } from './tickets.ts';
import { CardReaderSetting } from './window.ts';
import { closed, Day, Division, Id, ItemId, Moment, Words } from './words.ts';

const AtDevice = Type.Object({ device: Id }, closed);
const DeviceKey = Type.Object({ 'device-key': Type.String({ minLength: 20, maxLength: 100 }) });

/** 自助机上能做的一件事: what this machine can do of an item: give a number for it, or have it applied for by phone. */
export const KioskItem = Type.Object(
  { item: ItemId, name: Words, line: Type.String(), does: Type.Array(Type.Enum(['ticket', 'apply'])) },
  closed,
);
export type KioskItem = Static<typeof KioskItem>;
/** A kiosk makes the key of the ticket itself, so that asking twice under one key gives one ticket. */
const Given = { item: ItemId, key: TicketKey };

export const kiosksRoutes = {
  start: route({
    method: 'GET',
    path: '/kiosks/:device/start',
    access: 'public',
    summary: 'What the kiosk needs to begin and to work for half an hour without network',
    params: AtDevice,
    headers: DeviceKey,
    reply: Type.Object(
      {
        hallName: Type.String(),
        bureau: Type.String(),
        phone: Type.String({ description: '大厅电话，网断了时给群众看' }),
        /** 咨询投诉电话 of the city. */
        hotline: Type.Optional(Type.String()),
        open: Type.Boolean(),
        says: Type.String(),
        waiting: Type.Integer(),
        items: Type.Array(KioskItem),
        /** 排队页地址: what a ticket's key is added to, for slips printed without network. */
        ticketUrl: Type.String(),
        /** 无网号段: numbers this kiosk alone may give while it has no network. */
        lease: Type.Object(
          { prefix: Type.String(), from: Type.Integer(), to: Type.Integer(), day: Day },
          closed,
        ),
        idleSeconds: Type.Object(
          { ordinary: Type.Integer(), elder: Type.Integer(), countdown: Type.Integer() },
          closed,
        ),
        reader: CardReaderSetting,
        /** 指纹比对和证件柜: connected, pretended (and then shown as such), or none. */
        cabinet: Type.Enum(['connected', 'simulator', 'none']),
        /** 打印机: in the demo a sheet on the screen stands for it. */
        printer: Type.Enum(['connected', 'simulator']),
      },
      closed,
    ),
  }),
  take: route({
    method: 'POST',
    path: '/kiosks/:device/tickets',
    access: 'public',
    summary: 'Take a number without saying who one is',
    params: AtDevice,
    headers: DeviceKey,
    body: Type.Object(Given, closed),
    reply: NewTicket,
    status: 201,
    repeatable: true,
    audit: 'kiosk.take',
    limit: { max: 200, seconds: 600 },
  }),
  merge: route({
    method: 'POST',
    path: '/kiosks/:device/merges',
    access: 'public',
    summary:
      'Hand in the numbers given while there was no network; each becomes one ticket however often it is sent',
    params: AtDevice,
    headers: DeviceKey,
    body: Type.Object(
      {
        tickets: Type.Array(
          Type.Object(
            { ...Given, id: Id, number: Type.Integer({ minimum: 1, maximum: 999 }), takenAt: Moment },
            closed,
          ),
          { minItems: 1, maxItems: 100 },
        ),
      },
      closed,
    ),
    reply: Type.Object(
      { merged: Type.Array(Id), refused: Type.Array(Type.Object({ id: Id, why: Type.String() }, closed)) },
      closed,
    ),
    repeatable: true,
    audit: 'kiosk.merge',
    limit: { max: 60, seconds: 600 },
  }),
  checkIn: route({
    method: 'POST',
    path: '/kiosks/:device/check-ins',
    access: 'public',
    summary: 'Check in for a booking by its eight figures',
    params: AtDevice,
    headers: DeviceKey,
    body: Type.Object({ code: Type.String({ pattern: '^\\d{8}$' }) }, closed),
    reply: NewTicket,
    status: 201,
    repeatable: true,
    audit: 'kiosk.check-in',
    limit: { max: 60, seconds: 600 },
  }),
  watch: route({
    method: 'GET',
    path: '/kiosks/:device/changes',
    access: 'public',
    summary: 'Tells the kiosk of a hand-off agreed to, a change of the hall, or a wipe',
    params: AtDevice,
    query: Type.Object({ ticket: Type.String({ maxLength: 100 }) }, closed),
    reply: streamReply(Type.Object({ changed: Type.Boolean() }, closed)),
  }),
  near: route({
    method: 'GET',
    path: '/kiosks',
    access: 'public',
    summary: 'Halls’ kiosks of a city, which are open now and which all day and night',
    query: Type.Object({ division: Division }, closed),
    reply: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          hall: Type.String(),
          hallName: Type.String(),
          address: Type.String(),
          hours: Type.Array(Type.String()),
          allDay: Type.Boolean(),
          state: Type.Enum(['open', 'closed', 'away', 'needs-paper', 'broken']),
          items: Type.Array(Words, { description: '能申请的事项' }),
          asOf: Moment,
          demo: Type.Boolean(),
        },
        closed,
      ),
    ),
  }),
};
