import type { Open311Since } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { asMachine, newId, type Tx } from '../../platform/index.ts';
import {
  orderClassified,
  orderClosed,
  orderMoved,
  orderReopened,
  orderReplied,
  type PassedOrder,
} from '../hotline/index.ts';
import { readPage, readPeriod, type Status } from './asking.ts';
import { filled, type Given, needed, within } from './fields.ts';
import { cityIn, momentText, neededUnit, type Parts, unitOf } from './parts.ts';
import type { NewsRow, NewsType } from './store.ts';
import type { Fields, Told } from './wire.ts';

/** What a unit says since, checked and not yet kept. */
type Heard = {
  readonly requestId: string;
  readonly number: string;
  readonly theirId: string;
  readonly status: Status;
  readonly say?: string;
};

const mostWords = 2000;
const sentences: Readonly<Record<Exclude<NewsType, 'replied'>, string>> = {
  ...{ registered: '已登记', moved: '已交给承办单位', reopened: '重新办理', closed: '已办结' },
};
const newsOf: readonly (readonly [string, NewsType])[] = [
  [orderMoved.type, 'moved'],
  [orderReplied.type, 'replied'],
  [orderReopened.type, 'reopened'],
  [orderClosed.type, 'closed'],
];

/** 进展: what becomes of requests here is told, and what whoever asked says elsewhere is heard. */
export function createUpdates(parts: Parts) {
  follow(parts);
  return {
    async list(since: Open311Since): Promise<Told> {
      const unit = await unitOf(parts, since.api_key);
      const of =
        unit === undefined ? await openNews(parts, since) : await ownNews(parts, unit.partner, since);
      return { root: 'service_request_updates', value: { each: 'request_update', of } };
    },
    async check(given: Given): Promise<Heard> {
      const { partner } = await neededUnit(parts, filled(given, 'api_key'));
      const number = needed(given, 'service_request_id');
      const row = await asMachine('worker', () => parts.store.find(partner, number));
      if (row === undefined)
        throw new Problem('open311.request', 'missing', '没有这个 service_request_id，或您不能看它');
      const say = within(given, 'description', mostWords);
      return {
        ...{ requestId: row.request_id, number, status: statusIn(given) },
        theirId: within(given, 'update_id', 100) ?? newId(),
        ...(say === undefined ? {} : { say }),
      };
    },
    /** The same update sent twice is heard once. */
    async take(tx: Tx, heard: Heard): Promise<Told> {
      const { requestId, theirId, number } = heard;
      const at = parts.clock();
      const isNew = await parts.store.hear(tx, { request_id: requestId, their_id: theirId, at });
      if (isNew) await act(parts, tx, heard);
      const update = { update_id: theirId, service_request_id: number };
      return { root: 'service_request_updates', value: { each: 'request_update', of: [update] } };
    },
  };
}

function statusIn(given: Given): Status {
  const status = (filled(given, 'status') ?? 'open').toLowerCase();
  if (status === 'open' || status === 'closed') return status;
  throw new Problem('open311.status', 'invalid', 'status 只能是 open 或 closed');
}

async function act({ hotline }: Parts, tx: Tx, heard: Heard): Promise<void> {
  const order = (await hotline.passing.standing([heard.number])).get(heard.number);
  if (order === undefined)
    throw new Problem('open311.request', 'missing', '没有这个 service_request_id，或您不能看它');
  await hotline.own.act(tx, heard.number, commandOf(order, heard));
}

/** What an update means for the order: while it is worked on it is urged or taken back, once answered it is solved or not. */
function commandOf({ stage }: PassedOrder, { status, say }: Heard) {
  const words = say === undefined ? {} : { say };
  if (stage === 'call-back')
    return status === 'closed'
      ? ({ type: 'satisfied', ...words } as const)
      : ({ type: 'dissatisfied', ...words } as const);
  if (stage !== 'closed' && status === 'closed')
    return { type: 'withdraw', ...(say === undefined ? {} : { reason: say }) } as const;
  if (stage === 'closed' && status === 'open') return { type: 'reopen', say: say ?? '还没有解决' } as const;
  if (stage !== 'closed') return { type: 'urge', ...words } as const;
  throw new Problem('open311.ended', 'conflict', '已经办结；还没有解决的，status 写 open');
}

async function ownNews(parts: Parts, partner: string, since: Open311Since): Promise<Fields[]> {
  const { store, hotline, clock } = parts;
  const rows = await asMachine('worker', () =>
    store.news({
      ...{ partner, period: readPeriod(since, clock()), ...readPage(since) },
      ...cityIn(parts, since.jurisdiction_id),
    }),
  );
  const standing = await hotline.passing.standing([...new Set(rows.map(({ number }) => number))]);
  return rows.flatMap((row) => {
    const order = standing.get(row.number);
    return order === undefined ? [] : [newsFields(row, order)];
  });
}

function newsFields({ news_id: id, number, status, at, type }: NewsRow, order: PassedOrder): Fields {
  return {
    ...{ update_id: id, service_request_id: number, status, updated_datetime: momentText(at) },
    description: type === 'replied' ? (order.reply ?? '已答复') : sentences[type],
    media_url: undefined,
  };
}

/** Anybody reads that a question was answered in public, and how. */
async function openNews(parts: Parts, since: Open311Since): Promise<Fields[]> {
  const answers = await parts.hotline.passing.open({
    ...{ ...readPeriod(since, parts.clock()), by: 'answered', ...readPage(since) },
    ...cityIn(parts, since.jurisdiction_id),
  });
  return answers.map(({ answer, closed, answeredOn, reply }) => ({
    ...{ update_id: answer, service_request_id: answer, status: closed ? 'closed' : 'open' },
    ...{ updated_datetime: `${answeredOn}T00:00:00+08:00`, description: reply, media_url: undefined },
  }));
}

/** Follows the orders of requests as they go on; one that turns out to be a tip-off is forgotten. */
function follow({ outbox, store }: Parts): void {
  outbox.subscribe({
    name: 'open311.follow-orders',
    on: [orderClassified, orderMoved, orderReplied, orderReopened, orderClosed] as const,
    handle: async (tx, { type: told, data }) => {
      if (data.tipOff) {
        await store.drop(tx, data.number);
        return;
      }
      const type = newsOf.find(([fact]) => fact === told)?.[1];
      if (type === undefined || data.channel !== 'open311') return;
      const at = new Date(data.at);
      const row = await store.move(tx, data.number, { ...statusAfter(type), updated_at: at });
      if (row === undefined) return;
      await store.tell(tx, { news_id: newId(), request_id: row.request_id, type, status: row.status, at });
    },
  });
}

function statusAfter(type: NewsType): { status?: Status } {
  if (type === 'closed') return { status: 'closed' };
  return type === 'reopened' ? { status: 'open' } : {};
}
