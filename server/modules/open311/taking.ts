import { asMachine, newId, type Tx, transaction } from '../../platform/index.ts';
import type { Service } from './catalogue.ts';
import { filled, type Given, needed } from './fields.ts';
import { jurisdictionIn, type Kept, keptIn, neededUnit, type Parts, purposes, sealed } from './parts.ts';
import type { RequestRow } from './store.ts';
import type { Told } from './wire.ts';
import { type Asker, orderText, orderTitle, readAsker, readWritten } from './wish.ts';

/** A request as it came in, checked and not yet kept. */
type Posted = {
  readonly partner: string;
  readonly unit: string;
  readonly division: string;
  readonly service: Service;
  readonly kept: Kept;
  readonly asker: Asker;
  readonly waits: boolean;
};
/** What became of it: the answer, and the order it is now, if it has a number that may be told. */
type Taken = { readonly told: Told; readonly order?: string; readonly tipOff: boolean };

const together = 50;
const everyMinute = '* * * * *';

/** 收诉求: requests of other systems become orders, at once or in their turn. */
export function createTaking(parts: Parts) {
  const { catalogue, db, jobs, store, hotline } = parts;
  jobs.every('open311.register-waiting', everyMinute, async () => {
    while ((await transaction(db, (tx) => registerWaiting(parts, tx))) === together);
  });
  return {
    /** Whether there is such a unit, service and place, before anything is begun. */
    async check(given: Given): Promise<Posted> {
      const division = jurisdictionIn(parts, needed(given, 'jurisdiction_id'));
      const { partner, name, purposes: agreed } = await neededUnit(parts, filled(given, 'api_key'));
      const service = catalogue.get(needed(given, 'service_code'));
      const chosen = filled(given, 'attribute[kind]');
      catalogue.kindFor(service, chosen);
      const kept = {
        ...readWritten(given, service.name),
        ...(chosen === undefined ? {} : { chosen }),
        ...(filled(given, 'attribute[not_now]') === 'yes' ? ({ notNow: true } as const) : {}),
      };
      const waits = !service.tipOff && !agreed.includes(purposes.one);
      const posted = { partner, unit: name, division, service, kept, asker: readAsker(given), waits };
      hotline.passing.refuseEmergency(wishOf(parts, posted));
      return posted;
    },
    async take(tx: Tx, posted: Posted): Promise<Taken> {
      if (posted.service.tipOff) return takeTipOff(parts, tx, posted);
      if (posted.waits) return keepWaiting(parts, tx, posted);
      const row = rowOf(parts, posted);
      const { order, notice } = await register(parts, tx, { row, posted });
      return { told: answer({ service_request_id: order, service_notice: notice }), order, tipOff: false };
    },
    async token(token: string): Promise<Told | undefined> {
      const row = await asMachine('worker', () => store.byToken(token));
      return row && { root: 'service_requests', value: { each: 'request', of: [tokenFields(row)] } };
    },
  };
}

/** 举报: only the unit that handles it sees it; nothing is kept here and nothing is answered. */
async function takeTipOff(parts: Parts, tx: Tx, posted: Posted): Promise<Taken> {
  await parts.hotline.passing.passOn(tx, wishOf(parts, posted));
  const notice = '已收到，只由承办单位办理，不给编号，也不从这里答复。';
  return { told: answer({ service_notice: notice }), tipOff: true };
}

async function keepWaiting(parts: Parts, tx: Tx, posted: Posted): Promise<Taken> {
  const row = rowOf(parts, posted);
  await parts.store.insert(tx, row);
  return { told: answer({ token: row.request_id, service_notice: '已收到，正在编号。' }), tipOff: false };
}

function rowOf(parts: Parts, { partner, division, service, kept, asker, waits, unit }: Posted): RequestRow {
  const [requestId, at] = [newId(), parts.clock()];
  return {
    ...{ request_id: requestId, partner, division, service: service.code, number: undefined, status: 'open' },
    sealed: sealed(parts, requestId, waits ? { ...kept, asker, unit } : kept),
    ...{ requested_at: at, updated_at: at },
  };
}

/** Registers the order of a request, which is kept here with its number. */
async function register(parts: Parts, tx: Tx, { row, posted }: { row: RequestRow; posted: Posted }) {
  const { store, hotline, config, clock } = parts;
  const { receipt } = await hotline.passing.passOn(tx, wishOf(parts, posted));
  const [number, at] = [receipt.order, clock()];
  if (posted.waits)
    await store.put(tx, row.request_id, {
      ...{ number, updated_at: at },
      sealed: sealed(parts, row.request_id, posted.kept),
    });
  else await store.insert(tx, { ...row, number });
  await store.tell(tx, {
    ...{ news_id: newId(), request_id: row.request_id, type: 'registered', status: 'open', at },
  });
  const follow = `查询码 ${receipt.key}，在 ${config.publicOrigin}/orders/follow 看进展。`;
  return { order: number, notice: `已登记，${receipt.dueOn} 前答复。${follow}` };
}

async function registerWaiting(parts: Parts, tx: Tx): Promise<number> {
  const rows = await parts.store.waiting(tx, together);
  for (const row of rows) {
    const { asker = {}, unit = '', ...kept } = keptIn(parts, row);
    const service = parts.catalogue.find(row.service) ?? unknownService(row.service);
    const posted = { partner: row.partner, unit, division: row.division, service, kept, asker, waits: true };
    await register(parts, tx, { row, posted });
  }
  return rows.length;
}

/** What was taken is registered even where its service was struck from the list meanwhile. */
function unknownService(code: string): Service {
  return { code, name: '其他', group: '其他', keywords: [], about: '', tipOff: false };
}

function wishOf({ catalogue }: Parts, { service, kept, unit, division, asker }: Posted) {
  const { chosen, notNow } = kept;
  return {
    ...{ kind: catalogue.kindFor(service, chosen), title: orderTitle(service.name, kept) },
    ...{ text: orderText(kept, { unit, service: service.name }), division, caller: asker },
    ...(notNow === undefined ? {} : { notNow }),
  };
}

/** What is answered to a request; the names come in the order of the specification. */
function answer(fields: { service_request_id?: string; token?: string; service_notice: string }): Told {
  return {
    root: 'service_requests',
    value: { each: 'request', of: [{ ...fields, account_id: undefined }] },
  };
}

function tokenFields({ request_id: token, number }: Pick<RequestRow, 'request_id' | 'number'>) {
  return number === undefined ? { token } : { service_request_id: number, token };
}
