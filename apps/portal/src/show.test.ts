import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aVisitor, ids, type Keepers } from './portal.fixture.ts';

const fact = (zh: string, value: string) => ({ label: { zh }, value });
const card = {
  ...{ licence: ids.licence, type: 'paddler-card', name: { zh: '划手卡', en: 'Paddler card' }, version: 1 },
  ...{ number: 'P-1', issuer: '示例派出所', issuedOn: '2026-01-08', state: 'valid', facts: [] },
  face: { look: 'jade', front: [fact('姓名', '示例·张三')], back: [fact('签发机关', '示例派出所')] },
  ...{ tellsAge: true, certificate: false },
};
const shown = {
  ...{ code: 'Q29kZQ', url: 'https://tongban.example/s/Q29kZQ', disclosure: 'adult' },
  expiresAt: '2026-01-05T06:11:00.000Z',
};
const keepers: Keepers = {
  'GET /api/licences': () => [card],
  'POST /api/licences/:licence/show-codes': () => shown,
};
const visitor = (more: Keepers = {}) => aVisitor({ signedIn: true, keepers: { ...keepers, ...more } });
const at = `/licences/${ids.licence}`;

describe('the wallet', () => {
  test('shows each card in the colours of its kind, with a back, and the way to show it', async () => {
    const { html } = await visitor().get('/licences');
    for (const words of ['card--jade', '示例·张三', '看背面', `${at}/show`, `${at}/uses`, `${at}/family`])
      expect(html).toContain(words);
  });
  test('a card that has expired has lost its colour and cannot be shown', async () => {
    const { html } = await visitor({ 'GET /api/licences': () => [{ ...card, state: 'expired' }] }).get(
      '/licences',
    );
    expect(html).toContain('card--over');
    expect(html).not.toContain(`${at}/show`);
  });
  test('holds the cards of relatives apart', async () => {
    const of = { licence: ids.file, holder: ids.draft, holderName: '示*', name: { zh: '划手卡' } };
    const shared = [{ ...of, tellsAge: true, why: 'shared' }];
    const { html } = await visitor({ 'GET /api/licences/shared': () => shared }).get('/licences');
    expect(html).toContain('家人的证照');
    expect(html).toContain('示*，同意您亮证');
  });
});

describe('the family', () => {
  const person = ids.draft;
  const family = [
    { person, name: '示例·子女', state: 'asked-of-me', since: '2026-01-05T06:00:00Z', mayEnd: false },
    { person: ids.file, name: '示例·配偶', state: 'linked', mayEnd: false },
  ];
  const at = '/licences/family';
  test('is asked about on the wallet, and answered with one button', async () => {
    const one = visitor({
      'GET /api/family': () => family,
      'PUT /api/family/asks/:person': () => undefined,
    });
    expect((await one.get('/licences')).html).toContain('示例·子女想和您关联为家人');
    const { html } = await one.get(at);
    for (const words of ['同意', '不同意', '示例·配偶', '已关联']) expect(html).toContain(words);
    expect(html).not.toContain('解除关联');
    expect((await one.post(at, [['do', `agree ${person}`]])).location).toBe(at);
    expect(one.asked.at(-1)?.asking).toEqual({ params: { person }, body: { agreed: true } });
  });
  test('says beside the field what is missing or wrong in a question, and keeps what was typed', async () => {
    const say = '身份证号码第 18 位对不上，请核对';
    const one = visitor({
      'POST /api/family/asks': () => {
        throw new Problem('family.citizen-number', 'invalid', say, [
          { pointer: '/citizenNumber', code: 'citizen-number', message: say },
        ]);
      },
    });
    const bare = await one.post(at, [['do', 'ask']]);
    for (const words of ['填写家人的姓名', '填写家人的身份证号码']) expect(bare.html).toContain(words);
    const wrong = await one.post(at, [
      ['name', '示例·老人'],
      ['citizenNumber', '990101195103180021'],
    ]);
    expect([wrong.status, wrong.html.includes(say), wrong.html.includes('示例·老人')]).toEqual([
      400,
      true,
      true,
    ]);
  });
});

describe('showing a code', () => {
  test('asks first what may be seen, the least being chosen, and an age only where the card tells one', async () => {
    const { html } = await visitor().get(`${at}/show`);
    expect(html).toMatch(/value="validity" checked/);
    expect(html).toContain('value="adult"');
    const bare = visitor({ 'GET /api/licences': () => [{ ...card, tellsAge: false }] });
    expect((await bare.get(`${at}/show`)).html).not.toContain('value="adult"');
  });
  test('shows the code with its end, what is seen, a note on screenshots, and a button for the next', async () => {
    const one = visitor();
    const { html } = await one.post(`${at}/show`, [['disclosure', 'adult']]);
    for (const words of ['<svg class="qr"', '14:11:00 前有效', '满没满 18 岁', '截图没有用', '换一个'])
      expect(html).toContain(words);
    expect(one.asked.at(-1)?.asking.body).toEqual({ disclosure: 'adult' });
  });
  test('a card of nobody known is not there', async () => {
    expect((await visitor().get(`/licences/${ids.edition}/show`)).status).toBe(404);
  });
});

describe('reading a code', () => {
  const read = 'POST /api/show-codes/verifications';
  test('opening the address reads nothing; the button does', async () => {
    const one = aVisitor({
      keepers: {
        [read]: () => ({
          ...{ disclosure: 'adult', adult: true, valid: true, demo: true },
          checkedAt: shown.expiresAt,
        }),
      },
    });
    const { html } = await one.get('/s/Q29kZQ');
    expect(html).toContain('只能看一次');
    expect(one.asked.map(({ route }) => route)).not.toContain(read);
    const answer = await one.post('/s/Q29kZQ', []);
    expect(answer.html).toContain('已满 18 岁');
    expect(answer.html).toContain('没有法律效力');
  });
  test.each([
    ['licences.show-used', 'conflict', 409, '已经看过一次'],
    ['licences.show-over', 'conflict', 409, '已经失效'],
    ['licences.show-forged', 'invalid', 400, '不要相信'],
  ] as const)('%s is refused in plain words', async (code, kind, status, words) => {
    const refuse = () => {
      throw new Problem(code, kind, `这个码${words}`);
    };
    const answer = await aVisitor({ keepers: { [read]: refuse } }).post('/s/Q29kZQ', []);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(words);
  });
});
