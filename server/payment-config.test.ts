import { describe, expect, test } from 'vitest';
import { paymentPeersOf } from './payment-config.ts';

const wechat = {
  ...{ TONGBAN_WECHAT_PAY_MERCHANT: '1900000001', TONGBAN_WECHAT_PAY_APP: 'wxkayak' },
  ...{ TONGBAN_WECHAT_PAY_SERIAL: 'S1', TONGBAN_WECHAT_PAY_KEY: 'k' },
  TONGBAN_WECHAT_PAY_SECRET: 's'.repeat(32),
};

describe('the merchants of a bureau', () => {
  test('are none where nothing is set', () => {
    expect(paymentPeersOf({})).toEqual({});
  });
  test('are read whole, with the public key of a newer merchant', () => {
    const publicKey = {
      TONGBAN_WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01',
      TONGBAN_WECHAT_PAY_PUBLIC_KEY: 'p',
    };
    expect(paymentPeersOf({ ...wechat, ...publicKey }).wechat).toMatchObject({
      ...{ url: 'https://api.mch.weixin.qq.com', merchant: '1900000001', app: 'wxkayak' },
      publicKey: { id: 'PUB_KEY_ID_01', key: 'p' },
    });
    expect(paymentPeersOf(wechat).wechat?.publicKey).toBeUndefined();
  });
  test('that are half set are refused with what is missing', () => {
    expect(() => paymentPeersOf({ TONGBAN_ALIPAY_APP: '2021' })).toThrow(
      '缺少 TONGBAN_ALIPAY_SELLER\n缺少 TONGBAN_ALIPAY_KEY\n缺少 TONGBAN_ALIPAY_PLATFORM_KEY',
    );
    expect(() => paymentPeersOf({ ...wechat, TONGBAN_WECHAT_PAY_PUBLIC_KEY_ID: 'PUB' })).toThrow(
      '缺少 TONGBAN_WECHAT_PAY_PUBLIC_KEY',
    );
    expect(() => paymentPeersOf({ ...wechat, TONGBAN_WECHAT_PAY_SECRET: 'short' })).toThrow('32 个字节');
  });
});
