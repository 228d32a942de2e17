import type { Open311Search } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { OpenOrder, PassedOrder } from '../hotline/index.ts';
import { readList, readPage, readPeriod, readStatus } from './asking.ts';
import { cityIn, keptIn, momentText, type Parts, unitOf } from './parts.ts';
import type { Registered } from './store.ts';
import type { Fields, Told } from './wire.ts';

const isAnswer = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** 查诉求: without a key what anybody may read; with one, what the unit itself passed on. */
export function createReading(parts: Parts) {
  return {
    async list(search: Open311Search): Promise<Told> {
      const unit = await unitOf(parts, search.api_key);
      return requests(
        unit === undefined ? await openList(parts, search) : await ownList(parts, unit.partner, search),
      );
    },
    async get(id: string, { api_key: apiKey }: Pick<Open311Search, 'api_key'>): Promise<Told> {
      const unit = await unitOf(parts, apiKey);
      const [found] = isAnswer.test(id)
        ? await openList(parts, { service_request_id: id })
        : unit === undefined
          ? []
          : await ownList(parts, unit.partner, { service_request_id: id });
      if (found === undefined)
        throw new Problem('open311.request', 'missing', '没有这个 service_request_id，或您不能看它');
      return requests([found]);
    },
  };
}

function requests(of: readonly Fields[]): Told {
  return { root: 'service_requests', value: { each: 'request', of } };
}

/** Requests that are named are found whenever they came. */
async function ownList(parts: Parts, partner: string, search: Open311Search): Promise<Fields[]> {
  const { store, hotline, clock } = parts;
  const [numbers, services] = [readList(search.service_request_id), readList(search.service_code)];
  const status = readStatus(search.status);
  const rows = await asMachine('worker', () =>
    store.list({
      ...{ partner, period: readPeriod(search, clock()), ...readPage(search) },
      ...(numbers.length === 0 ? {} : { numbers }),
      ...(services.length === 0 ? {} : { services }),
      ...(status === undefined ? {} : { status }),
      ...cityIn(parts, search.jurisdiction_id),
    }),
  );
  const standing = await hotline.passing.standing(rows.map(({ number }) => number));
  return rows.flatMap((row) => {
    const order = standing.get(row.number);
    // One that has just become a tip-off is not told any more.
    return order === undefined ? [] : [ownFields(parts, row, order)];
  });
}

async function openList(parts: Parts, search: Open311Search): Promise<Fields[]> {
  const named = readList(search.service_request_id);
  const answers = named.filter((one) => isAnswer.test(one));
  if (named.length > 0 && answers.length === 0) return [];
  const services = readList(search.service_code);
  const status = readStatus(search.status);
  const found = await parts.hotline.passing.open({
    ...(named.length === 0
      ? {
          ...readPeriod(search, parts.clock()),
          ...(services.length === 0 ? {} : { matters: services }),
          ...(status === undefined ? {} : { closed: status === 'closed' }),
          ...cityIn(parts, search.jurisdiction_id),
        }
      : { answers, from: new Date(0), to: parts.clock() }),
    ...{ by: 'received', ...readPage(search) },
  });
  return found.map((one) => openFields(parts, one));
}

function ownFields(parts: Parts, row: Registered, order: PassedOrder): Fields {
  const { description, address, addressId, lat, long, media } = keptIn(parts, row);
  return {
    ...{ service_request_id: row.number, status: row.status, status_notes: order.reply },
    ...{ service_name: parts.catalogue.find(row.service)?.name, service_code: row.service, description },
    ...{ agency_responsible: order.unit, service_notice: undefined },
    requested_datetime: momentText(row.requested_at),
    updated_datetime: momentText(row.updated_at),
    expected_datetime: `${order.dueOn}T23:59:59+08:00`,
    ...{ address, address_id: addressId, zipcode: undefined, lat, long, media_url: media },
  };
}

/** What was said where, and when exactly, is not told to everybody. */
function openFields({ catalogue }: Parts, order: OpenOrder): Fields {
  const service = order.matter === undefined ? undefined : catalogue.find(order.matter);
  return {
    ...{ service_request_id: order.answer, status: order.closed ? 'closed' : 'open' },
    ...{ status_notes: order.reply, service_name: service?.name ?? '其他' },
    ...{ service_code: order.matter ?? 'other', description: `${order.title}\n${order.question}` },
    ...{ agency_responsible: order.unit, service_notice: undefined },
    requested_datetime: `${order.receivedOn}T00:00:00+08:00`,
    updated_datetime: `${order.answeredOn}T00:00:00+08:00`,
    ...{ expected_datetime: undefined, address: undefined, address_id: undefined, zipcode: undefined },
    ...{ lat: undefined, long: undefined, media_url: undefined },
  };
}
