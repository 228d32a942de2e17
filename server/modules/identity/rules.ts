import { checkCitizenNumber, type Fault, Problem } from '@tongban/kernel';

/** What a person types to be known: each fault says which field and what to do. */
export function faultsOf(typed: { name?: string; citizenNumber?: string; phone?: string }): Fault[] {
  return [...nameFaults(typed.name), ...numberFaults(typed.citizenNumber), ...phoneFaults(typed.phone)];
}

function nameFaults(name: string | undefined): Fault[] {
  return name === undefined || name.trim() !== ''
    ? []
    : [{ pointer: '/name', code: 'empty', message: '填写姓名' }];
}

function numberFaults(citizenNumber: string | undefined): Fault[] {
  if (citizenNumber === undefined) return [];
  const checked = checkCitizenNumber(citizenNumber);
  return checked.ok ? [] : [{ pointer: '/citizenNumber', code: checked.why, message: checked.message }];
}

function phoneFaults(phone: string | undefined): Fault[] {
  if (phone === undefined) return [];
  if (phone.trim() === '') return [{ pointer: '/phone', code: 'empty', message: '填写手机号码' }];
  return /^1\d{10}$/.test(tidyPhone(phone))
    ? []
    : [{ pointer: '/phone', code: 'shape', message: '手机号码应为 11 位数字' }];
}

/** Refuses what was typed, with all its faults. */
export function refuseFaults(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first !== undefined) throw new Problem('identity.typed', 'invalid', first.message, faults);
}

/** A phone as it is kept: half-width digits without spaces or hyphens. */
export function tidyPhone(phone: string): string {
  return phone.normalize('NFKC').replace(/[\s-]/g, '');
}
