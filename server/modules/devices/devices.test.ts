import { screensRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announce, newId, type SignedIn, transaction } from '../../platform/index.ts';
import { createTestHouse } from '../../platform/testing.ts';
import { type Counter, windowTopic } from '../cases/index.ts';
import { createFiles } from '../files/index.ts';
import { createOffices } from '../offices/index.ts';
import { createDevices, devicesHttp } from './index.ts';

type Given = Parameters<Counter['answer']>[1];

/** A counter of a pier: what it asks at a window, and what it was answered. */
function aCounter() {
  const asks = new Map<string, { personId: string; about: string; name: string }>();
  const answers: Given[] = [];
  const counter: Counter = {
    shown: (window) => {
      const asked = asks.get(window);
      if (asked === undefined) return Promise.resolve(undefined);
      const { personId, about, name } = asked;
      return Promise.resolve({
        personId,
        show: {
          ...{ kind: 'collect', collection: about, results: [], declaration: '已拿到' },
          person: { name, citizenNumber: '990***********0025' },
        },
      });
    },
    answer: (_tx, given) => {
      answers.push(given);
      return Promise.resolve(asks.delete(given.window));
    },
  };
  return { asks, answers, counter };
}

const { asks, answers, counter } = aCounter();
const files = { kept: undefined as ReturnType<typeof createFiles> | undefined };
const house = await createTestHouse((platform) => {
  files.kept = createFiles(platform);
  const offices = createOffices({ divisions: [], offices: { organisations: [], halls: [] }, local: [] });
  devicesHttp(platform.http, createDevices({ ...platform, offices, files: files.kept, counters: [counter] }));
});
let origin: string;
beforeAll(async () => {
  origin = await house.listen();
});
afterAll(house.stop);

const clerkAt = (window?: string): SignedIn => ({
  ...{ role: 'clerk', personId: newId() },
  assignment: { id: newId(), branch: 'lake/east', ...(window === undefined ? {} : { window }) },
});
const offer = () => house.anyone(screensRoutes.offer, {});
const pair = (clerk: SignedIn, code: string) => house.as(clerk)(screensRoutes.pair, { body: { code } });
const by = ({ screen, key }: { screen: string; key: string }) => ({
  params: { screen },
  headers: { 'screen-key': key },
});
const show = (tablet: { screen: string; key: string }) => house.anyone(screensRoutes.show, by(tablet));

async function paired(window: string) {
  const tablet = await offer();
  const clerk = clerkAt(window);
  await pair(clerk, tablet.code);
  return { tablet, clerk };
}

/** The smallest drawing that is a PNG of a signature's size. */
function drawing(width = 300, height = 120): string {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const rest = Buffer.alloc(9);
  const tail = Buffer.concat([Buffer.alloc(4), Buffer.from('IEND'), Buffer.alloc(4)]);
  return Buffer.concat([head, Buffer.from('IHDR'), size, rest, tail]).toString('base64');
}

describe('pair', () => {
  test('a tablet shows a code, the clerk types it, and the screen belongs to the window of the post', async () => {
    const tablet = await offer();
    expect(tablet.code).toMatch(/^\d{6}$/);
    expect(await show(tablet)).toMatchObject({ paired: false, show: { kind: 'idle' } });
    const clerk = clerkAt('pier-1');
    expect(await pair(clerk, tablet.code)).toMatchObject({ screen: tablet.screen, window: 'pier-1' });
    expect(await show(tablet)).toEqual({ paired: true, show: { kind: 'idle', windowName: 'pier-1' } });
    expect(await house.as(clerk)(screensRoutes.mine, {})).toMatchObject({
      screen: { screen: tablet.screen },
    });
  });
  test('a code is good once and for five minutes', async () => {
    const { code } = await offer();
    house.moveBy({ minutes: 6 });
    await expect(pair(clerkAt('pier-2'), code)).rejects.toMatchObject({ code: 'devices.code' });
    const fresh = await offer();
    await pair(clerkAt('pier-2'), fresh.code);
    await expect(pair(clerkAt('pier-3'), fresh.code)).rejects.toMatchObject({ code: 'devices.code' });
  });
  test('a post without a window cannot pair and is told what to do', async () => {
    const { code } = await offer();
    await expect(pair(clerkAt(), code)).rejects.toMatchObject({
      ...{ code: 'devices.no-window', message: expect.stringContaining('换到有窗口的岗位') },
    });
  });
  test('a window has one screen: the one before is released and forgets everything', async () => {
    const { tablet, clerk } = await paired('pier-4');
    const next = await offer();
    await pair(clerk, next.code);
    await expect(show(tablet)).rejects.toMatchObject({ code: 'devices.screen' });
    expect(await show(next)).toMatchObject({ paired: true });
  });
  test('a clerk releases the screen of the own window only', async () => {
    const { tablet, clerk } = await paired('pier-5');
    const params = { screen: tablet.screen };
    const other = house.as(clerkAt('pier-6'))(screensRoutes.release, { params });
    await expect(other).rejects.toMatchObject({ kind: 'missing' });
    await house.as(clerk)(screensRoutes.release, { params });
    await expect(show(tablet)).rejects.toMatchObject({ kind: 'missing' });
    expect(await house.as(clerk)(screensRoutes.mine, {})).toEqual({});
  });
  test('a screen is online while it has asked in the last 30 seconds', async () => {
    const { tablet, clerk } = await paired('pier-7');
    await show(tablet);
    const online = async () => (await house.as(clerk)(screensRoutes.mine, {})).screen?.online;
    expect(await online()).toBe(true);
    house.moveBy({ seconds: 31 });
    expect(await online()).toBe(false);
  });
});

describe('show', () => {
  test('a screen shows its own window’s person and nobody else’s', async () => {
    const [one, other] = [await paired('pier-8'), await paired('pier-9')];
    asks.set('pier-8', { personId: newId(), about: newId(), name: '示例·看屏' });
    expect(await show(one.tablet)).toMatchObject({
      show: { kind: 'collect', person: { name: '示例·看屏' } },
    });
    expect(JSON.stringify(await show(other.tablet))).not.toContain('示例·看屏');
    asks.delete('pier-8');
    expect(await show(one.tablet)).toMatchObject({ show: { kind: 'idle' } });
  });
  test('without the key nothing is shown', async () => {
    const { tablet } = await paired('pier-10');
    const { key } = await offer();
    await expect(show({ screen: tablet.screen, key })).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('sign', () => {
  const asked = (window: string) => {
    const ask = { personId: newId(), about: newId(), name: '示例·签字' };
    asks.set(window, ask);
    return ask;
  };
  const sign = (tablet: { screen: string; key: string }, body: object) =>
    house.anyone(screensRoutes.sign, { ...by(tablet), body: body as { about: string; verdict: 'sign' } });

  test('the signature is kept as a file of the person, and the thanks last some seconds', async () => {
    const { tablet } = await paired('pier-11');
    const { about, personId } = asked('pier-11');
    const signed = await sign(tablet, { about, verdict: 'sign', signature: drawing() });
    expect(signed).toMatchObject({ show: { kind: 'thanks', verdict: 'sign' } });
    const { signature = '' } = answers.at(-1) ?? {};
    const [file] = (await files.kept?.mine(undefined, personId, [signature])) ?? [];
    expect(file).toMatchObject({ complete: true, contentType: 'image/png' });
    expect(await show(tablet)).toMatchObject({ show: { kind: 'thanks' } });
    house.moveBy({ seconds: 7 });
    expect(await show(tablet)).toMatchObject({ show: { kind: 'idle' } });
  });
  test('who sees a mistake says so, without a signature', async () => {
    const { tablet } = await paired('pier-12');
    const { about } = asked('pier-12');
    await sign(tablet, { about, verdict: 'decline', say: ' 姓名不对 ' });
    expect(answers.at(-1)).toEqual({ window: 'pier-12', about, verdict: 'decline', say: '姓名不对' });
  });
  test.each([
    ['no picture', ''],
    ['a text', Buffer.from('签名'.repeat(40)).toString('base64')],
    ['a dot', drawing(4, 4)],
    ['a wall', drawing(9000, 9000)],
  ])('%s is not taken for a signature', async (_, signature) => {
    const { tablet } = await paired('pier-13');
    const { about } = asked('pier-13');
    await expect(sign(tablet, { about, verdict: 'sign', signature })).rejects.toMatchObject({
      code: 'devices.signature',
    });
  });
  test('what no longer stands on the screen cannot be signed', async () => {
    const { tablet } = await paired('pier-14');
    asked('pier-14');
    const late = sign(tablet, { about: newId(), verdict: 'sign', signature: drawing() });
    await expect(late).rejects.toMatchObject({ code: 'devices.not-shown' });
  });
});

describe('the stream', () => {
  const open = async (tablet: { screen: string; key: string }, ticket?: string) => {
    const given = ticket ?? (await house.anyone(screensRoutes.ticket, by(tablet))).ticket;
    const asked = { params: { screen: tablet.screen }, query: { ticket: given } };
    const over = new AbortController();
    const answer = await fetch(origin + addressOf(screensRoutes.watch, asked), { signal: over.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    return {
      given,
      status: answer.status,
      next: async () => (await reader?.read())?.value,
      end: () => over.abort(),
    };
  };

  test('tells of a change at its window with nothing of a person, and opens with a ticket only once', async () => {
    const { tablet } = await paired('pier-15');
    const stream = await open(tablet);
    expect(await stream.next()).toContain('retry');
    await transaction(house.db, (tx) =>
      announce(tx, { topic: windowTopic, key: 'pier-15', data: { changed: true } }),
    );
    expect(await stream.next()).toBe('data: {"changed":true}\n\n');
    expect((await open(tablet, stream.given)).status).toBe(403);
    stream.end();
  });
  test('tells a tablet that it was paired, and then that it was released', async () => {
    const tablet = await offer();
    const waiting = await open(tablet);
    await waiting.next();
    const clerk = clerkAt('pier-16');
    await pair(clerk, tablet.code);
    expect(await waiting.next()).toContain('changed');
    const shown = await open(tablet);
    await shown.next();
    await house.as(clerk)(screensRoutes.release, { params: { screen: tablet.screen } });
    expect(await shown.next()).toContain('changed');
    expect(await shown.next()).toBeUndefined();
  });
});
