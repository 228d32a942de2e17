import { Problem } from '@tongban/kernel';
import Type from 'typebox';
import { Compile } from 'typebox/schema';
import { type Db, transaction } from '../../platform/index.ts';
import { isSignedBy, type SmsPeer } from './ports/sms-http.ts';
import type { DeliveryStore } from './store/deliveries.ts';

type Parts = { db: Db; clock: () => Date; deliveries: DeliveryStore; peers: readonly SmsPeer[] };
type Signed = { timestamp: string; nonce: string; signature: string; body: string };

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const Receipt = Type.Object({
  reference: Type.String({ pattern: uuid }),
  state: Type.Enum(['delivered', 'failed']),
  why: Type.Optional(Type.String({ maxLength: 100 })),
});
const checker = Compile(Receipt);

/** 回执: what a gateway tells of a message it took over. The signature is looked at before anything else. */
export function createReceipts({ db, clock, deliveries, peers }: Parts) {
  return {
    async receipt(provider: string, signed: Signed): Promise<void> {
      const peer = peers.find((one) => one.provider === provider);
      const now = clock();
      if (peer === undefined || !isSignedBy(peer, signed, now))
        throw new Problem('notices.signature', 'forbidden', '签名对不上，回执没有收下');
      const told = parsed(signed.body);
      if (!checker.Check(told)) throw new Problem('notices.receipt', 'invalid', '回执里缺少编号或状态');
      const { reference: delivery, state, why } = told;
      const about = { delivery, provider, state, now };
      await transaction(db, (tx) =>
        deliveries.confirm(tx, why === undefined ? about : { ...about, why: `receipt-${why}` }),
      );
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
