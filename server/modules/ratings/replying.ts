import { Problem, shanghaiDay } from '@tongban/kernel';
import Type from 'typebox';
import { Compile } from 'typebox/schema';
import { type Tx, transaction } from '../../platform/index.ts';
import { isFromGateway, type SmsPeer } from '../notices/index.ts';
import { indexesOf } from './inviting.ts';
import type { Keep } from './keeping.ts';
import type { Parts } from './parts.ts';
import type { Invited } from './store/invitations.ts';
import { sentences } from './words.ts';

type Deps = Parts & { keep: Keep; peers: readonly SmsPeer[] };
type Signed = { timestamp: string; nonce: string; signature: string; body: string };

const Reply = Type.Object({
  /** 网关的消息编号: the same answer handed on twice bears the same. */
  message: Type.String({ minLength: 1, maxLength: 100 }),
  phone: Type.String({ pattern: '^(\\+?86)?1[0-9]{10}$' }),
  text: Type.String({ maxLength: 1000 }),
});
const checker = Compile(Reply);
const longest = 500;
/** “3 个窗口” is no answer: a figure stands alone, or ends with a space or a mark. */
const answerShape = /^\s*([1-5])(?:[\s,.。:、;!]+([\s\S]*))?$/;

/** 短信评价: an answer to the invitation, handed on by the gateway; the first figure is the level, the rest is what was said. */
export function createReplying(parts: Deps) {
  const { db, clock, peers, store } = parts;
  return {
    async reply(provider: string, signed: Signed): Promise<void> {
      const peer = peers.find((one) => one.provider === provider);
      const now = clock();
      if (peer === undefined || !isFromGateway(peer, signed, now)) throw refused('signature', 'forbidden');
      const told = parsed(signed.body);
      if (!checker.Check(told)) throw refused('reply', 'invalid');
      const phone = told.phone.slice(-11);
      await transaction(db, async (tx) => {
        if (!(await store.takeReply(tx, { provider, message: told.message, at: now }))) return;
        const invited = await store.invitedAt(tx, indexesOf(parts, phone), shanghaiDay(now));
        // What follows a rating is talk, and rates nothing else.
        if (invited === undefined || (await store.ratingOf(tx, invited.service.service_id))) return;
        await answer(parts, tx, { invited, phone, text: told.text });
      });
    },
  };
}

type Answer = { invited: Invited; phone: string; text: string };

async function answer(parts: Deps, tx: Tx, { invited, phone, text }: Answer): Promise<void> {
  const said = levelIn(text);
  if (said === undefined) return explain(parts, tx, { invited, phone });
  await parts.keep(tx, invited.service, {
    ...{ level: said.level, reasons: [], channel: 'sms', phone },
    ...(said.rest === '' ? {} : { say: said.rest.slice(0, longest) }),
  });
}

/** Told once how to answer; whoever goes on writing is left alone. */
async function explain({ store, notices, names }: Deps, tx: Tx, { invited, phone }: Omit<Answer, 'text'>) {
  const { service } = invited;
  if (!(await store.noteUnclear(tx, service.service_id))) return;
  const facts = { item: await names.item(service.item) };
  await notices.tell(tx, { phone, event: 'ratings.reply-unclear', facts });
}

/** 回复里的等级: one figure from 1 to 5 at the beginning, also a wide one, and what follows it. */
export function levelIn(text: string): { level: number; rest: string } | undefined {
  const [, figure, rest = ''] = answerShape.exec(text.normalize('NFKC')) ?? [];
  return figure === undefined ? undefined : { level: Number(figure), rest: rest.trim() };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refused(why: 'signature' | 'reply', kind: 'forbidden' | 'invalid'): Problem {
  return new Problem(`ratings.${why}`, kind, sentences[`ratings.${why}`]?.zh ?? why);
}
