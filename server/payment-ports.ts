import type { DemoPeople } from '@tongban/catalogue/author';
import type { Config } from './config.ts';
import type { Catalogue } from './modules/catalogue/index.ts';
import type { Notices } from './modules/notices/index.ts';
import {
  type BillSource,
  createAlipay,
  createBillsHttp,
  createBillsSimulator,
  createNoBills,
  createPaymentSimulator,
  createWechatPay,
  type Provider,
} from './modules/payments/index.ts';
import type { Platform } from './platform/index.ts';

type Known = { readonly demo?: DemoPeople };

/**
 * 支付渠道: WeChat Pay and Alipay where they are configured; a simulator serves the demo, and production only where it is
 * admitted by name. A bureau with neither takes money at its windows alone.
 */
export function choosePayments(
  { config, clock, db }: Platform,
  { catalogue, notices }: { catalogue: Catalogue; notices: Pick<Notices, 'accountOf'> },
  { demo }: Known,
) {
  return {
    providers: providersFor({ config, clock, db }),
    bills: billsFor({ config, clock }, config.mode === 'demo' ? demo : undefined),
    async lateRuleOf(item: string, division: string) {
      const { folder } = await catalogue.current(item, division);
      const late = folder.item.late_fee;
      if (late === undefined) return undefined;
      const { law, article = '' } = late.basis;
      const basis = law === undefined ? {} : { basis: `《${law}》${article}` };
      return { perDayTenThousandths: late.per_day_ten_thousandths, ...basis };
    },
    // Somebody is known by another name to every app, so only the account's own app may use the one it gave out.
    ...(config.payments.wechat?.app === config.peers.wechat?.key
      ? { wechatAccountOf: notices.accountOf }
      : {}),
  };
}

function providersFor({ config, clock, db }: Pick<Platform, 'config' | 'clock' | 'db'>): Provider[] {
  const { wechat, alipay } = config.payments;
  const real = [
    ...(wechat === undefined ? [] : [createWechatPay({ ...wechat, clock })]),
    ...(alipay === undefined ? [] : [createAlipay({ ...alipay, clock })]),
  ];
  if (!simulates(config, 'payments')) return real;
  const name = { zh: '模拟支付', en: 'Pretended payment' };
  return [...real, createPaymentSimulator({ db, clock, way: 'simulator', name })];
}

function billsFor(
  { config, clock }: Pick<Platform, 'config' | 'clock'>,
  demo: DemoPeople | undefined,
): BillSource {
  if (simulates(config, 'bills')) return createBillsSimulator(demo?.citizens[0]?.citizen_number, clock);
  const { bills } = config.peers;
  return bills === undefined ? createNoBills() : createBillsHttp(bills);
}

function simulates(config: Config, port: string): boolean {
  return config.mode === 'demo' || config.simulators.includes(port);
}
