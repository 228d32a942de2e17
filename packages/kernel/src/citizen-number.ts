import { citizenCheck } from './check-characters.ts';
import { type Day, findCompactDay } from './day.ts';

export type Sex = 'male' | 'female';

/** Whose number it is, told by its first digits: a citizen's, a 港澳台 residence permit's, or a 外国人永久居留身份证's. */
export type NumberHolder = 'citizen' | 'hong-kong' | 'macao' | 'taiwan' | 'permanent-resident';

export type CitizenNumberFault = {
  readonly ok: false;
  readonly why: 'length' | 'digit' | 'date' | 'division' | 'check';
  /** Which character is wrong, counted from 1. */
  readonly at?: number;
  readonly message: string;
  readonly messageEn: string;
};

export type CitizenNumber = {
  readonly ok: true;
  readonly number: string;
  readonly holder: NumberHolder;
  readonly birthDate: Day;
  readonly sex: Sex;
};

/** Full-width digits, spaces and a small x are how people type; they are not mistakes. */
export function tidyNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * 公民身份号码 (GB 11643): checks shape, birth date and check character, and names the first thing wrong.
 * It does not ask whether the division exists: divisions are abolished and renamed, old numbers stay in force,
 * and invented people carry numbers from divisions (99xxxx) that no one can hold.
 */
export function checkCitizenNumber(text: string): CitizenNumber | CitizenNumberFault {
  const number = tidyNumber(text);
  if (number.length !== 18) {
    return fault('length', undefined, [
      `身份证号码应为 18 位，现在是 ${number.length} 位`,
      `An ID number has 18 characters; this one has ${number.length}`,
    ]);
  }
  const odd = number.search(/[^0-9]/);
  if (odd !== -1 && odd !== 17) return wrongDigit(odd + 1);
  if (!/[0-9X]$/.test(number)) return wrongDigit(18);
  return checkParts(number);
}

function checkParts(number: string): CitizenNumber | CitizenNumberFault {
  const holder = holderOf(number);
  if (holder === undefined) {
    return fault('division', 1, [
      '身份证号码开头 6 位对不上，请核对',
      'The first 6 digits of the ID number are wrong; check them',
    ]);
  }
  const birthDate = findCompactDay(number.slice(6, 14));
  if (birthDate === undefined || birthDate < '1800-01-01') {
    return fault('date', 7, [
      '身份证号码第 7 至 14 位应是出生日期，请核对',
      'Characters 7 to 14 of the ID number are a birth date; check them',
    ]);
  }
  if (citizenCheck(number.slice(0, 17)) !== number.charAt(17)) {
    return fault('check', 18, [
      '身份证号码第 18 位对不上，请核对',
      'Character 18 of the ID number does not match; check the number',
    ]);
  }
  return {
    ok: true,
    number,
    holder,
    birthDate,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
  };
}

/** Old 外国人永久居留身份证 (2017 card): three letters and twelve digits. Its check digit is not verified here. */
export function isOldPermanentResidentNumber(text: string): boolean {
  return /^[A-Z]{3}\d{12}$/.test(tidyNumber(text));
}

function holderOf(number: string): NumberHolder | undefined {
  const first = number.charAt(0);
  if (first === '0') return undefined;
  if (first === '8') return compatriots.get(number.slice(0, 6));
  // A permanent resident's number is 9 + province + country; no province code begins with 9, so 99xxxx stays free.
  return first === '9' && /^[1-8]/.test(number.slice(1)) ? 'permanent-resident' : 'citizen';
}

const compatriots: ReadonlyMap<string, NumberHolder> = new Map([
  ['810000', 'hong-kong'],
  ['820000', 'macao'],
  ['830000', 'taiwan'],
]);

function wrongDigit(at: number): CitizenNumberFault {
  const [zh, en] = at === 18 ? ['数字或 X', 'a digit or X'] : ['数字', 'a digit'];
  return fault('digit', at, [
    `身份证号码第 ${at} 位应是${zh}，请核对`,
    `Character ${at} of the ID number must be ${en}; check it`,
  ]);
}

function fault(
  why: CitizenNumberFault['why'],
  at: number | undefined,
  [message, messageEn]: readonly [string, string],
): CitizenNumberFault {
  return { ok: false, why, ...(at === undefined ? {} : { at }), message, messageEn };
}
