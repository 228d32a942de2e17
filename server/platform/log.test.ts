import { maskCitizenNumber, secret } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { createLog, maskNumbers } from './log.ts';

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  const written: string[] = [];
  write(createLog('debug', { write: (line: string) => void written.push(line) }));
  return written.join('');
}

describe('the log', () => {
  test('shows no identity number and no phone number, wherever they stand', () => {
    const text = lines((log) => {
      log.info({ note: '号码 99010119900101123X', phone: 19900001234 }, 'seen 19900001234');
      log.error({ err: new Error('duplicate key (19900001234)') }, 'fault');
    });
    expect(text).not.toMatch(/99010119900101123X|19900001234/);
    expect(text).toContain('990***********123X');
    expect(text).toContain('199****1234');
  });
  test('shows the mask of a secret', () => {
    const text = lines((log) => log.info({ number: secret('990101199001011234', maskCitizenNumber) }));
    expect(text).toContain('"number":"990***********1234"');
  });
  test('leaves ids, moments and long numbers as they are', () => {
    const plain = '0198a1b2-19900001234f-7000 1763771234567 199000012345';
    expect(maskNumbers(plain)).toBe(plain);
  });
});
