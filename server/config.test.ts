import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const production = {
  TONGBAN_MODE: 'production',
  TONGBAN_ORIGIN: 'https://tongban.example',
  TONGBAN_VAULT_SECRET: 'v'.repeat(32),
  TONGBAN_SIGN_CERTIFICATE: 'a certificate',
  TONGBAN_SIGN_KEY: 'a key',
  TONGBAN_AUDIT_KEY: 'another key',
};

describe('the configuration', () => {
  test('of an empty environment is a demo on this machine', () => {
    expect(readConfig({ XDG_DATA_HOME: '/home/kayak/data' })).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 8080,
      dataFolder: '/home/kayak/data/tongban',
      database: undefined,
      simulators: [],
    });
  });
  test('refuses to show the demo to other machines', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('演示模式只能在本机打开');
  });
  test('of a production system names every missing secret at once', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
      '缺少 TONGBAN_VAULT_SECRET\n缺少 TONGBAN_ORIGIN',
    );
    expect(() => readConfig({ ...production, TONGBAN_VAULT_SECRET: 'short' })).toThrow('至少 32 个字符');
  });
  test('of a production system admits only the simulators it names', () => {
    expect(readConfig({ ...production, HOST: '0.0.0.0' }).simulators).toEqual([]);
    expect(readConfig({ ...production, TONGBAN_SIMULATORS: 'sms, payments' }).simulators).toEqual([
      'sms',
      'payments',
    ]);
  });
  test('takes an outer system only when its address, key and secret are all there', () => {
    const sms = { TONGBAN_SMS_URL: 'https://sms.example', TONGBAN_SMS_KEY: 'k' };
    expect(readConfig({ ...production, ...sms }).peers).toEqual({});
    expect(readConfig({ ...production, ...sms, TONGBAN_SMS_SECRET: 's' }).peers).toEqual({
      sms: { url: 'https://sms.example', key: 'k', secret: 's' },
    });
  });
  test('names the port of the card reader, or none', () => {
    expect(readConfig({}).cardReaderPort).toBeUndefined();
    expect(readConfig({ TONGBAN_CARD_READER_PORT: '17600' }).cardReaderPort).toBe(17_600);
  });
  test('holds decisions for ten seconds unless told otherwise, and never for an odd time', () => {
    expect(readConfig({}).decisionHoldSeconds).toBe(10);
    expect(readConfig({ TONGBAN_HOLD: '0' }).decisionHoldSeconds).toBe(0);
    expect(() => readConfig({ TONGBAN_HOLD: 'long' })).toThrow('TONGBAN_HOLD');
  });
  test('refuses a port that is none', () => {
    expect(() => readConfig({ PORT: 'http' })).toThrow('PORT 不是端口号');
    expect(() => readConfig({ TONGBAN_CARD_READER_PORT: '0' })).toThrow(
      'TONGBAN_CARD_READER_PORT 不是端口号',
    );
  });
});
