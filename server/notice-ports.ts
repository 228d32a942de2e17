import type { Config } from './config.ts';
import {
  createCarrierSimulator,
  createMailCarrier,
  createSmsGateway,
  createWechatAccount,
  createWechatSimulator,
  type NoticePorts,
} from './modules/notices/index.ts';
import type { Platform } from './platform/index.ts';
import { peerOf, simulates } from './ports.ts';

/**
 * 通知渠道: one gateway of text messages or two, which then share the work; the official account and the mail server where
 * the bureau has one. Those of the demo are pretended.
 */
export function chooseNoticePorts({ config, clock }: Pick<Platform, 'config' | 'clock'>): NoticePorts {
  const mail = mailFor(config);
  return {
    ...{ ...textMessages(config), wechat: wechatFor(config, clock) },
    ...(mail === undefined ? {} : { mail }),
  };
}

function textMessages(config: Config): Pick<NoticePorts, 'sms' | 'receiptsFrom'> {
  if (simulates(config, 'sms')) return { sms: ['sms', 'sms2'].map(createCarrierSimulator), receiptsFrom: [] };
  const { sms2 } = config.peers;
  const second = sms2 === undefined ? [] : [{ ...sms2, provider: 'sms2' }];
  const peers = [{ ...peerOf(config, 'sms'), provider: 'sms' }, ...second];
  return { sms: peers.map(createSmsGateway), receiptsFrom: peers };
}

function mailFor({ mail, ...config }: Config): NoticePorts['mail'] {
  if (simulates({ mail, ...config }, 'mail')) return createCarrierSimulator('mail');
  return mail === undefined ? undefined : createMailCarrier(mail);
}

function wechatFor(config: Config, clock: () => Date): NoticePorts['wechat'] {
  if (simulates(config, 'wechat')) return createWechatSimulator();
  const { wechat } = config.peers;
  return wechat === undefined ? undefined : createWechatAccount(wechat, clock);
}
