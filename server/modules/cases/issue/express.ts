import { may } from '@tongban/casework';
import type { Waiting } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { ExpressLabel, SignedIn, Tx } from '../../../platform/index.ts';
import { actorOf } from '../actors.ts';
import { missingCase } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import { isOwnCase, OWN, reachOf } from '../rules.ts';
import { isReached, refuseUnreached } from './collecting.ts';
import type { IssueParts } from './parts.ts';
import { findPostalAddress } from './postal.ts';

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
      const bare = opened.filter((open) => findPostalAddress(open, parts) === undefined);
      if (bare.length > 0) throw noAddress(bare.map(({ row }) => row.case_number));
      return printer.printLabels(await Promise.all(opened.map((open) => labelOf(parts, open))));
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
  { cases, ledger }: IssueParts,
  tx: Tx,
  shipment: Shipment & { caller: SignedIn },
): Promise<string | undefined> {
  const { caller } = shipment;
  const waybill = shipment.waybill.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9-]{4,40}$/.test(waybill)) return '快递单号只有字母和数字，照面单再输一次';
  const key = await cases.findKeyByNumber(shipment.case.trim().toUpperCase());
  if (key === undefined) return missingCase().message;
  const open = await ledger.lock(tx, key);
  if (!isReached(caller, open)) return missingCase().message;
  if (isOwnCase(caller, open.row)) return OWN.message;
  const by = actorOf(caller);
  const verdict = may(open.state, { type: 'send', by }, open.plan);
  if (!verdict.ok) return verdict.message;
  await ledger.save(tx, await ledger.give(tx, open, { type: 'send', by, waybill }));
  return undefined;
}

async function labelOf(parts: IssueParts, open: OpenCase): Promise<ExpressLabel> {
  const { identity, offices } = parts;
  const { name, phone = '' } = await identity.person(open.row.person_id);
  const postal = findPostalAddress(open, parts);
  const office = offices.organisation(open.row.office);
  const hall = offices.hallOf(open.row.office);
  return {
    number: open.row.case_number,
    content: open.edition.folder.item.result.name,
    from: { name: office?.name ?? '', phone: office?.phone ?? '', address: hall?.address ?? '' },
    to: { name, phone: postal?.phone ?? phone, address: postal?.address ?? '' },
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
