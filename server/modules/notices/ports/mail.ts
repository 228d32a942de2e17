import { createTransport } from 'nodemailer';
import type { Carrier, Handed } from './carrier.ts';

/** 邮件服务器: where mail is handed over, and in whose name. */
export type MailPeer = {
  readonly host: string;
  readonly port: number;
  /** `implicit`: sealed from the first byte; `starttls`: sealed before anything is said; `none`: inside the house alone. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly from: string;
};

const usualWaitMs = 10_000;

/**
 * 邮件: hands one letter over by SMTP, as plain text without anything that would tell when it is opened. Each letter has a
 * connection of its own, so none is lost or sent twice by a kept one that broke. A letter handed over again bears the same
 * Message-ID, by which mailboxes know it for the same.
 */
export function createMailCarrier(peer: MailPeer, waitMs = usualWaitMs): Carrier {
  const { host, port, tls, user, password, from } = peer;
  const transport = createTransport({
    ...{ host, port, secure: tls === 'implicit', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...{ connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs, dnsTimeout: waitMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return {
    ...{ provider: 'mail', kind: 'smtp' },
    async hand({ reference, to, subject = '', text }) {
      const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
      const messageId = `<${reference}@${domain}>`;
      try {
        const { response } = await transport.sendMail({ from, to, subject, text, headers, messageId });
        return { how: 'taken', ref: response.slice(0, 100) };
      } catch (error) {
        return meaningOf(error);
      }
    },
  };
}

/** Failures before anything could have been taken over. */
const early = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH'];
const unreached = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'];

/** What a failure says became of a letter; of a silence after the greeting nobody knows. */
function meaningOf(error: unknown): Handed {
  const [code, status] = [partOf(error, 'code'), Number(partOf(error, 'responseCode'))];
  // The server knows the house no more: the letter is sound, and waits until somebody has put that right.
  if (code === 'EAUTH' || code === 'ENOAUTH') return { how: 'away', why: 'mail-sign-in' };
  const isGreeting = ['CONN', 'EHLO', 'HELO', 'STARTTLS'].includes(partOf(error, 'command'));
  if (status >= 500 && !isGreeting) return { how: 'refused', why: `smtp-${status}` };
  if (status >= 400) return { how: 'away', why: `smtp-${status}` };
  const isEarly =
    early.includes(code) ||
    ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'].includes(partOf(error, 'timeoutType')) ||
    unreached.some((one) => partOf(error, 'message').startsWith(`connect ${one}`));
  return isEarly ? { how: 'away', why: 'unreachable' } : { how: 'unknown', why: 'no-answer' };
}

function partOf(error: unknown, name: string): string {
  return typeof error === 'object' && error !== null ? String(Reflect.get(error, name) ?? '') : '';
}
