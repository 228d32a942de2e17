import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usccCheck } from './check-characters.ts';
import { checkOrganisationCode, checkUscc } from './organisation-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('checkUscc', () => {
  test.each([
    '12441500196720244T',
    '11440000MB2D0164XH',
    '11440100007482575H',
    '11100000000013338W',
    '11430000006122244L',
    '11100000000013661B',
    '113700000045046442',
    '11511301008778183N',
    '115113010833722043',
    '11100000000013127D',
    '11370800MB28559184',
    '11100000MB03271699',
  ])('%s passes', (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, code, organisationCode: code.slice(8, 17) });
  });

  test('a wrong last character, a forbidden letter and a short code are told apart', () => {
    expect(checkUscc('12441500196720244A')).toMatchObject({ why: 'check', at: 18 });
    expect(checkUscc('1244150019672O244T')).toMatchObject({ why: 'character', at: 14 });
    expect(checkUscc('12441500')).toMatchObject({
      why: 'length',
      message: '统一社会信用代码应为 18 位，现在是 8 位',
    });
  });

  test('every change of one character is detected', () => {
    const anyStem = fc
      .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(
        anyStem,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...ALPHABET),
        (stem, at, other) => {
          const code = stem + usccCheck(stem);
          fc.pre(code.charAt(at) !== other);
          expect(checkUscc(code).ok).toBe(true);
          expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('checkOrganisationCode', () => {
  test.each(['MB2D0164X', '007482575', '196720244', '006122244', '000013338', '006940386', 'MB2D02159'])(
    '%s passes',
    (code) => {
      expect(checkOrganisationCode(code)).toEqual({ ok: true, code });
    },
  );

  test('a hyphen before the check character is allowed, a wrong check character is not', () => {
    expect(checkOrganisationCode('00748257-5')).toEqual({ ok: true, code: '007482575' });
    expect(checkOrganisationCode('00748257-6')).toMatchObject({ ok: false, why: 'check', at: 9 });
  });
});
