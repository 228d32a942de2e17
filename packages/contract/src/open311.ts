import Type, { type Static } from 'typebox';
import { bytesBody, rawReply, route } from './route.ts';

/** 两种写法: as what is told is written, chosen by the ending of the address. */
const open311Formats = ['xml', 'json'] as const;
export type Open311Format = (typeof open311Formats)[number];

const told = rawReply('text/xml; charset=utf-8', 'application/json; charset=utf-8');
const form = bytesBody(256 * 1024, ['application/x-www-form-urlencoded', 'multipart/form-data']);
const Written = Type.Object({ format: Type.Enum([...open311Formats]) });
/** One thing by its id, with the ending that says how it is written: `293944.xml`. */
const Named = Type.Object({ named: Type.String({ maxLength: 120 }) });
const Text = Type.Optional(Type.String({ maxLength: 40_000 }));
/** What clients add of their own is not read, and does no harm. */
const open = { additionalProperties: true };
const Place = { jurisdiction_id: Text, api_key: Text };
const AtPlace = Type.Object(Place, open);
const Paged = { page: Text, page_size: Text, start_date: Text, end_date: Text };

/** 查诉求: which requests somebody asks for. */
export const Open311Search = Type.Object(
  { ...Place, ...Paged, service_request_id: Text, service_code: Text, status: Text },
  open,
);
export type Open311Search = Static<typeof Open311Search>;
/** 查进展: from when till when. */
export const Open311Since = Type.Object({ ...Place, ...Paged }, open);
export type Open311Since = Static<typeof Open311Since>;

const reading = { method: 'GET', root: true, access: 'public', reply: told } as const;
const writing = {
  method: 'POST',
  root: true,
  access: 'public',
  reply: told,
  body: form,
  repeatable: true,
  /** Some clients name the place, and even the key, in the address. */
  query: AtPlace,
} as const;
const often = { max: 600, seconds: 60 } as const;
const seldom = { max: 120, seconds: 60 } as const;

/** 开放接口 Open311 GeoReport v2: orders as software of other cities and systems already knows them. */
export const open311Routes = {
  discovery: route({
    ...reading,
    path: '/open311/v2/discovery.:format',
    summary: 'Open311: where this interface is and what it speaks',
    params: Written,
    limit: often,
  }),
  services: route({
    ...reading,
    path: '/open311/v2/services.:format',
    summary: 'Open311: what requests may be about',
    params: Written,
    query: AtPlace,
    limit: often,
  }),
  service: route({
    ...reading,
    path: '/open311/v2/services/:named',
    summary: 'Open311: what is asked with a request about one thing',
    params: Named,
    query: AtPlace,
    limit: often,
  }),
  requests: route({
    ...reading,
    path: '/open311/v2/requests.:format',
    summary: 'Open311: requests answered in public, or with a key those the unit passed on',
    params: Written,
    query: Open311Search,
    limit: often,
  }),
  request: route({
    ...reading,
    path: '/open311/v2/requests/:named',
    summary: 'Open311: one request that was answered in public, or with a key one the unit passed on',
    params: Named,
    query: AtPlace,
    limit: often,
  }),
  register: route({
    ...writing,
    path: '/open311/v2/requests.:format',
    summary: 'Open311: pass on a request, with the key of a unit',
    params: Written,
    audit: 'open311.register',
    limit: seldom,
  }),
  token: route({
    ...reading,
    path: '/open311/v2/tokens/:named',
    summary: 'Open311: the id of a request that was taken against a token',
    params: Named,
    query: AtPlace,
    limit: often,
  }),
  updates: route({
    ...reading,
    path: '/open311/v2/servicerequestupdates.:format',
    summary: 'Open311: what became of requests, in the order in which it happened',
    params: Written,
    query: Open311Since,
    limit: often,
  }),
  update: route({
    ...writing,
    path: '/open311/v2/servicerequestupdates.:format',
    summary: 'Open311: what whoever asked says since, passed on by the unit that passed on the request',
    params: Written,
    audit: 'open311.update',
    limit: seldom,
  }),
};
