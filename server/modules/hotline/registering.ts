import { createHash, randomBytes } from 'node:crypto';
import type {
  OrderChannel,
  OrderKind,
  OrderReceipt,
  OrderWish,
  TakenOrder,
  VisitWish,
} from '@tongban/contract';
import { Problem, randomPublicNumber, shanghaiDay } from '@tongban/kernel';
import { asMachine, newId, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Attaching } from './attaching.ts';
import { callingPhone, refuseOthersCase } from './caller-card.ts';
import type { Ledger } from './ledger.ts';
import { type CallerFacts, orderNumber, sealedCaller } from './model.ts';
import { cityOf, indexes, type Parts, places, postOf, unitName } from './parts.ts';
import { kindRule } from './rules/order-rules.ts';
import type { ReadPost } from './rules/posts.ts';
import type { OrderStep } from './rules/steps.ts';
import type { CallStore, ProcedureStore } from './store/calls.ts';
import type { ListStore } from './store/lists.ts';
import type { Identity } from './store/tables.ts';
import { refuseVisit } from './visit-asking.ts';

export type Taking = Parts & {
  ledger: Ledger;
  calls: CallStore;
  procedures: ProcedureStore;
  lists: ListStore;
  attaching: Attaching;
};
type Deps = Taking;
type Who = { personId?: string; phone?: string; facts: CallerFacts };
type New = {
  kind: OrderKind;
  channel: OrderChannel;
  identity: Identity;
  urgent: boolean;
  title: string;
  text: string;
  desk: { branch: string; city: string };
  who: Who;
  wantsOpen?: boolean | undefined;
  about?: string | undefined;
  procedure?: string | undefined;
  files?: readonly string[];
  filesOf?: 'desk';
  post?: ReadPost;
  forum?: string | undefined;
  visit?: VisitWish | undefined;
};
/** What registering tells besides the receipt; a tip-off is put on record without its number. */
export type Registered = { receipt: OrderReceipt; orderId: string; tipOff: boolean };
type Unnamed = Pick<OrderWish, 'kind' | 'title' | 'text' | 'division' | 'notNow' | 'channel' | 'forum'>;

const keyDigits = 16;

/** 登记: an order comes into the house from the portal, the phone, a letter or a counter. */
export function createRegistering(deps: Deps) {
  const { identity, calls, attaching } = deps;
  return {
    async own(tx: Tx, caller: SignedIn, wish: OrderWish): Promise<Registered> {
      const { kind, title, text, division, files, wantsOpen, about } = wish;
      const { channel = 'web', procedure, visit } = wish;
      refuseEmergency(deps, wish);
      const anonymous = wish.identity === 'anonymous';
      if (anonymous && files.length > 0)
        throw new Problem('orders.anonymous-files', 'invalid', '匿名时不能带附件，附件会留下是谁传的');
      const person = await asMachine('worker', () => identity.person(caller.personId));
      const { name, citizenNumber, phone } = person;
      const facts = { name, ...(citizenNumber === undefined ? {} : { citizenNumber }) };
      const who = anonymous
        ? { facts: {} }
        : { personId: caller.personId, facts, ...(phone === undefined ? {} : { phone }) };
      const desk = deskFor(deps, division);
      await attaching.refuseOthers(tx, caller.personId, files);
      return register(deps, tx, {
        ...{ kind, title, text, wantsOpen, about, procedure, visit, who, files, desk },
        ...{ channel, identity: wish.identity, urgent: false, forum: wish.forum },
      });
    },
    /** Somebody who has not signed in: nothing is kept of them. */
    async unnamed(tx: Tx, wish: Unnamed): Promise<Registered> {
      refuseEmergency(deps, wish);
      const { kind, title, text, division, channel = 'web' } = wish;
      return register(deps, tx, {
        ...{ kind, title, text, who: { facts: {} }, desk: deskFor(deps, division) },
        ...{ channel, identity: 'anonymous', urgent: false, forum: wish.forum },
      });
    },
    async taken(tx: Tx, caller: SignedIn, wish: TakenOrder): Promise<Registered> {
      const { kind, title, text, channel, urgent, about, procedure, call, visit, files = [] } = wish;
      const { branch } = postOf(caller);
      await attaching.refuseOthers(tx, caller.personId, files);
      const made = await register(deps, tx, {
        ...{ kind, title, text, channel, urgent, about, procedure, visit, identity: wish.identity, files },
        ...{ filesOf: 'desk', forum: wish.forum },
        who: await whoCalls(deps, caller, wish),
        desk: { branch, city: cityOf(wish.division) },
      });
      // Of a tip-off nothing ties the number that called to what was said.
      if (call !== undefined && !made.tipOff)
        await calls.change(tx, call, { order_number: made.receipt.order });
      return made;
    },
  };
}

/** What whoever calls or stands there said of themselves, and the number they call from where they left no other. */
async function whoCalls(deps: Deps, caller: SignedIn, wish: TakenOrder): Promise<Who> {
  const { about, call } = wish;
  const calling = call === undefined ? undefined : await callingPhone(deps, caller, call);
  if (calling !== undefined && about !== undefined) await refuseOthersCase(deps, calling, about);
  if (wish.identity === 'anonymous') return { facts: {} };
  const { name, citizenNumber, phone = mayBeCalledBack(deps, wish) ? calling : undefined } = wish.caller;
  const facts = {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(citizenNumber === undefined ? {} : { citizenNumber }),
  };
  return { facts, ...(phone === undefined ? {} : { phone }) };
}

/** A tip-off is tied to no number that called. */
function mayBeCalledBack({ rules }: Deps, { kind }: TakenOrder): boolean {
  return !kindRule(rules, kind).tipOff;
}

/** 转来: what another system passes on for somebody it names or does not. */
export type PassedOn = Omit<Unnamed, 'channel' | 'forum'> & { caller?: { name?: string; phone?: string } };

/** An order another system passes on; without a name or a phone nothing is kept of who asked. */
export async function passOn(deps: Taking, tx: Tx, wish: PassedOn): Promise<Registered> {
  refuseEmergency(deps, wish);
  const { kind, title, text, division, caller: { name, phone } = {} } = wish;
  const isNamed = name !== undefined || phone !== undefined;
  return register(deps, tx, {
    ...{ kind, title, text, desk: deskFor(deps, division), channel: 'open311', urgent: false },
    identity: isNamed ? 'named' : 'anonymous',
    who: {
      facts: name === undefined ? {} : { name },
      ...(phone === undefined ? {} : { phone }),
    },
  });
}

/** 帖子: whoever posted it in public is known by the name they post under and no other. */
export function takePost(
  deps: Taking,
  tx: Tx,
  { kind, post, branch }: { kind: OrderKind; post: ReadPost; branch: string },
): Promise<Registered> {
  const { text, author } = post.cells;
  const division = deps.offices.organisations().find((one) => one.branch === branch)?.division ?? '44';
  return register(deps, tx, {
    ...{ kind, title: post.title, text, post, channel: 'social', identity: 'named', urgent: false },
    ...{ who: { facts: { name: author } }, desk: { branch, city: cityOf(division) } },
  });
}

/** The desk of a city, or of the province, that takes in what its people send. */
function deskFor({ offices }: Deps, division: string): New['desk'] {
  const desk = offices.intakeFor(division.slice(0, 4));
  if (desk === undefined) throw new Problem('orders.city', 'invalid', '选一个城市');
  return { branch: desk.branch, city: cityOf(division) };
}

async function register(deps: Deps, tx: Tx, wish: New): Promise<Registered> {
  const { clock, ledger, store, rules } = deps;
  refuseEmpty(wish);
  refuseVisit(wish);
  const now = clock();
  const on = shanghaiDay(now);
  const orderId = newId();
  const key = randomPublicNumber(keyDigits, randomBytes);
  const { city, branch: desk } = wish.desk;
  const number = orderNumber(city, on, await store.nextSequence(tx, { city, day: on }));
  const { tipOff } = kindRule(rules, wish.kind);
  const open = await ledger.begin(
    tx,
    {
      ...{ city, order_id: orderId, number, desk, channel: wish.channel, identity: wish.identity },
      ...{ key_hash: hashOf(wish.post?.cells.link ?? key), about: wish.about, received_at: now },
      ...sealedFor(deps, { orderId, tipOff, wish }),
    },
    await firstStep(deps, { wish, tipOff, on }),
  );
  const { due_on: dueOn, branch } = open.row;
  return { receipt: { order: number, key, dueOn, unit: unitName(deps, branch) }, orderId, tipOff };
}

type First = { wish: New; tipOff: boolean; on: string };

async function firstStep(deps: Deps, { wish, tipOff, on }: First): Promise<OrderStep> {
  const { kind, channel, urgent, identity, desk, files = [], filesOf, forum } = wish;
  const procedure = wish.procedure ?? (await runningOf(deps, wish.who, on));
  return {
    ...{ type: 'registered', on, kind, urgent, tipOff, secret: identity === 'secret', desk: desk.branch },
    petition: deps.rules.petitionChannels.includes(channel),
    ...(tipOff ? { unit: desk.branch } : {}),
    ...(files.length === 0 ? {} : { files, ...(filesOf === undefined ? {} : { filesOf }) }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(forum === undefined || tipOff ? {} : { forum }),
  };
}

/** 在办程序: a petition of the same phone or the same person that is running already. */
async function runningOf({ procedures, vault }: Deps, { phone, facts }: Who, today: string) {
  const { citizenNumber } = facts;
  const of = {
    phones: phone === undefined ? [] : vault.indexes(indexes.phone, phone),
    numbers:
      citizenNumber === undefined ? [] : vault.indexes(indexes.citizenNumber, citizenNumber.toUpperCase()),
  };
  const [found] = await asMachine('worker', () => procedures.running({ ...of, today }));
  return found?.number;
}

type Sealing = { orderId: string; tipOff: boolean; wish: New };

/** Who asked and what, sealed; of a tip-off even the id of the person, and the phone where nobody can look it up. */
function sealedFor(parts: Deps, { orderId, tipOff, wish }: Sealing) {
  const { vault } = parts;
  const said = {
    ...{ title: wish.title.trim(), text: wish.text.trim() },
    ...(wish.wantsOpen === true ? { wantsOpen: true } : {}),
    ...(wish.visit === undefined ? {} : { visit: wish.visit }),
    ...(wish.post === undefined ? {} : { post: sourceOf(wish.post) }),
  };
  return {
    ...(tipOff ? hiddenAsker(parts, orderId, wish.who) : plainAsker(parts, orderId, wish.who)),
    said: vault.seal(places.said(orderId), JSON.stringify(said)),
  };
}

function hiddenAsker(parts: Deps, orderId: string, { personId, phone, facts }: Who) {
  const { vault } = parts;
  const caller = sealedCaller(parts, orderId, { ...facts, ...(phone === undefined ? {} : { phone }) });
  return {
    ...{ person_id: undefined, phone: undefined, phone_index: undefined, caller: caller ?? undefined },
    owner: personId === undefined ? undefined : vault.seal(places.owner(orderId), personId),
    owner_index: personId === undefined ? undefined : vault.index(indexes.owner, personId),
  };
}

function plainAsker(parts: Deps, orderId: string, { personId, phone, facts }: Who) {
  const { vault } = parts;
  return {
    ...{ person_id: personId, owner: undefined, owner_index: undefined },
    phone: phone === undefined ? undefined : vault.seal(places.phone(orderId), phone),
    phone_index: phone === undefined ? undefined : vault.index(indexes.phone, phone),
    caller: sealedCaller(parts, orderId, facts) ?? undefined,
  };
}

/** Where a post was found. */
function sourceOf({ cells: { platform, link }, postedAt }: ReadPost) {
  return { platform, link, ...(postedAt === undefined ? {} : { postedAt: postedAt.toISOString() }) };
}

/** 紧急情况 is told by phone: its words are refused until somebody says that nothing is happening now. */
export function refuseEmergency(
  { rules }: Pick<Deps, 'rules'>,
  { title, text, notNow }: Pick<Unnamed, 'title' | 'text' | 'notNow'>,
): void {
  if (notNow === true) return;
  const said = `${title} ${text}`;
  if (rules.talk.emergencies.some(({ words }) => words.some((word) => said.includes(word))))
    throw new Problem(
      'orders.emergency-now',
      'invalid',
      '正在发生的，现在就打 110、119、120 或 122；不是正在发生的，勾选说明后再提交',
    );
}

function refuseEmpty({ title, text }: New): void {
  const faults = [...(isBlank(title) ? ['/title'] : []), ...(isBlank(text) ? ['/text'] : [])].map(
    (pointer) => ({ pointer, code: 'empty', message: '写一句要反映什么，再提交' }),
  );
  if (faults.length > 0) throw new Problem('orders.empty', 'invalid', '写一句要反映什么，再提交', faults);
}

/** Nothing but spaces, signs and marks nobody sees. */
function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** What is kept of a receipt’s code. */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
