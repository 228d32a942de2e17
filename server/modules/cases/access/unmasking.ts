import type { Answered, accessRoutes, unmaskable } from '@tongban/contract';
import { type FormValues, readValues } from '@tongban/forms';
import { Problem } from '@tongban/kernel';
import {
  asMachine,
  can,
  type Db,
  newId,
  type Platform,
  publish,
  type SignedIn,
  type Tx,
  transaction,
} from '../../../platform/index.ts';
import type { Identity } from '../../identity/index.ts';
import { type Ledger, missingCase } from '../ledger.ts';
import type { OpenCase } from '../model.ts';
import { mayReach, refuseOwn } from '../rules.ts';
import type { Situations } from '../situation.ts';
import type { CaseStore } from '../store/cases.ts';
import { reasonPlace, whoIs } from './access-log.ts';
import { unmaskedTooMuch } from './events.ts';
import type { AccessStore } from './store.ts';

/** 限额: how often one person may unmask in an hour, and in a day before the account is suspended; a bureau sets its own. */
export type UnmaskQuota = { readonly perHour: number; readonly perDay: number };
export const houseQuota: UnmaskQuota = { perHour: 20, perDay: 60 };

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  db: Db;
  store: AccessStore;
  cases: Pick<CaseStore, 'findKeyByNumber'>;
  ledger: Pick<Ledger, 'read'>;
  situations: Pick<Situations, 'formOf'>;
  identity: Pick<Identity, 'inTransaction' | 'suspendAccount'>;
  quota: UnmaskQuota;
};
type Field = (typeof unmaskable)[number];
type Wish = { case: string; fields: readonly Field[]; reason: string };
type Shown = Answered<typeof accessRoutes.unmask>;

const hourMs = 3_600_000;

/** 查看完整号码: only in a case one has in hand, with a reason, within a quota; the applicant sees it. */
export function createUnmasking(deps: Deps) {
  const { store, clock, vault, quota } = deps;
  return async (tx: Tx, caller: SignedIn, wish: Wish): Promise<Shown> => {
    const open = await heldCase(deps, caller, wish.case);
    const reason = wish.reason.trim();
    refuseNoReason(reason);
    const now = clock().getTime();
    const since = { hour: new Date(now - hourMs), day: new Date(now - 24 * hourMs) };
    const used = await store.countUnmasked(tx, caller.personId, since);
    if (used.day >= quota.perDay) await shut(deps, caller, used.day);
    if (used.hour >= quota.perHour) throw usedUp(quota);
    const id = newId();
    await store.insert(tx, {
      ...{ ...whoIs(caller), access_id: id, person_id: open.row.person_id, at: clock() },
      ...{ what: 'unmasking', fields: [...wish.fields], case_number: open.row.case_number },
      reason: vault.seal(reasonPlace(id), reason),
    });
    return { ...(await plain(deps, tx, open, wish.fields)), left: quota.perHour - used.hour - 1 };
  };
}

/** The case, in the hands of the one who asks. */
async function heldCase({ cases, ledger }: Deps, caller: SignedIn, number: string): Promise<OpenCase> {
  const key = await cases.findKeyByNumber(number.trim().toUpperCase());
  if (key === undefined) throw missingCase();
  const open = await ledger.read(key);
  const { branch, item, person_id: applicantId, holder_id: holderId = '' } = open.row;
  if (!mayReach(caller, { branch, item, applicantId })) throw missingCase();
  refuseOwn(caller, open);
  if (can(caller, 'unmask', { kind: 'case', branch, item, holderId }).allow) return open;
  throw new Problem('access.not-held', 'forbidden', '只有自己手里正在办的这件才能看完整号码，先认领再看');
}

function refuseNoReason(reason: string): void {
  if (Array.from(reason).length >= 4) return;
  const say = '写清楚为什么要看，至少 4 个字；申请人会看到';
  throw new Problem('access.reason', 'invalid', say, [{ pointer: '/reason', code: 'short', message: say }]);
}

function usedUp({ perHour }: UnmaskQuota): Problem {
  const say = `一小时内最多看 ${perHour} 次完整号码，已经用完。过一会儿再看，急用请本单位负责人看`;
  return new Problem('access.quota', 'too-many', say);
}

/** Suspends the account in a transaction of its own: the refusal that follows must not take it back. */
async function shut({ db, identity, clock, quota }: Deps, caller: SignedIn, times: number): Promise<never> {
  const { personId, assignment } = caller;
  const why = `一天内查看完整号码超过 ${quota.perDay} 次`;
  await asMachine('worker', () =>
    transaction(db, async (tx) => {
      await identity.suspendAccount(tx, { person: personId, by: personId, why });
      await publish(tx, unmaskedTooMuch({ personId, branch: assignment?.branch ?? '', times }), clock());
    }),
  );
  throw new Problem('access.suspended', 'forbidden', `${why}，账号已停用，联系本单位安全管理员`);
}

async function plain(
  { identity, situations }: Deps,
  tx: Tx,
  { row, edition, content }: OpenCase,
  fields: readonly Field[],
): Promise<Omit<Shown, 'left'>> {
  const person = await identity.inTransaction(tx, row.person_id);
  const form = situations.formOf(edition, content.answers);
  const values: FormValues = readValues(form, content.values);
  const addresses = form.questions
    .filter(({ kind }) => kind === 'address-detail')
    .flatMap(({ id }) => values[id] ?? [])
    .filter((address) => address !== '');
  const known: Record<Field, string | undefined> = {
    citizenNumber: person.citizenNumber,
    phone: person.phone,
    address: addresses.length === 0 ? undefined : [...new Set(addresses)].join('；'),
  };
  return Object.fromEntries(
    fields.flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]])),
  );
}
