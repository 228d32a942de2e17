import { mod11And10 } from './check-characters.ts';
import type { RandomBytes } from './random.ts';

export type PublicNumberFault = {
  readonly ok: false;
  readonly why: 'digit' | 'check';
  readonly message: string;
};

/** A number for people to type, digits only: the given digits and a MOD 11,10 check digit. */
export function publicNumber(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('a public number is made of digits');
  return digits + mod11And10(digits);
}

/** A pickup or verification code nobody can guess the next of: random digits and a check digit. */
export function randomPublicNumber(length: number, random: RandomBytes): string {
  let digits = '';
  while (digits.length < length - 1) {
    // 250 is the largest multiple of 10 in a byte: dropping the rest keeps every digit equally likely.
    for (const byte of random(length)) if (byte < 250) digits += String(byte % 10);
  }
  return publicNumber(digits.slice(0, length - 1));
}

/** Checks a typed public number; spaces and hyphens between groups are allowed. */
export function checkPublicNumber(
  text: string,
): { readonly ok: true; readonly number: string } | PublicNumberFault {
  const number = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{2,}$/.test(number)) return { ok: false, why: 'digit', message: '编号只有数字，请核对' };
  if (mod11And10(number.slice(0, -1)) !== number.slice(-1)) {
    return { ok: false, why: 'check', message: '编号有一位对不上，请核对' };
  }
  return { ok: true, number };
}

/** Writes a public number in groups of four, as it is printed and read aloud. */
export function groupedNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
