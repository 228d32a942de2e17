import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Words } from '@tongban/contract';
import type { Clock } from '@tongban/kernel';
import type { Db } from '../../../platform/index.ts';
import { createPretendedBooks } from '../store/pretended.ts';
import type { Heard, Message, Provider, Said, Standing } from './port.ts';

type Deps = { readonly db: Db; readonly clock: Clock; readonly way: string; readonly name: Words };

/**
 * 模拟支付: a provider nobody pays real money to. It keeps its own books, signs what it says, answers when asked and makes a
 * statement, as a real one does; whether it tells of a payment at all is up to whoever plays the payer.
 */
export function createPaymentSimulator({ db, clock, way, name }: Deps): Provider {
  const secret = randomBytes(32);
  const books = createPretendedBooks(db);
  return {
    ...{ way, name, pretended: true },
    async begin({ tradeNumber, fen }) {
      await books.open(tradeNumber, fen);
      return { kind: 'pretence' };
    },
    ask: books.standing,
    close: books.close,
    async refund({ tradeNumber, fen }) {
      await books.refund(tradeNumber, fen, clock());
      return 'done';
    },
    read: (message) => Promise.resolve(readSaid(secret, message)),
    answer: (taken) => ({ status: taken ? 200 : 400, contentType: 'text/plain', body: taken ? 'ok' : 'no' }),
    statement: books.statement,
    async pretend(tradeNumber, outcome, at) {
      if (outcome === 'cancelled') {
        await books.close(tradeNumber);
        return undefined;
      }
      await books.pay(tradeNumber, at);
      const standing = await books.standing(tradeNumber);
      return standing.state === 'paid' ? sayPaid(secret, standing.paid) : undefined;
    },
  };
}

function sayPaid(secret: Buffer, paid: Extract<Standing, { state: 'paid' }>['paid']): Said {
  const bytes = Buffer.from(JSON.stringify({ ...paid, at: paid.at.toISOString() }));
  return { headers: { 'x-signature': signatureOf(secret, bytes) }, bytes };
}

function readSaid(secret: Buffer, { header, bytes }: Message): Heard {
  const given = Buffer.from(header('x-signature') ?? '');
  const own = Buffer.from(signatureOf(secret, bytes));
  if (given.length !== own.length || !timingSafeEqual(given, own)) return { ok: false, why: 'signature' };
  const said = JSON.parse(bytes.toString()) as { at: string } & Record<
    'tradeNumber' | 'transaction',
    string
  > & {
      fen: number;
      currency: string;
    };
  return { ok: true, said: 'paid', paid: { ...said, at: new Date(said.at) } };
}

function signatureOf(secret: Buffer, bytes: Buffer): string {
  return createHmac('sha256', secret).update(bytes).digest('hex');
}
