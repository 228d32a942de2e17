import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aCase, aDraft, aReadyDraft, aVisitor, ids, type Keepers, riverAnswers } from './portal.fixture.ts';

const at = `/apply/${ids.draft}`;
const ready: Keepers = { 'GET /api/drafts/:draft': () => aReadyDraft() };
const kept: Keepers = { 'PUT /api/drafts/:draft/values': () => aDraft() };

describe('beginning', () => {
  const begun: Keepers = { 'POST /api/drafts': () => aDraft() };

  test('takes the answers along and the key of the form', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: begun });
    const { location } = await visitor.post('/items/kayak/begin', [
      ['key', 'k-1'],
      ['a.水域', '江河'],
    ]);
    expect(location).toBe(at);
    const call = visitor.asked.find(({ route }) => route === 'POST /api/drafts');
    expect(call).toMatchObject({
      key: 'k-1',
      asking: { body: { item: 'kayak', division: '4419', answers: [['水域', '江河']] } },
    });
  });

  test('after the session ended comes back with the answers', async () => {
    const { location } = await aVisitor().post('/items/kayak/begin', [['a.水域', '江河']]);
    expect(location).toBe(
      `/sign-in?next=/items/kayak/begin?${encodeURIComponent('水域')}=${encodeURIComponent('江河')}`,
    );
  });
});

describe('the task list', () => {
  test('says how each task stands and does not link what cannot be done yet', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(at);
    expect(html).toContain('没填完');
    expect(html).toContain('现在还不能办');
    expect(html).not.toContain(`href="${at}/check"`);
  });

  test('with everything done leads to the check', async () => {
    const { html } = await aVisitor({ signedIn: true, keepers: ready }).get(at);
    expect(html).toContain(`href="${at}/check"`);
  });

  test('a draft that became a case leads to the case', async () => {
    const filed = { 'GET /api/drafts/:draft': () => aDraft({ case: '990100000001' }) };
    expect((await aVisitor({ signedIn: true, keepers: filed }).get(at)).location).toBe('/cases/990100000001');
  });
});

describe('the answers of a draft', () => {
  const saving: Keepers = { 'PUT /api/drafts/:draft/answers': () => aDraft() };
  const changed = new URLSearchParams(
    riverAnswers.map(([key, value]) => [key, key === '水域' ? '湖泊' : value]),
  ).toString();

  test('are shown with their way to change them and nothing to keep', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`${at}/answers`);
    expect(html).toContain('您可以办');
    expect(html).toContain(`${at}/guide?`);
    expect(html).not.toContain('用这些回答');
  });

  test('once changed are kept by a form', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: saving });
    expect((await visitor.get(`${at}/answers?${changed}`)).html).toContain('用这些回答');
    const { location } = await visitor.post(`${at}/answers`, [...new URLSearchParams(changed)]);
    expect(location).toBe(at);
    expect(visitor.asked.at(-1)?.asking.body).toEqual({
      answers: expect.arrayContaining([['水域', '湖泊']]),
    });
  });

  test('are asked with the questions of the draft', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`${at}/guide?水域=江河&at=水域`);
    expect(html).toContain(`action="${at}/guide"`);
  });

  test('that leave a question open keep the draft from being handed in', async () => {
    const open = { 'GET /api/drafts/:draft': () => ({ ...aReadyDraft(), answers: [['水域', '江河']] }) };
    const { html } = await aVisitor({ signedIn: true, keepers: open }).get(`${at}/check`);
    expect(html).toContain('引导里还有问题没有答完');
    expect(html).not.toContain('name="declaration"');
  });
});

describe('a page of the form', () => {
  test('shows what is known and where it came from', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`${at}/form/applicant`);
    expect(html).toContain('value="示例·张三"');
    expect(html).toContain('来自您的实名信息');
    expect(html).toContain('已保存');
  });

  test('keeps what is wrong too, and says how to mend it', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: kept });
    const { status, html } = await visitor.post(`${at}/form/phone`, [['phone', '123']]);
    expect(status).toBe(400);
    expect(html.match(/手机号码应为 11 位数字/g)).toHaveLength(2);
    expect(html).toContain('value="123"');
    expect(
      visitor.asked.at(-1)?.asking.body ??
        visitor.asked.find(({ route }) => route.startsWith('PUT'))?.asking.body,
    ).toEqual({
      values: { phone: '123' },
    });
  });

  test('goes on to the next page, and to the tasks when asked to stop', async () => {
    const typed: [string, string][] = [
      ['applicant.name', '示例·张三'],
      ['applicant.citizenNumber', '99010119900101123X'],
    ];
    const visitor = aVisitor({ signedIn: true, keepers: kept });
    expect((await visitor.post(`${at}/form/applicant`, [...typed, ['then', 'later']])).location).toBe(at);
    expect((await visitor.post(`${at}/form/phone`, [['phone', '19900000001']])).status).toBe(303);
  });

  test('saving as typed answers with the time', async () => {
    const { html, status } = await aVisitor({ signedIn: true, keepers: kept }).post(`${at}/form/phone`, [
      ['phone', '1'],
      ['then', 'stay'],
    ]);
    expect(status).toBe(200);
    expect(html).toBe('已保存 14:02');
  });

  test('a page the situation does not ask for is a 404', async () => {
    expect((await aVisitor({ signedIn: true }).get(`${at}/form/spouse`)).status).toBe(404);
  });
});

describe('materials', () => {
  const uploading: Keepers = {
    'POST /api/files': () => ({
      file: ids.file,
      name: 'a.jpg',
      contentType: 'image/jpeg',
      bytes: 3,
      offset: 0,
      complete: false,
    }),
    'PUT /api/files/:file/bytes': () => ({
      file: ids.file,
      name: 'a.jpg',
      contentType: 'image/jpeg',
      bytes: 3,
      offset: 3,
      complete: true,
    }),
    'PUT /api/drafts/:draft/materials/:material': () => aDraft(),
  };
  const photo = { field: 'file', name: 'a.jpg', contentType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) };

  test('a plain form uploads and lays several files', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: uploading });
    const { status } = await visitor.post(
      `${at}/materials/river-map`,
      [['do', 'files']],
      [photo, { ...photo, name: 'b.jpg' }],
    );
    expect(status).toBe(303);
    const laid = visitor.asked.find(({ route }) => route.endsWith('materials/:material'));
    expect(laid?.asking).toMatchObject({
      params: { material: 'river-map' },
      body: { met: 'files', files: [ids.file, ids.file] },
    });
  });

  test('a file that cannot be taken says why, the others stay', async () => {
    let first = true;
    const keepers: Keepers = {
      ...uploading,
      'POST /api/files': () => {
        if (!first)
          return {
            file: ids.file,
            name: 'a.jpg',
            contentType: 'image/jpeg',
            bytes: 3,
            offset: 0,
            complete: false,
          };
        first = false;
        throw new Problem('files.type', 'invalid', '“a.exe”不是照片或 PDF');
      },
    };
    const visitor = aVisitor({ signedIn: true, keepers });
    const { status, html } = await visitor.post(
      `${at}/materials/river-map`,
      [['do', 'files']],
      [{ ...photo, name: 'a.exe' }, photo],
    );
    expect(status).toBe(400);
    expect(html).toContain('“a.exe”不是照片或 PDF');
    expect(visitor.asked.some(({ route }) => route.endsWith('materials/:material'))).toBe(true);
  });

  test('nothing chosen is said beside the field', async () => {
    const { status, html } = await aVisitor({ signedIn: true, keepers: uploading }).post(
      `${at}/materials/river-map`,
      [['do', 'files']],
    );
    expect(status).toBe(400);
    expect(html).toContain('先选照片或 PDF');
  });

  test('may be left for the window', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: uploading });
    await visitor.post(`${at}/materials/river-map`, [['do', 'window']]);
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ met: 'window', files: [] });
  });

  test('a licence that was never offered is not laid', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: uploading });
    expect((await visitor.post(`${at}/materials/river-map`, [['do', `licence ${ids.licence}`]])).status).toBe(
      404,
    );
    expect(visitor.asked.some(({ route }) => route.endsWith('materials/:material'))).toBe(false);
  });

  test('pages can be moved and removed', async () => {
    const draft = aDraft();
    const files = ['1', '2'].map((file) => ({
      file,
      name: `${file}.jpg`,
      contentType: 'image/jpeg',
      bytes: 1,
      complete: true,
    }));
    const slots = draft.slots.map((slot) => ({ ...slot, met: 'files' as const, files }));
    const visitor = aVisitor({
      signedIn: true,
      keepers: { ...uploading, 'GET /api/drafts/:draft': () => ({ ...draft, slots }) },
    });
    await visitor.post(`${at}/materials/river-map`, [['do', 'earlier 2']]);
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ met: 'files', files: ['2', '1'] });
    await visitor.post(`${at}/materials/river-map`, [['do', 'remove 1']]);
    expect(visitor.asked.at(-1)?.asking.body).toEqual({ met: 'files', files: ['2'] });
  });
});

describe('the check', () => {
  const filing: Keepers = { ...ready, ...kept, 'POST /api/cases': () => aCase() };

  test('lists what is missing with links and has no button yet', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`${at}/check`);
    expect(html).toContain('材料：下水点位置图');
    expect(html).not.toContain('name="declaration"');
  });

  test('shows every answer with its way to change it and the declaration in full', async () => {
    const { html } = await aVisitor({ signedIn: true, keepers: filing }).get(`${at}/check`);
    expect(html).toContain('19900000001');
    expect(html).toContain(`${at}/form/phone?from=check`);
    expect(html).toContain('以上内容真实，如有虚假愿承担法律责任。');
  });

  test('is not handed in without the declaration', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: filing });
    const { status, html } = await visitor.post(`${at}/check`, [['key', 'k-1']]);
    expect(status).toBe(400);
    expect(html).toContain('在前面打勾');
    expect(visitor.asked.some(({ route }) => route === 'POST /api/cases')).toBe(false);
  });

  test('is handed in once, by the key of the form', async () => {
    const visitor = aVisitor({ signedIn: true, keepers: filing });
    const { location } = await visitor.post(`${at}/check`, [
      ['key', 'k-1'],
      ['declaration', 'yes'],
    ]);
    expect(location).toBe('/cases/990100000001/done');
    expect(visitor.asked.find(({ route }) => route === 'POST /api/cases')).toMatchObject({
      key: 'k-1',
      asking: { body: { draft: ids.draft, declared: true } },
    });
  });

  test('with the session gone leads to signing in and back to this page', async () => {
    const { location } = await aVisitor({ cookies: { tongban_session: 'old' } }).post(`${at}/check`, [
      ['declaration', 'yes'],
    ]);
    expect(location).toBe(`/sign-in?next=${at}/check`);
  });

  test('a refusal keeps the page and says why', async () => {
    const keepers: Keepers = {
      ...filing,
      'POST /api/cases': () => {
        throw new Problem('cases.incomplete', 'invalid', '材料还差一样');
      },
    };
    const { status, html } = await aVisitor({ signedIn: true, keepers }).post(`${at}/check`, [
      ['declaration', 'yes'],
    ]);
    expect(status).toBe(400);
    expect(html).toContain('材料还差一样');
  });
});
