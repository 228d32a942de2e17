import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citizenCheck } from './check-characters.ts';
import { checkCitizenNumber, isOldPermanentResidentNumber } from './citizen-number.ts';

const anyNumber = fc
  .tuple(
    fc.constantFrom('440106', '990101', '990199', '110105', '810000'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, birth, sequence]) => {
    const digits = `${division}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return digits + citizenCheck(digits);
  });

describe('checkCitizenNumber', () => {
  test('the published vectors pass and tell birth date and sex', () => {
    expect(checkCitizenNumber('11010519491231002X')).toEqual({
      ok: true,
      number: '11010519491231002X',
      holder: 'citizen',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(checkCitizenNumber('440524188001010014')).toMatchObject({ birthDate: '1880-01-01', sex: 'male' });
  });

  test.each([
    ['810000199408230021', 'hong-kong'],
    ['820000199001011232', 'macao'],
    ['830000199201300022', 'taiwan'],
    ['943760199803056672', 'permanent-resident'],
    ['440106199001011235', 'citizen'],
  ])('%s is held by %s', (number, holder) => {
    expect(checkCitizenNumber(number)).toMatchObject({ ok: true, holder });
  });

  test('an invented person from an impossible division passes as a citizen', () => {
    const digits = '99010119900307123';
    expect(checkCitizenNumber(digits + citizenCheck(digits))).toMatchObject({ ok: true, holder: 'citizen' });
  });

  test('spaces, full-width digits and a small x are read as typed', () => {
    expect(checkCitizenNumber(' １１０１０５ 1949 1231 002x ')).toMatchObject({
      number: '11010519491231002X',
    });
  });

  test('a wrong last character is named by its place', () => {
    expect(checkCitizenNumber('110105194912310021')).toMatchObject({
      ok: false,
      why: 'check',
      at: 18,
      message: '身份证号码第 18 位对不上，请核对',
    });
  });

  test.each([
    ['1101051949123100', 'length', undefined],
    ['11010519491231OO2X', 'digit', 15],
    ['11010519491231002Y', 'digit', 18],
    ['110105194913310024', 'date', 7],
    ['010105194912310021', 'division', 1],
    ['840000199408230021', 'division', 1],
  ])('%s is refused: %s', (number, why, at) => {
    const verdict = checkCitizenNumber(number);
    expect(verdict).toMatchObject({ ok: false, why });
    expect('at' in verdict ? verdict.at : undefined).toBe(at);
  });

  test('every number built by the rule passes', () => {
    fc.assert(fc.property(anyNumber, (number) => checkCitizenNumber(number).ok));
  });

  test('every change of one character is detected', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (let at = 0; at < 18; at += 1) {
          for (const character of '0123456789X') {
            if (character === number.charAt(at)) continue;
            const changed = number.slice(0, at) + character + number.slice(at + 1);
            expect(checkCitizenNumber(changed).ok, changed).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('isOldPermanentResidentNumber', () => {
  test('three letters and twelve digits are the 2017 form', () => {
    expect(isOldPermanentResidentNumber('can110000081001')).toBe(true);
  });

  test('eighteen digits are not', () => {
    expect(isOldPermanentResidentNumber('943760199803056672')).toBe(false);
  });
});
