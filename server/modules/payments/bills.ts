import type { Words } from '@tongban/contract';
import { type Clock, shanghaiDay } from '@tongban/kernel';
import Type from 'typebox';
import { type Jobs, job, postSigned, readSigned, type SignedPeer } from '../../platform/index.ts';
import type { LateRule } from './rules.ts';

/** 非税缴款单: what the non-tax revenue system says under one number. */
export type Bill = {
  readonly billNumber: string;
  readonly payerNumber: string;
  readonly kind: 'fee' | 'fine';
  readonly title: Words;
  readonly payee: string;
  readonly fen: number;
  readonly basis: string;
  /** The place whose office the money is for. */
  readonly division: string;
  /** The item it belongs to, which may say what paying late costs. */
  readonly item?: string;
  readonly dueOn?: string;
};

/** 非税系统: finds a bill by its number and is told when it has been paid. */
export type BillSource = {
  readonly find: (billNumber: string) => Promise<Bill | undefined>;
  readonly paid: (told: { billNumber: string; fen: number; at: Date; reference: string }) => Promise<void>;
};

/** Tells the non-tax system of a bill that has been paid, again until it has taken it over. */
export const billPaidJob = job(
  'payments.bill-paid',
  Type.Object({
    billNumber: Type.String(),
    fen: Type.Integer(),
    at: Type.String(),
    reference: Type.String(),
  }),
);

export function tellBills({ jobs, bills }: { jobs: Jobs; bills: BillSource }): void {
  jobs.handle(billPaidJob, ({ at, ...told }) => bills.paid({ ...told, at: new Date(at) }));
}

/** What an item says of paying late. */
export type LateRuleOf = (item: string, division: string) => Promise<LateRule | undefined>;

/** A bureau that is connected to no non-tax system knows no bills. */
export function createNoBills(): BillSource {
  return { find: () => Promise.resolve(undefined), paid: () => Promise.resolve() };
}

/**
 * Speaks to the non-tax system by signed JSON: `{"find": NUMBER}` answers `{"bill": …}` or `{}`, `{"paid": …}` is taken over
 * by any 2xx. What it answers must carry its own signature.
 */
export function createBillsHttp(peer: SignedPeer): BillSource {
  return {
    async find(billNumber) {
      const answer = (await readSigned(peer, await postSigned(peer, { find: billNumber }))) as {
        bill?: Bill;
      };
      return answer.bill;
    },
    async paid({ at, ...told }) {
      await postSigned(peer, { paid: { ...told, at: at.toISOString() } });
    },
  };
}

/** 模拟缴款单: two invented fines of the first invented citizen, one of them overdue, under numbers the demo tells. */
export function createBillsSimulator(payerNumber: string | undefined, clock: Clock): BillSource {
  return {
    find(billNumber) {
      const dueInDays = demoBills[billNumber];
      if (dueInDays === undefined || payerNumber === undefined) return Promise.resolve(undefined);
      const dueOn = shanghaiDay(new Date(clock().getTime() + dueInDays * dayMs));
      return Promise.resolve({ ...demoBill, billNumber, dueOn, payerNumber });
    },
    paid: () => Promise.resolve(),
  };
}

const dayMs = 86_400_000;
/** In how many days each has to be paid. */
const demoBills: Readonly<Record<string, number>> = {
  '99012026000000000018': 15,
  '99012026000000000026': -5,
};

const demoBill: Omit<Bill, 'payerNumber' | 'billNumber' | 'dueOn'> = {
  kind: 'fine',
  title: { zh: '交通违法罚款（示例）', en: 'Traffic fine (demo)' },
  payee: '示例·交警大队',
  fen: 20_000,
  basis: '示例缴款单，不是真实处罚',
  division: '4419',
  item: 'violation-pay',
};
