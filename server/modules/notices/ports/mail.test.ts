import { afterEach, describe, expect, test } from 'vitest';
import { createMailCarrier } from './mail.ts';
import { aMailServer, polite, type Says } from './smtp.fixture.ts';

const servers: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const letter = {
  ...{ reference: '01920000-0000-7000-8000-000000000001', to: 'paddler@lake.example' },
  ...{ subject: '【通办】皮划艇下水登记受理了', text: '您好：\n\n皮划艇下水登记受理了。\n\n通办\n' },
};
/** A carrier to a mail server that answers as told. */
async function carrierTo(says?: Says, waitMs = 400) {
  const server = await aMailServer(says);
  servers.push(server);
  const peer = {
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    user: 'house',
    password: 'kayak',
  } as const;
  return { server, carrier: createMailCarrier({ ...peer, from: '通办 <notice@house.example>' }, waitMs) };
}
/** Answers as usual, but for one command. */
const but =
  (verb: string, answer: string | undefined): Says =>
  (asked, line) =>
    asked === verb ? answer : polite(asked, line);

describe('the mail server', () => {
  test('is signed in to and handed plain text in both writings, with nothing that tells when it is opened', async () => {
    const { server, carrier } = await carrierTo();
    expect(await carrier.hand(letter)).toEqual({ how: 'taken', ref: '250 taken as k-1' });
    const verbs = server.heard.map((line) => line.slice(0, 4));
    expect(verbs.slice(0, 5)).toEqual(['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA']);
    expect(server.heard[1]).toBe(`AUTH PLAIN ${Buffer.from('\0house\0kayak').toString('base64')}`);
    expect(server.heard[2]).toContain('<notice@house.example>');
    expect(server.heard[3]).toContain('<paddler@lake.example>');
    const [head = '', body = ''] = (server.letters[0] ?? '').split(/\r\n\r\n(.*)/s);
    expect(head).toContain(`Message-ID: <${letter.reference}@house.example>`);
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain('Content-Type: text/plain; charset=utf-8');
    expect(head).not.toMatch(/html|List-Unsubscribe|Disposition-Notification/i);
    expect(subjectIn(head)).toBe(letter.subject);
    expect(Buffer.from(body, 'base64').toString().trimEnd()).toBe(letter.text.trimEnd());
  });
  test.each([
    ['RCPT', '450 mailbox busy', { how: 'away', why: 'smtp-450' }],
    ['LETTER', '451 try later', { how: 'away', why: 'smtp-451' }],
    ['RCPT', '550 no such mailbox', { how: 'refused', why: 'smtp-550' }],
    ['LETTER', '554 not wanted', { how: 'refused', why: 'smtp-554' }],
    ['AUTH', '535 wrong password', { how: 'away', why: 'mail-sign-in' }],
    ['EHLO', '421 closing', { how: 'away', why: 'smtp-421' }],
  ] as const)('that answers %s with “%s” is understood', async (verb, answer, handed) => {
    const { carrier } = await carrierTo(but(verb, answer));
    expect(await carrier.hand(letter)).toEqual(handed);
  });
  test('that falls silent once it has the letter may have taken it; nobody knows', async () => {
    const { server, carrier } = await carrierTo(but('LETTER', undefined));
    expect(await carrier.hand(letter)).toEqual({ how: 'unknown', why: 'no-answer' });
    expect(server.letters).toHaveLength(1);
  });
  test('that is not there has taken nothing', async () => {
    const { server, carrier } = await carrierTo();
    await server.stop();
    expect(await carrier.hand(letter)).toEqual({ how: 'away', why: 'unreachable' });
  });
  test('bears the same Message-ID when the same letter comes again, in a connection of its own', async () => {
    const { server, carrier } = await carrierTo();
    await carrier.hand(letter);
    await carrier.hand(letter);
    const ids = server.letters.map((one) => /Message-ID: (\S+)/.exec(one)?.[1]);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(server.heard.filter((line) => line.startsWith('EHLO'))).toHaveLength(2);
  });
  test('is never given a line of a head that somebody wrote into an address or a subject', async () => {
    const { server, carrier } = await carrierTo();
    await carrier.hand({ ...letter, subject: 'a\r\nBcc: other@lake.example', to: 'paddler@lake.example' });
    expect(server.letters[0]).not.toMatch(/^Bcc:/m);
    expect(server.heard.filter((line) => line.startsWith('RCPT'))).toHaveLength(1);
  });
});

/** The subject as a mailbox shows it. */
function subjectIn(head: string): string {
  const folded = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(head)?.[1] ?? '';
  return [...folded.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/gi)]
    .map(([, part = '']) => Buffer.from(part, 'base64').toString())
    .join('');
}
