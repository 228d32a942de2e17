import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aVisitor, ids, type Keepers } from './portal.fixture.ts';

const notice = {
  ...{ notice: ids.draft, at: '2026-01-05T06:10:00Z', read: false },
  title: { zh: '受理了', en: 'Accepted' },
  body: { zh: '您的“皮划艇下水登记”已受理。', en: 'Your kayak has been accepted.' },
  ...{ about: 'case:990100000001', case: '990100000001' },
};
const listed = { notices: [notice], cases: ['990100000001', '990100000002'], unread: 1 };
const choice = {
  ...{
    language: 'zh',
    sms: true,
    wechat: true,
    mail: false,
    mailOffered: true,
    quiet: { from: '22:00', to: '07:30' },
  },
  ...{ phone: '199****0001', wechatKnown: false, wechatJoin: '/notices/wechat?code=c&state=s' },
};
const keepers: Keepers = {
  'GET /api/notices': () => listed,
  'GET /api/notices/unread': () => ({ unread: 3 }),
  'GET /api/notice-choice': () => choice,
  'POST /api/notices/readings': () => undefined,
  'PUT /api/notice-choice': () => choice,
  'PUT /api/notice-choice/wechat': () => choice,
  'DELETE /api/notice-choice/wechat': () => undefined,
  'PUT /api/notice-choice/mail': () => ({
    ...choice,
    mailAsked: 'p***@lake.example',
    simulatorCode: '482913',
  }),
  'PUT /api/notice-choice/mail/code': () => choice,
  'DELETE /api/notice-choice/mail': () => undefined,
};
const me = (more: Keepers = {}, cookies = {}) =>
  aVisitor({ signedIn: true, keepers: { ...keepers, ...more }, cookies });

describe('the messages', () => {
  test('are shown in the words they were sent in, with the way to their case', async () => {
    const { html, headers } = await me().get('/notices');
    for (const words of [
      '受理了',
      '您的“皮划艇下水登记”已受理。',
      '没看过',
      '1 条没看过',
      'href="/cases/990100000001"',
    ])
      expect(html).toContain(words);
    expect(headers['cache-control']).toBe('no-store');
  });
  test('about a request lead to it', async () => {
    const { case: _case, ...plain } = notice;
    const told = { ...plain, about: 'order:4419260302000017' };
    const { html } = await me({ 'GET /api/notices': () => ({ ...listed, notices: [told] }) }).get('/notices');
    expect(html).toContain('href="/orders/4419260302000017"');
  });
  test('are read in English by who reads English', async () => {
    const { html } = await me({}, { lang: 'en' }).get('/notices');
    for (const words of ['Accepted', 'Your kayak has been accepted.', '1 unread'])
      expect(html).toContain(words);
  });
  test('are counted in the header of every page; where they cannot be counted the page stands without', async () => {
    expect((await me().get('/cases')).html).toMatch(/top__count">3/);
    const away = () => {
      throw new Problem('request.away', 'unavailable', '连不上');
    };
    const { html, status } = await me({ 'GET /api/notices/unread': away }).get('/cases');
    expect([status, html.includes('top__count')]).toEqual([200, false]);
  });
  test('of one case are asked for by its number, and that one is marked as chosen', async () => {
    const visitor = me();
    const { html } = await visitor.get('/notices?case=990100000002');
    expect(visitor.asked.at(-1)?.asking.query).toEqual({ case: '990100000002' });
    expect(html).toMatch(/aria-current="page"[^>]*>990100000002|990100000002"[^>]*aria-current="page"/);
  });
  test('are all read by one press, up to the newest that was shown', async () => {
    const visitor = me();
    const { location } = await visitor.post('/notices', [['until', notice.at]]);
    expect(location).toBe('/notices');
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ until: notice.at });
  });
  test('say so when there are none, and want a sign-in', async () => {
    const none = { notices: [], cases: [], unread: 0 };
    const { html } = await me({ 'GET /api/notices': () => none }).get('/notices');
    expect(html).toContain('还没有消息');
    expect((await aVisitor().get('/notices')).location).toContain('/sign-in');
  });
});

describe('how somebody is told', () => {
  test('shows what is chosen, the phone masked', async () => {
    const { html } = await me().get('/notices/settings');
    for (const words of ['199****0001', '免打扰', '关联我的微信']) expect(html).toContain(words);
  });
  test('is chosen without a script; what is not ticked is not wanted', async () => {
    const visitor = me();
    const form: [string, string][] = [
      ...[['by', 'sms'] as [string, string], ['language', 'en'] as [string, string]],
      ...[['from', '21:00'] as [string, string], ['to', '08:00'] as [string, string]],
    ];
    const { location } = await visitor.post('/notices/settings', form);
    expect(location).toBe('/notices/settings?saved=yes');
    expect(visitor.asked.at(-1)?.asking.body).toEqual({
      language: 'en',
      sms: true,
      wechat: false,
      mail: false,
    });
    await visitor.post('/notices/settings', [...form, ['quiet', 'yes']]);
    expect(visitor.asked.at(-1)?.asking.body).toMatchObject({ quiet: { from: '21:00', to: '08:00' } });
  });
  test('with hours that begin when they end is said at the field', async () => {
    const message = '开始和结束不能是同一个时间';
    const refuse = () => {
      throw new Problem('notices.quiet', 'invalid', message, [
        { pointer: '/to', code: 'notices.quiet', message },
      ]);
    };
    const { html, status } = await me({ 'PUT /api/notice-choice': refuse }).post('/notices/settings', []);
    expect(status).toBe(400);
    expect(html).toContain('href="#to"');
  });
  test('by mail begins with a code to the address, and is written to once the code is typed', async () => {
    const visitor = me();
    const asked = await visitor.post('/notices/mail', [
      ['do', 'send'],
      ['address', 'paddler@lake.example'],
    ]);
    expect(visitor.asked.find(({ route }) => route === 'PUT /api/notice-choice/mail')?.asking.body).toEqual({
      address: 'paddler@lake.example',
    });
    for (const words of ['p***@lake.example', '482913', '模拟邮件', '邮件里的验证码'])
      expect(asked.html).toContain(words);
    const { location } = await visitor.post('/notices/mail', [
      ['do', 'confirm'],
      ['code', '482913'],
    ]);
    expect(location).toBe('/notices/settings?saved=yes');
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ code: '482913' });
  });
  test('by mail says at the address that no mail can be sent now, and keeps what was typed', async () => {
    const away = () => {
      throw new Problem('notices.mail-away', 'unavailable', '邮件现在发不出去，过几分钟再试');
    };
    const { html, status } = await me({ 'PUT /api/notice-choice/mail': away }).post('/notices/mail', [
      ['do', 'send'],
      ['address', 'paddler@lake.example'],
    ]);
    expect(status).toBe(400);
    for (const words of ['邮件现在发不出去', 'href="#address"', 'value="paddler@lake.example"'])
      expect(html).toContain(words);
  });
  test('by mail is taken back by one press, and not offered where the bureau sends none', async () => {
    const known = { ...choice, mail: true, mailAddress: 'p***@lake.example' };
    const visitor = me({ 'GET /api/notice-choice': () => known });
    expect((await visitor.get('/notices/settings')).html).toContain('发到 p***@lake.example');
    await visitor.post('/notices/mail', [['do', 'leave']]);
    expect(visitor.asked.at(-1)?.route).toBe('DELETE /api/notice-choice/mail');
    const none = me({ 'GET /api/notice-choice': () => ({ ...choice, mailOffered: false }) });
    expect((await none.get('/notices/settings')).html).not.toContain('邮箱');
  });
  test('by WeChat begins when the person says so, not when the link is opened', async () => {
    const visitor = me();
    const { html } = await visitor.get('/notices/wechat?code=c&state=s');
    expect(visitor.asked.map(({ route }) => route)).not.toContain('PUT /api/notice-choice/wechat');
    expect(html).toContain('value="s"');
    await visitor.post('/notices/wechat', [
      ['code', 'c'],
      ['state', 's'],
    ]);
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ code: 'c', state: 's' });
    await visitor.post('/notices/settings', [['leave', 'wechat']]);
    expect(visitor.asked.at(-1)?.route).toBe('DELETE /api/notice-choice/wechat');
  });
});
