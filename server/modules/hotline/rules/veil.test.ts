import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { veiled } from './veil.ts';

describe('a text anybody may read', () => {
  test.each([
    ['我叫示例·林小满，电话 19900000001', ['示例·林小满'], '我叫示*,电话 (电话)'],
    ['身份证 990101199405210025 丢了', [], '身份证 (证件号码) 丢了'],
    ['打 0769-22222222 没人接', [], '打 (电话) 没人接'],
    ['写信到 kayak@example.com', [], '写信到 (邮箱)'],
    ['车 粤S12345 停在码头', [], '车 (车牌) 停在码头'],
    ['卡号 6222020200001234567', [], '卡号 (账号)'],
    ['周一 9:00 到 12:00', [], '周一 9:00 到 12:00'],
  ])('%s', (text, names, shown) => {
    expect(veiled(text, names).normalize('NFKC')).toBe(shown);
  });
  test('keeps the phones the bureau publishes as its own, and no other', () => {
    const ours = ['0769-00000100', '020-00000009', '19900009999'];
    const text = '打 0769-00000100 或（020）00000009、０７６９ ０００００１００，不要打 0769-00000199';
    expect(veiled('打 0769-00000100、076900000100、0769 00000100', [], ours)).toBe(
      '打 0769-00000100、076900000100、0769 00000100',
    );
    expect(veiled(text, [], ours).normalize('NFKC')).toMatch(/不要打 \(电话\)$/);
    expect(veiled('值班手机 199-0000-9999，我的 19900009998', [], ours)).toBe(
      '值班手机 199-0000-9999，我的 （电话）',
    );
    // A number that only holds one of them is somebody’s.
    expect(veiled('卡号 1990000999919900', [], ours)).toBe('卡号 （账号）');
  });
  test('keeps the marks of Chinese text, and finds figures written wide', () => {
    expect(veiled('狗不牵绳，该找谁？（急）：１９９００００００１１')).toBe(
      '狗不牵绳，该找谁？（急）：（电话）',
    );
  });
  test('never holds a phone or an identity number, however they are written', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const digits = (length: number) =>
      fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
    const wide = (text: string) => text.replace(/\d/g, (one) => String.fromCodePoint(0xff10 + Number(one)));
    fc.assert(
      fc.property(digits(9), digits(17), fc.boolean(), fc.string(), (rest, number, isWide, around) => {
        const phone = `19${rest}`;
        const words = around.replace(/\d/g, '');
        const text = `${words} ${isWide ? wide(phone) : phone}，${isWide ? wide(number) : number}X ${words}`;
        const shown = veiled(text).normalize('NFKC');
        expect(shown).not.toContain(phone);
        expect(shown).not.toContain(number);
      }),
    );
  });
});
