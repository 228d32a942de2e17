import type { Procedure } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { indexes, type Parts, places, postOf } from './parts.ts';
import type { ProcedureStore } from './store/calls.ts';

/** 在办程序: petitions, reviews and lawsuits that are running elsewhere are made known, so that none is opened twice. */
export function createProcedures({ procedures, vault, clock }: Parts & { procedures: ProcedureStore }) {
  return {
    async add(tx: Tx, caller: SignedIn, wish: Procedure): Promise<{ number: string }> {
      const { number, kind, phone, citizenNumber, until } = wish;
      const person = citizenNumber?.toUpperCase();
      const isNew = await procedures.add(tx, {
        ...{
          branch: postOf(caller).branch,
          number,
          kind,
          until_day: until,
          by_id: caller.personId,
          at: clock(),
        },
        phone: phone === undefined ? undefined : vault.seal(places.procedurePhone(number), phone),
        phone_index: phone === undefined ? undefined : vault.index(indexes.phone, phone),
        citizen_number: person === undefined ? undefined : vault.seal(places.procedureNumber(number), person),
        citizen_number_index: person === undefined ? undefined : vault.index(indexes.citizenNumber, person),
      });
      if (!isNew) throw new Problem('orders.procedure-known', 'conflict', '这个编号已经登记过');
      return { number };
    },
  };
}
