import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseNumber, findCaseNumberParts } from './case-number.ts';
import { parseItemCode } from './item-code.ts';
import { checkLicenceIdentifier, licenceIdentifier } from './licence-identifier.ts';
import { checkPublicNumber, groupedNumber, publicNumber, randomPublicNumber } from './public-number.ts';

const anyDigits = fc
  .array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 15 })
  .map((digits) => digits.join(''));

describe('parseItemCode', () => {
  test('a code of 31 characters is taken apart', () => {
    expect(parseItemCode('11440100007482575H3440118009000')).toEqual({
      ok: true,
      code: '11440100007482575H3440118009000',
      organisation: '11440100007482575H',
      level: 3,
      basic: '440118009000',
      province: '44',
      type: '01',
      main: '18009',
      sub: '000',
    });
  });

  test.each([
    '11440000MB2D0164XH2440289876000',
    '11370800MB285591843370117002011',
    '12441500196720244T3442199806003',
  ])('%s is an item code', (code) => {
    expect(parseItemCode(code).ok).toBe(true);
  });

  test('the 33-character form carries the handling sequence', () => {
    expect(parseItemCode('11440100007482575H344011800900001')).toMatchObject({ ok: true, handling: '01' });
  });

  test('a wrong length and a wrong credit code inside are told apart', () => {
    expect(parseItemCode('11440100007482575H34401180090')).toMatchObject({ ok: false, why: 'pattern' });
    expect(parseItemCode('11440100007482576H3440118009000')).toMatchObject({
      ok: false,
      why: 'organisation',
    });
  });
});

describe('licence identifiers', () => {
  test.each([
    '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
    '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
    '1.2.156.3005.2.11100000000013127D001.11440100007482575H.00000000000000000001.001.P',
  ])('%s passes and is written back the same', (identifier) => {
    const verdict = checkLicenceIdentifier(identifier);
    expect(verdict.ok && licenceIdentifier(verdict)).toBe(identifier);
  });

  test('an identifier with a redacted serial is refused', () => {
    const redacted =
      '1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M';
    expect(checkLicenceIdentifier(redacted)).toMatchObject({ ok: false, why: 'check' });
    expect(checkLicenceIdentifier('1.2.156.3005.2.1.2')).toMatchObject({ ok: false, why: 'shape' });
  });

  test('every change of one serial character is detected', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const anySerial = fc.array(fc.constantFrom(...alphabet), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(anySerial, fc.nat(19), fc.constantFrom(...alphabet), (characters, at, other) => {
        fc.pre(characters[at] !== other);
        const serial = characters.join('');
        const parts = { type: '11100000000013127D001', issuer: '11440100007482575H', serial, version: '001' };
        const changed = licenceIdentifier(parts).replace(
          serial,
          serial.slice(0, at) + other + serial.slice(at + 1),
        );
        expect(checkLicenceIdentifier(changed).ok).toBe(false);
      }),
    );
  });
});

describe('caseNumber', () => {
  test('a national number is item code, day and four digits', () => {
    const number = caseNumber({ itemCode: '12441500196720244T3442199806003' }, '2022-06-23', 68);
    expect(number).toBe('12441500196720244T3442199806003202206230068');
    expect(findCaseNumberParts(number)).toEqual({
      itemCode: '12441500196720244T3442199806003',
      day: '2022-06-23',
      sequence: 68,
    });
  });

  test('an item without a national code takes the local form of its city', () => {
    const number = caseNumber({ city: '9901' }, '2026-01-05', 123);
    expect(number).toBe('TB990120260105000123');
    expect(findCaseNumberParts(number)).toEqual({ city: '9901', day: '2026-01-05', sequence: 123 });
  });

  test('numbers of either length and any sequence are read back unchanged and fit 50 characters', () => {
    const codes = fc.constantFrom('12441500196720244T3442199806003', '12441500196720244T344219980600301');
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 99_999 }), (itemCode, sequence) => {
        const number = caseNumber({ itemCode }, '2026-12-31', sequence);
        expect(number.length).toBeLessThanOrEqual(50);
        expect(findCaseNumberParts(number)).toEqual({ itemCode, day: '2026-12-31', sequence });
      }),
    );
  });

  test('a sequence nobody can have and a day that does not exist are refused', () => {
    expect(() => caseNumber({ city: '9901' }, '2026-01-05', 0)).toThrow(RangeError);
    expect(findCaseNumberParts('TB990120260230000123')).toBeUndefined();
    expect(findCaseNumberParts('12345')).toBeUndefined();
  });
});

describe('publicNumber', () => {
  test('every change of one digit is detected', () => {
    fc.assert(
      fc.property(anyDigits, fc.nat(15), fc.constantFrom(...'0123456789'), (digits, place, other) => {
        const number = publicNumber(digits);
        const at = place % number.length;
        fc.pre(number.charAt(at) !== other);
        expect(checkPublicNumber(number)).toEqual({ ok: true, number });
        expect(checkPublicNumber(number.slice(0, at) + other + number.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test('it is printed in fours and read back with the spaces', () => {
    const number = publicNumber('12345678901');
    expect(groupedNumber(number)).toBe(`1234 5678 901${number.slice(-1)}`);
    expect(checkPublicNumber(groupedNumber(number))).toEqual({ ok: true, number });
  });

  test('letters and an empty text are refused', () => {
    expect(checkPublicNumber('12A4')).toMatchObject({ ok: false, why: 'digit' });
    expect(checkPublicNumber('')).toMatchObject({ ok: false, why: 'digit' });
    expect(() => publicNumber('1 2')).toThrow(RangeError);
  });

  test('a random number has the length asked for and passes', () => {
    let seed = 7;
    const random = (count: number) =>
      Uint8Array.from({ length: count }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return seed >>> 16;
      });
    for (const length of [6, 8, 12]) {
      const number = randomPublicNumber(length, random);
      expect(number).toHaveLength(length);
      expect(checkPublicNumber(number).ok).toBe(true);
    }
  });
});
