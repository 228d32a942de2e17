import { checkPublicNumber, Problem } from '@tongban/kernel';

/** 扫到的码: a case number, the pickup code of a collection slip, or the slip's verify code. */
export type Scan =
  | { by: 'number'; number: string }
  | { by: 'pickup'; code: string }
  | { by: 'slip'; code: string };

const pickupDigits = 8;
const verifyDigits = 16;

/** Reads what a barcode gun or a hand typed: any spacing, any case, a whole verify address, a trailing Enter. */
export function readScan(typed: string): Scan {
  const text = typed
    .normalize('NFKC')
    .replace(/^.*\/verify\//s, '')
    .replace(/[\s-]+$/, '')
    .trim();
  const digits = text.replace(/[\s-]/g, '');
  if (/^\d+$/.test(digits) && [pickupDigits, verifyDigits].includes(digits.length)) {
    const checked = checkPublicNumber(digits);
    if (!checked.ok) throw wrong('取件码有一位对不上，照凭证再输一次');
    const by = digits.length === pickupDigits ? 'pickup' : 'slip';
    return { by, code: checked.number };
  }
  const number = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9-]{6,50}$/.test(number)) throw wrong('这不是取件码，也不是办件编号，照凭证再输一次');
  return { by: 'number', number };
}

function wrong(say: string): Problem {
  return new Problem('issue.code', 'invalid', say, [{ pointer: '/code', code: 'code', message: say }]);
}
