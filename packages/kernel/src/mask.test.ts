import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskCitizenNumber, maskName, maskPhone, secret } from './mask.ts';

describe('masks', () => {
  test('number, phone and name keep only what the rule keeps', () => {
    expect(maskCitizenNumber('990101199003078888')).toBe('990***********8888');
    expect(maskPhone('19900005678')).toBe('199****5678');
    expect(maskName('张三丰')).toBe('张*');
  });

  test('a text too short to mask shows nothing', () => {
    expect(maskPhone('12345678')).toBe('********');
    expect(maskName('张')).toBe('*');
    expect(maskName('')).toBe('*');
  });

  test('a masked number never shows its birth date', () => {
    const anyText = fc.string({ minLength: 0, maxLength: 20, unit: fc.constantFrom(...'0123456789X') });
    fc.assert(fc.property(anyText, (text) => maskCitizenNumber(text).replaceAll('*', '').length <= 7));
  });
});

describe('secret', () => {
  const number = secret('990101199003078888', maskCitizenNumber);

  test('it prints its mask in text, JSON and a log', () => {
    expect(`${number}`).toBe('990***********8888');
    expect(JSON.stringify({ number })).toBe('{"number":"990***********8888"}');
    expect(inspect({ number })).not.toContain('19900307');
  });

  test('only reveal gives the value away', () => {
    expect(number.reveal()).toBe('990101199003078888');
    expect(Object.values(number)).not.toContain('990101199003078888');
  });
});
