import type { Procedure } from '@tongban/contract';
import { checkCitizenNumber } from '@tongban/kernel';
import { orderWords } from './words.ts';

/** 在办程序 as it is being typed. */
export type NewProcedure = {
  readonly number: string;
  readonly kind: Procedure['kind'];
  readonly phone: string;
  readonly citizenNumber: string;
  readonly until: string;
};
export const blankProcedure: NewProcedure = {
  ...{ number: '', kind: 'petition', phone: '', citizenNumber: '', until: '' },
};

/** What is still missing before it may be made known; undefined where nothing is. */
export function lackingIn(typed: NewProcedure, today: string): string | undefined {
  const { need } = orderWords.procedures;
  const [phone, person] = [digitsOf(typed.phone), typed.citizenNumber.trim()];
  if (typed.number.trim().length < 2) return need.number;
  if (phone === '' && person === '') return need.somebody;
  if (phone !== '' && !/^\+?\d{3,20}$/.test(phone)) return need.phone;
  const checked = person === '' ? undefined : checkCitizenNumber(person);
  if (checked !== undefined && !checked.ok) return checked.message;
  return typed.until < today ? need.until : undefined;
}

export function procedureOf(typed: NewProcedure): Procedure {
  const { number, kind, until } = typed;
  const [phone, citizenNumber] = [digitsOf(typed.phone), typed.citizenNumber.trim()];
  return {
    ...{ number: number.trim(), kind, until },
    ...(phone === '' ? {} : { phone }),
    ...(citizenNumber === '' ? {} : { citizenNumber }),
  };
}

function digitsOf(phone: string): string {
  return phone.replace(/[\s-]/g, '');
}
