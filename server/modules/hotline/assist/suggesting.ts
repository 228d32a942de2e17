import { addDays } from '@tongban/calendar';
import type { AskSuggestions, LikeOrder, OrderSuggestions } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { duplicateAt, type Likeness, likeness, type Told } from '@tongban/scoring';
import type { SignedIn } from '../../../platform/index.ts';
import { callingPhone, ordersOfCaller } from '../caller-card.ts';
import { callerIn, saidIn } from '../model.ts';
import { indexes, unitName } from '../parts.ts';
import { kindRule } from '../rules/order-rules.ts';
import type { OrderRow } from '../store/tables.ts';
import { type Shared, scopesOf } from './parts.ts';
import { kindsOf, mattersOf, toldOf, veiledBlocks } from './reading.ts';

const shortest = 4;
const most = { duplicates: 5, replies: 5, items: 5, keptTold: 5000 };
const mostAsked = 2000;
/** So much of a text is looked for among the names of items. */
const mostNamed = 24;
/** What is told later than this after an event is hardly told of it; kept in days. */
const memory = 30;
/** Less like than this is not worth a look; of the same person less is enough, for people tell one event in many ways. */
const leastLike = 0.3;
const leastLikeOwn = 0.02;

/** 边听边提示: what kind of order a text is likely to be, orders like it, and what to answer. Nothing asked is kept. */
export function createSuggesting(shared: Shared) {
  const tell = createTelling(shared);
  return async (caller: SignedIn, asked: AskSuggestions): Promise<OrderSuggestions> => {
    const text = [asked.title ?? '', asked.text].join(' ').trim().slice(0, mostAsked);
    const guessed = guesses(shared, text);
    if (text.length < shortest) return { ...guessed, duplicates: [], replies: [], items: [] };
    const [duplicates, replies] = await Promise.all([
      likeOnes({ ...shared, tell }, caller, { ...asked, text }),
      shared.knowledge.library.suggest(caller, text, most.replies),
    ]);
    return {
      ...guessed,
      duplicates,
      replies,
      items: itemsFor(shared, { ...guessed, chosen: asked.matter }, text),
    };
  };
}

type Guesses = Pick<OrderSuggestions, 'ready' | 'kinds' | 'matters'>;

function guesses({ keeper, words, rules }: Shared, text: string): Guesses {
  const model = keeper.model();
  if (model === undefined) return { ready: false, kinds: [], matters: [] };
  if (text.length < shortest) return { ready: true, kinds: [], matters: [] };
  const tokens = words.cutFine(text);
  return {
    ready: true,
    kinds: kindsOf(model, tokens).map(({ kind, confidence, words: led }) => ({
      ...{ kind, confidence, words: [...led], name: kindRule(rules, kind).name },
    })),
    matters: mattersOf(model, tokens).flatMap(({ label, confidence, words: led }) => {
      const matter = rules.matters.find(({ id }) => id === label);
      return matter === undefined ? [] : [{ matter: label, name: matter.name, confidence, words: [...led] }];
    }),
  };
}

/** Items of the matter that was chosen and of likely ones first, then those the words themselves name. */
function itemsFor(
  { catalogue, itemsOf }: Shared,
  { matters, chosen }: Pick<Guesses, 'matters'> & { chosen: string | undefined },
  text: string,
): OrderSuggestions['items'] {
  const cards = catalogue.search({ limit: 1000 }).hits;
  const likely = matters.filter(({ confidence }) => confidence >= leastLike);
  const matterIds = [chosen ?? [], likely.map(({ matter }) => matter)].flat();
  const named = matterIds.flatMap((matter) => itemsOf(matter));
  const ofMatters = named.flatMap((id) => cards.find(({ item }) => item === id) ?? []);
  const isFull = ofMatters.length >= most.items;
  const found = isFull ? [] : catalogue.search({ q: text.slice(0, mostNamed), limit: most.items }).hits;
  const all = new Map([...ofMatters, ...found].map(({ item, name }) => [item, name]));
  return [...all].slice(0, most.items).map(([item, name]) => ({ item, name }));
}

type Telling = ReturnType<typeof createTelling>;

/** Orders cut into words once, for they do not change; only so many are remembered. */
function createTelling(shared: Shared) {
  const kept = new Map<string, Told>();
  return (row: OrderRow): Told => {
    const known = kept.get(row.order_id);
    if (known !== undefined) return known;
    const { title, text } = saidIn(shared, row);
    const asker = callerIn(shared, row).phone ?? row.person_id;
    const fresh = toldOf(shared.words, {
      ...{ text: `${title} ${text}`, day: shanghaiDay(row.received_at), matter: row.matter },
      ...(asker === undefined ? {} : { person: saidBy(shared, asker) }),
    });
    const [oldest] = kept.keys();
    if (kept.size >= most.keptTold && oldest !== undefined) kept.delete(oldest);
    kept.set(row.order_id, fresh);
    return fresh;
  };
}

function saidBy({ vault }: Pick<Shared, 'vault'>, asker: string): string {
  return vault.index(indexes.saidBy, asker).toString('hex');
}

function isLikeEnough({ score, because }: Likeness): boolean {
  return score >= (because.includes('person') ? leastLikeOwn : leastLike);
}

type Sitting = { caller: SignedIn; call: string; from: string };

/** 同一个人: the number of a call of this operator, and what was asked lately from it or by the person known under it. */
async function whoCalls(shared: Shared, { caller, call, from }: Sitting) {
  const phone = await callingPhone(shared, caller, call);
  const orders = await ordersOfCaller(shared, phone);
  return { phone, orders: orders.filter(({ received_at: at }) => shanghaiDay(at) >= from) };
}

async function likeOnes(
  shared: Shared & { tell: Telling },
  caller: SignedIn,
  { text, phone: typed, order, call }: AskSuggestions,
): Promise<LikeOrder[]> {
  const { index, words, veil, clock, tell, rarity } = shared;
  const today = shanghaiDay(clock());
  const span = { from: addDays(today, -memory), to: today };
  const calling = call === undefined ? undefined : await whoCalls(shared, { caller, call, from: span.from });
  const phone = typed ?? calling?.phone;
  const told = toldOf(words, {
    ...{ text, day: today },
    ...(phone === undefined ? {} : { person: saidBy(shared, phone) }),
  });
  const near = await index.like(veiledBlocks(told, veil), { scopes: scopesOf(shared, caller), span });
  const ownOnes = new Map(calling?.orders.map((row) => [row.order_id, row]));
  const toldBy = (row: OrderRow): Told =>
    ownOnes.has(row.order_id) && told.person !== undefined
      ? { ...tell(row), person: told.person }
      : tell(row);
  return [...new Map([...near.map((row) => [row.order_id, row] as const), ...ownOnes]).values()]
    .filter(({ number }) => number !== order)
    .map((row) => ({ row, ...likeness(told, toldBy(row), rarity) }))
    .filter(isLikeEnough)
    .toSorted((a, b) => b.score - a.score || (a.row.number < b.row.number ? 1 : -1))
    .slice(0, most.duplicates)
    .map(({ row, score, because }) => ({
      ...{ order: row.number, title: saidIn(shared, row).title, kind: row.kind, stage: row.stage },
      ...{ unit: unitName(shared, row.branch), receivedAt: row.received_at.toISOString() },
      ...{ score, same: score >= duplicateAt, because: [...because] },
    }));
}
