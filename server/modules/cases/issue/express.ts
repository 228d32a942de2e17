import { may } from '@tongban/casework';
import type { PostalParty, Waiting } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { ExpressLabel, SignedIn, Tx } from '../../../platform/index.ts';
import type { Deliveries } from '../../deliveries/index.ts';
import { actorOf } from '../actors.ts';
import { missingCase } from '../ledger.ts';
import { aboutCase, type OpenCase } from '../model.ts';
import { isOwnCase, OWN, reachOf } from '../rules.ts';
import { findUnpaid } from '../unpaid.ts';
import { isReached, refuseUnreached } from './collecting.ts';
import type { IssueParts } from './parts.ts';
import { findPostalAddress, officeOf } from './postal.ts';

type Page = { results: Waiting[]; next?: string };
type Shipment = { case: string; waybill: string };
type Sent = { done: string[]; failed: { case: string; why: string }[] };

const pageSize = 40;

/** 待领清单与寄递: the list of what waits, labels for the express, and what was given to it. */
export function createExpress(parts: IssueParts) {
  const { store, cases, ledger, view, printer } = parts;
  const keyOf = async (number: string) => {
    const key = await cases.findKeyByNumber(number.trim().toUpperCase());
    if (key === undefined) throw missingCase();
    return key;
  };
  return {
    async waiting(
      caller: SignedIn,
      { how, after }: { how?: 'desk' | 'express'; after?: string },
    ): Promise<Page> {
      const place = after === undefined ? undefined : placeFrom(after);
      const rows = await store.waiting(reachOf(caller), {
        limit: pageSize + 1,
        ...(how === undefined ? {} : { express: how === 'express' }),
        ...(place === undefined ? {} : { after: place }),
      });
      const page = rows.slice(0, pageSize);
      const last = page.at(-1);
      const more = rows.length > pageSize && last !== undefined;
      return {
        results: await view.waiting(page),
        ...(more ? { next: `${last.ready_at.toISOString()}~${last.case_id}` } : {}),
      };
    },
    /** Labels with name, phone and address in full, because the courier reads them; audited with its purpose. */
    async labels(caller: SignedIn, numbers: readonly string[]): Promise<Buffer> {
      const opened = await Promise.all(numbers.map(async (number) => ledger.read(await keyOf(number))));
      for (const open of opened) refuseUnreached(caller, open);
      await refuseUnready(parts, opened);
      const to = await Promise.all(opened.map((open) => findReceiver(parts, open)));
      const bare = opened.filter((_, at) => to[at] === undefined);
      if (bare.length > 0) throw noAddress(bare.map(({ row }) => row.case_number));
      // One after the other: the courier is asked for as many waybills as there are labels.
      const labels: ExpressLabel[] = [];
      for (const [at, open] of opened.entries()) {
        const receiver = to[at];
        if (receiver !== undefined) labels.push(await labelOf(parts, open, receiver));
      }
      return printer.printLabels(labels);
    },
    /** Each shipment counts for itself: what cannot be sent is told with its reason, the others go. */
    async send(tx: Tx, caller: SignedIn, shipments: readonly Shipment[]): Promise<Sent> {
      const sent: Sent = { done: [], failed: [] };
      for (const shipment of shipments.toSorted((a, b) => a.case.localeCompare(b.case))) {
        const why = await sendOne(parts, tx, { caller, ...shipment });
        if (why === undefined) sent.done.push(shipment.case);
        else sent.failed.push({ case: shipment.case, why });
      }
      return sent;
    },
  };
}

/** Sends one result, or answers why it cannot be sent; nothing of it is written then. */
async function sendOne(
  parts: IssueParts,
  tx: Tx,
  shipment: Shipment & { caller: SignedIn },
): Promise<string | undefined> {
  const { caller } = shipment;
  const { cases, ledger } = parts;
  const waybill = shipment.waybill.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9-]{4,40}$/.test(waybill)) return '快递单号只有字母和数字，照面单再输一次';
  const key = await cases.findKeyByNumber(shipment.case.trim().toUpperCase());
  if (key === undefined) return missingCase().message;
  const open = await ledger.lock(tx, key);
  if (!isReached(caller, open)) return missingCase().message;
  if (isOwnCase(caller, open.row)) return OWN.message;
  const by = actorOf(caller);
  const again = open.state.status === 'in-delivery' && (await isSentAgain(parts, tx, open));
  const verdict = may(open.state, { type: 'send', by }, open.plan);
  if (!verdict.ok && !again) return verdict.message;
  const unpaid = again ? undefined : await findUnpaid(parts, tx, open);
  if (unpaid !== undefined) return unpaid.message;
  if (!again) await ledger.save(tx, await ledger.give(tx, open, { type: 'send', by, waybill }));
  const party = await findReceiver(parts, open);
  await parts.deliveries.sent(tx, parcelOf(open), { waybill, ...(party === undefined ? {} : { party }) });
  return undefined;
}

/** What was lost and issued anew, or came back, is sent once more while its case goes on. */
async function isSentAgain({ deliveries }: IssueParts, tx: Tx, open: OpenCase): Promise<boolean> {
  const all = await deliveries.of(aboutCase(open), tx);
  return all.some(
    ({ purpose, state }) => purpose === 'result' && (state === 'reissued' || state === 'returned'),
  );
}

/** A label with the waybill the courier has given for it; while it is away the clerk types one later. */
async function labelOf(parts: IssueParts, open: OpenCase, to: PostalParty): Promise<ExpressLabel> {
  const from = officeOf(parts, open);
  const waybill = await parts.deliveries.order(parcelOf(open), { from, to });
  const picture = waybill === undefined ? undefined : await parts.deliveries.labelOf(waybill);
  return {
    ...{ number: open.row.case_number, content: open.edition.folder.item.result.name, from, to },
    ...(waybill === undefined ? {} : { waybill }),
    ...(picture === undefined ? {} : { picture }),
  };
}

/** Before a result waits there is nothing to carry, and no courier is ordered for it. */
async function refuseUnready({ store }: IssueParts, opened: readonly OpenCase[]): Promise<void> {
  const keys = opened.map(({ row }) => ({ city: row.city, caseId: row.case_id }));
  const waiting = new Set((await store.pickupsAt(keys)).map((row) => row.case_id));
  const unready = opened.filter(({ row }) => !waiting.has(row.case_id)).map(({ row }) => row.case_number);
  if (unready.length === 0) return;
  throw new Problem('issue.not-ready', 'conflict', `${unready.join('、')} 的结果还没有办好，不能打面单`);
}

/** To whom a result goes: as chosen on the page of deliveries, else as written in the form. */
async function findReceiver(parts: IssueParts, open: OpenCase): Promise<PostalParty | undefined> {
  const chosen = await parts.deliveries.chosen(aboutCase(open));
  if (chosen !== undefined) return chosen.way === 'express' ? chosen.party : undefined;
  const postal = findPostalAddress(open, parts);
  if (postal === undefined) return undefined;
  const { name, phone = '' } = await parts.identity.person(open.row.person_id);
  return { name, phone: postal.phone ?? phone, address: postal.address };
}

function parcelOf({ row }: OpenCase): Parameters<Deliveries['sent']>[1] {
  return {
    ...{ about: aboutCase({ row }), purpose: 'result' },
    ...{ personId: row.person_id, branch: row.branch },
  };
}

/** Reads where the page before ended; an address somebody made up begins nowhere. */
function placeFrom(text: string) {
  const [readyAt = '', caseId = ''] = text.split('~');
  if (!Number.isNaN(Date.parse(readyAt)) && /^[0-9a-f-]{36}$/.test(caseId)) return { readyAt, caseId };
  throw new Problem('cases.page', 'invalid', '翻页的位置不对，从第一页重新看');
}

function noAddress(numbers: readonly string[]): Problem {
  const say = `${numbers.join('、')} 申请时没有留收件地址，不能打面单。联系申请人来领`;
  return new Problem('issue.no-address', 'conflict', say);
}
