import type { Procedure, ProcedureRow } from '@tongban/contract';
import {
  checkCitizenNumber,
  type Fault,
  maskCitizenNumber,
  maskPhone,
  Problem,
  shanghaiDay,
} from '@tongban/kernel';
import type { SignedIn, Tx } from '../../platform/index.ts';
import { indexes, type Parts, places, postOf, unitName } from './parts.ts';
import type { ProcedureStore } from './store/calls.ts';
import type { ProcedureRow as KeptProcedure } from './store/tables.ts';
import { procedureNames } from './words.ts';

type Deps = Parts & { procedures: ProcedureStore };
const mostShown = 50;

/** 在办程序: petitions, reviews and lawsuits that are running elsewhere are made known, so that none is opened twice. */
export function createProcedures(deps: Deps) {
  const { procedures, clock } = deps;
  return {
    async list(caller: SignedIn, q: string): Promise<{ procedures: ProcedureRow[]; more: boolean }> {
      const { branch } = postOf(caller);
      const rows = await procedures.page({
        ...{ branch, today: shanghaiDay(clock()), q: q.trim(), limit: mostShown + 1 },
      });
      return {
        procedures: rows.slice(0, mostShown).map((row) => shownOf(deps, row)),
        more: rows.length > mostShown,
      };
    },
    async add(tx: Tx, caller: SignedIn, wish: Procedure): Promise<{ number: string }> {
      refuseNobody(wish);
      const { kind, until } = wish;
      const number = wish.number.trim();
      const isNew = await procedures.add(tx, {
        ...{ branch: postOf(caller).branch, number, kind, until_day: until },
        ...{ by_id: caller.personId, at: clock(), ended_at: undefined, ended_by: undefined },
        ...whoseOf(deps, number, wish),
      });
      if (!isNew) throw new Problem('orders.procedure-known', 'conflict', '这个编号已经登记过');
      return { number };
    },
    async end(tx: Tx, caller: SignedIn, number: string): Promise<{ number: string }> {
      const { branch } = postOf(caller);
      const isEnded = await procedures.end(tx, { number, branch, by: caller.personId, at: clock() });
      if (!isEnded) throw new Problem('orders.procedure-missing', 'missing', '没有这件在办程序，或已经结束');
      return { number };
    },
  };
}

/** Whose it is, sealed, and by what an order of theirs is recognised. */
function whoseOf({ vault }: Deps, number: string, { phone, citizenNumber }: Procedure) {
  const checked = citizenNumber === undefined ? undefined : checkCitizenNumber(citizenNumber);
  const person = checked?.ok === true ? checked.number : undefined;
  return {
    phone: phone === undefined ? undefined : vault.seal(places.procedurePhone(number), phone),
    phone_index: phone === undefined ? undefined : vault.index(indexes.phone, phone),
    citizen_number: person === undefined ? undefined : vault.seal(places.procedureNumber(number), person),
    citizen_number_index: person === undefined ? undefined : vault.index(indexes.citizenNumber, person),
  };
}

function shownOf(deps: Deps, row: KeptProcedure): ProcedureRow {
  const { vault } = deps;
  const { number, kind, phone, citizen_number: person, until_day: until, branch } = row;
  return {
    ...{ number, kindName: procedureNames[kind] ?? kind, until, unit: unitName(deps, branch) },
    ...(phone === undefined ? {} : { phone: maskPhone(vault.open(places.procedurePhone(number), phone)) }),
    ...(person === undefined
      ? {}
      : { citizenNumber: maskCitizenNumber(vault.open(places.procedureNumber(number), person)) }),
  };
}

/** What names nobody is recognised by nobody; a number that cannot be anybody’s is a slip of the pen. */
function refuseNobody({ number, phone, citizenNumber }: Procedure): void {
  const faults: Fault[] = [];
  if (number.trim().length < 2) faults.push({ pointer: '/number', code: 'empty', message: '填上程序的编号' });
  if (phone === undefined && citizenNumber === undefined)
    faults.push({ pointer: '/phone', code: 'nobody', message: '填电话或身份证号码，不然认不出是谁的' });
  const checked = citizenNumber === undefined ? undefined : checkCitizenNumber(citizenNumber);
  if (checked !== undefined && !checked.ok)
    faults.push({ pointer: '/citizenNumber', code: checked.why, message: checked.message });
  const [first] = faults;
  if (first !== undefined) throw new Problem('orders.procedure-unclear', 'invalid', first.message, faults);
}
