import type { Collection } from '@tongban/contract';
import { checkCitizenNumber, maskName, Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../../platform/index.ts';
import { actorOf } from '../actors.ts';
import { tellWindow } from '../counter.ts';
import { refused } from '../ledger.ts';
import { verdictOf } from '../permitted.ts';
import { refuseUnreached } from './collecting.ts';
import type { IssueParts } from './parts.ts';
import type { CollectedCase, CollectionRow } from './store.ts';

type At = { collection: string };
type Card = { name: string; citizenNumber: string };

/** 核对、签名、交付: the three steps at the issue desk, each only after the one before. */
export function createHanding(parts: IssueParts) {
  const { store, box, view } = parts;
  const locked = async (tx: Tx, caller: SignedIn, { collection }: At): Promise<CollectionRow> => {
    const row = await store.lockCollection(tx, collection);
    if (row === undefined || row.clerk_id !== caller.personId) throw missing();
    return row;
  };
  const kept = async (tx: Tx, row: CollectionRow): Promise<Collection> => {
    await store.updateCollection(tx, row);
    if (row.window_id !== undefined) await tellWindow(tx, row.window_id);
    return view.collection(row, box.open(row));
  };
  return {
    async get(caller: SignedIn, { collection }: At): Promise<Collection> {
      const row = await store.collection(collection);
      if (row === undefined || row.clerk_id !== caller.personId) throw missing();
      return view.collection(row, box.open(row));
    },
    async verify(tx: Tx, caller: SignedIn, asked: At & Card & { authority?: string }): Promise<Collection> {
      const row = await locked(tx, caller, asked);
      return kept(tx, await verified(parts, tx, { caller, row, ...asked }));
    },
    async askSignature(tx: Tx, caller: SignedIn, asked: At & { paper?: string }): Promise<Collection> {
      const row = await locked(tx, caller, asked);
      if (!row.verified) throw new Problem('issue.unverified', 'conflict', '先核对来领的人的证件，再签名');
      const note = asked.paper?.trim() ?? '';
      if (note !== '') return kept(tx, box.with({ ...row, signature: 'paper' }, { note }));
      const window = caller.assignment?.window;
      if (window === undefined) {
        throw new Problem('issue.no-window', 'conflict', '您的岗位没有窗口，没有群众屏可用。改用纸上签名');
      }
      return kept(tx, { ...row, signature: 'asked', window_id: window });
    },
    async handOver(tx: Tx, caller: SignedIn, asked: At & { cases: readonly string[] }): Promise<Collection> {
      const row = await locked(tx, caller, asked);
      if (row.signature !== 'signed' && row.signature !== 'paper') {
        throw new Problem('issue.unsigned', 'conflict', '来领的人还没有签名。请他在群众屏上签，或在纸上签');
      }
      const wanted = asked.cases.map((number) => caseNamed(row, number));
      const to = receiverOf(await parts.identity.person(row.person_id), box.open(row).agent);
      for (const one of wanted) await handOne(parts, tx, { caller, one, to });
      const cases = row.cases.map((one) => (wanted.includes(one) ? { ...one, handed: true } : one));
      return kept(tx, { ...row, cases, handed_at: parts.clock() });
    },
  };
}

type Verifying = Card & { caller: SignedIn; row: CollectionRow; authority?: string };

/** The card is the applicant's, or it is somebody's who brings a letter of authority. */
async function verified(
  { identity, files, box }: IssueParts,
  tx: Tx,
  asked: Verifying,
): Promise<CollectionRow> {
  const { row, caller, authority } = asked;
  const checked = checkCitizenNumber(asked.citizenNumber);
  if (!checked.ok) throw faulty('/citizenNumber', checked.message);
  const person = await identity.person(row.person_id);
  const name = tidy(asked.name);
  const again = { ...row, verified: true, signature: 'none' } as const;
  if (checked.number === person.citizenNumber) {
    if (name !== tidy(person.name)) throw faulty('/name', '证件上的姓名和申请人对不上，核对后再来');
    return { ...again, sealed: undefined, authority_id: undefined };
  }
  if (authority === undefined) {
    const say = '证件不是申请人本人的。代领要有委托书，把委托书拍照上传再核对';
    throw new Problem('issue.other-person', 'conflict', say);
  }
  const [letter] = await files.mine(tx, caller.personId, [authority]);
  if (letter?.complete !== true)
    throw new Problem('issue.authority', 'conflict', '委托书还没有传完，传完再核对');
  await files.letRead(tx, [authority], row.branch);
  const agent = { name, citizenNumber: checked.number };
  return box.with({ ...again, authority_id: authority }, { agent });
}

/** One result leaves the desk: an action of its own case, naming the receiver, masked. */
async function handOne(
  { ledger, pickups }: IssueParts,
  tx: Tx,
  { caller, one, to }: { caller: SignedIn; one: CollectedCase; to: string },
): Promise<void> {
  const open = await ledger.lock(tx, one);
  refuseUnreached(caller, open);
  const verdict = verdictOf('hand-over', open, caller);
  if (!verdict.ok) throw refused(verdict);
  await ledger.save(tx, await ledger.give(tx, open, { type: 'hand-over', by: actorOf(caller), to }));
  await pickups.end(tx, open);
}

function caseNamed({ cases }: CollectionRow, number: string): CollectedCase {
  const found = cases.find((one) => one.number === number && !one.handed);
  if (found !== undefined) return found;
  throw new Problem('issue.not-here', 'conflict', `${number} 不在这次要领的里面，重新扫码再看`);
}

function receiverOf({ name }: { name: string }, agent: Card | undefined): string {
  return agent === undefined ? `${maskName(name)}（本人）` : `${maskName(agent.name)}（凭委托书代领）`;
}

/** Names compare without spaces and with one kind of middle dot. */
function tidy(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[•・‧∙]/g, '·');
}

function faulty(pointer: string, message: string): Problem {
  return new Problem('issue.card', 'invalid', message, [{ pointer, code: 'card', message }]);
}

function missing(): Problem {
  return new Problem('issue.collection', 'missing', '没有这次领取，重新扫码');
}
