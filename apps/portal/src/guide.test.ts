import { describe, expect, test } from 'vitest';
import { aVisitor, riverAnswers } from './portal.fixture.ts';

const river = new URLSearchParams(riverAnswers).toString();

describe('the guide', () => {
  test('asks the first question with 不清楚 among the answers', async () => {
    const { html } = await aVisitor().get('/items/kayak/guide');
    expect(html).toContain('<form class="stack" method="get"');
    expect(html).toMatch(/第 1 问/);
    expect(html).toMatch(/type="radio"[^>]*value="\?"|value="\?"[^>]*type="radio"/);
  });

  test('keeps every answer in the address of the next form', async () => {
    const { html } = await aVisitor().get('/items/kayak/guide?水域=江河&asked=水域');
    expect(html).toMatch(/<input type="hidden" name="水域" value="江河"\/>/);
    expect(html).toContain('艇长');
  });

  test('sent without an answer says so in place and in the summary', async () => {
    const { status, html } = await aVisitor().get('/items/kayak/guide?asked=水域');
    expect(status).toBe(400);
    expect(html.match(/选一个回答；拿不准的，选“不清楚”/g)).toHaveLength(2);
    expect(html).toContain('href="#answer"');
  });

  test.each([
    ['', '填一个数字'],
    ['长', '只填数字'],
    ['950', '填 100 到 900 之间的数'],
  ])('a number typed as %j is answered with what to type, and kept', async (typed, words) => {
    const { status, html } = await aVisitor().get(`/items/kayak/guide?水域=江河&asked=艇长&艇长=${typed}`);
    expect(status).toBe(400);
    expect(html).toContain(words);
    expect(html).toContain(`value="${typed}"`.replace('value=""', 'value'));
  });

  test('不清楚 pressed beside an empty number goes on', async () => {
    const { status, html } = await aVisitor().get('/items/kayak/guide?水域=江河&asked=艇长&艇长=&艇长=?');
    expect(status).toBe(200);
    expect(html).toMatch(/<input type="hidden" name="艇长" value="\?"\/>/);
  });

  test('a question can be shown again with its answer, and back leads to the one before', async () => {
    const { html } = await aVisitor().get('/items/kayak/guide?水域=江河&艇长=300&at=水域');
    expect(html).toMatch(/<input[^>]*value="江河"[^>]*checked|checked[^>]*value="江河"/);
    expect(html).not.toMatch(/<input type="hidden" name="水域"/);
    expect(html).toMatch(/<input type="hidden" name="艇长" value="300"\/>/);
  });

  test('answers of an old or damaged link are named, dropped and never believed', async () => {
    const { html } = await aVisitor().get('/items/kayak/guide?水域=月球&风力=大');
    expect(html).toContain('链接里有的回答用不上了');
    expect(html).toContain('风力');
    expect(html).not.toMatch(/name="风力"/);
  });

  test('markup in an answer stays text', async () => {
    const { html } = await aVisitor().get(
      `/items/kayak/guide?${encodeURIComponent('<img src=x onerror=alert(1)>')}=1`,
    );
    expect(html).not.toContain('<img src=x');
  });

  test('asks about each person who comes along', async () => {
    const answered = '水域=江河&艇长=300&要贴标=否&授权电子证照=否&同行人=2';
    const { html } = await aVisitor().get(`/items/kayak/guide?${answered}`);
    expect(html).toContain('第 1 个：');
    expect(html).toContain('这个人满16周岁了吗');
  });

  test('leads to the checklist when nothing more can change anything', async () => {
    const { status, location } = await aVisitor().get(`/items/kayak/guide?${river}`);
    expect(status).toBe(303);
    expect(location).toMatch(/^\/items\/kayak\/checklist\?.*水域=江河/);
  });

  test('the switch of language is not taken for an answer', async () => {
    const { html } = await aVisitor().get('/items/kayak/guide?lang=en');
    expect(html).not.toContain('Some answers in this link');
    expect(html).toContain('Where will you launch?');
  });
});

describe('the checklist', () => {
  test('says yes, the cost, the time, and why each line is needed', async () => {
    const { html } = await aVisitor().get(`/items/kayak/checklist?${river}`);
    for (const words of [
      '您可以办',
      '不收费',
      '3 个工作日',
      '身份证',
      '下水点位置图',
      '因为您选了',
      '四个角都拍进去',
      '姓名和申请表一致',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('登录后在网上办');
  });

  test('says no with the reason, the basis and what else to do, and offers nothing to begin', async () => {
    const { html } = await aVisitor().get('/items/kayak/checklist?水域=江河&艇长=800');
    for (const words of ['超过7米的艇不能在这里登记', '到船舶登记窗口办理', '皮划艇管理办法'])
      expect(html).toContain(words);
    expect(html).not.toContain('登录后在网上办');
  });

  test('says which other item it is', async () => {
    expect((await aVisitor().get('/items/kayak/checklist?水域=海上')).html).toContain(
      '海上下水由海事部门登记',
    );
  });

  test('with open questions says so and leads back to them', async () => {
    const { html } = await aVisitor().get('/items/kayak/checklist?水域=江河');
    expect(html).toContain('接着回答');
    expect(html).toContain('可能要带的');
  });

  test('lets who is signed in begin with a form that carries answers and a key', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`/items/kayak/checklist?${river}`);
    expect(html).toContain('action="/items/kayak/begin"');
    expect(html).toMatch(/name="key" value="[0-9a-f-]{36}"/);
    expect(html).toContain('name="a.水域" value="江河"');
  });
});
