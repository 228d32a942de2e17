import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { chooseNoticePorts } from './notice-ports.ts';
import { chooseDataSources, choosePorts } from './ports.ts';

const production = {
  TONGBAN_MODE: 'production',
  TONGBAN_ORIGIN: 'https://tongban.example',
  TONGBAN_VAULT_SECRET: 'v'.repeat(32),
  TONGBAN_SIGN_CERTIFICATE: 'a certificate',
  TONGBAN_SIGN_KEY: 'a key',
  TONGBAN_AUDIT_KEY: 'another key',
};
const sms = { TONGBAN_SMS_URL: 'https://sms.example', TONGBAN_SMS_KEY: 'k', TONGBAN_SMS_SECRET: 's' };
const register = {
  TONGBAN_REGISTER_URL: 'https://register.example',
  TONGBAN_REGISTER_KEY: 'k',
  TONGBAN_REGISTER_SECRET: 's',
};
const kinds = (environment: Record<string, string>) => {
  const config = readConfig(environment);
  const { sms } = chooseNoticePorts({ config, clock: () => new Date() });
  return [sms[0]?.kind, choosePorts(config, undefined).register.kind];
};

describe('the outer systems', () => {
  test('of the demo are simulators', () => {
    expect(kinds({})).toEqual(['simulator', 'simulator']);
  });
  test('of a production system are the real ones', () => {
    expect(kinds({ ...production, ...sms, ...register })).toEqual(['http', 'http']);
  });
  test('of a production system that are missing stop the start, and it is said what to set', () => {
    expect(() => kinds({ ...production, ...sms })).toThrow(
      '缺少 TONGBAN_REGISTER_URL、TONGBAN_REGISTER_KEY、TONGBAN_REGISTER_SECRET；要用模拟器，把 register 写进 TONGBAN_SIMULATORS',
    );
  });
  test('of a production system are simulated only when named', () => {
    expect(kinds({ ...production, ...sms, TONGBAN_SIMULATORS: 'register' })).toEqual(['http', 'simulator']);
  });
  test('that keep data are asked where they are connected; without them every check is made by hand', () => {
    const known = { dataSources: { applicants: [], sources: [] } };
    const kindIn = (environment: Record<string, string>) =>
      chooseDataSources(readConfig(environment), known, () => new Date()).sources.kind;
    const connected = {
      TONGBAN_CHECKS_URL: 'https://checks.example',
      TONGBAN_CHECKS_KEY: 'k',
      TONGBAN_CHECKS_SECRET: 's',
    };
    expect(kindIn({})).toBe('simulator');
    expect(kindIn({ ...production, ...connected })).toBe('http');
    expect(kindIn(production)).toBe('none');
    expect(kindIn({ ...production, TONGBAN_SIMULATORS: 'checks' })).toBe('simulator');
  });
});
