import { Problem } from '@tongban/kernel';
import { describe, expect, test } from 'vitest';
import { aCase, aVisitor, ids, type Keepers } from './portal.fixture.ts';

const number = '990100000001';
const row = ({ case: id, item, name, submittedAt, status }: ReturnType<typeof aCase>) => ({
  case: id,
  item,
  name,
  submittedAt,
  status,
});
const needing = aCase({
  status: {
    headline: 'needs-you',
    title: { zh: '需要您处理', en: 'We need something from you' },
    line: { zh: '1月20日 前补上', en: 'Send what is missing by 20 January' },
    needsYou: true,
    by: '2026-01-20',
  },
  correction: {
    dueOn: '2026-01-20',
    toldAt: '2026-01-06T02:00:00Z',
    defects: [
      {
        id: '1',
        material: 'river-map',
        materialName: { zh: '下水点位置图' },
        say: '图上没有标出 <下水点>',
        mended: false,
      },
      {
        id: '2',
        material: 'identity-card',
        materialName: { zh: '身份证' },
        say: '照片里缺少右下角',
        mended: false,
      },
    ],
  },
});
const asCase = (view: ReturnType<typeof aCase>): Keepers => ({ 'GET /api/cases/:case': () => view });

describe('the home page of who is signed in', () => {
  test('shows first what needs them', async () => {
    const keepers = { 'GET /api/cases': () => [row(aCase()), row(needing)] };
    const { html, headers } = await aVisitor({ signedIn: true, keepers }).get('/');
    expect(html).toContain('需要您处理');
    expect(html.match(/class="sheet needs"/g)).toHaveLength(1);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('a case', () => {
  test('says how it stands, its clock and what happened, and never an internal word', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`/cases/${number}`);
    for (const words of [
      '正在办理',
      '第 1 个工作日，共 3 个',
      '最晚 2026年1月8日',
      '您提交了申请',
      '您现在不用做什么',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('in-progress');
  });

  test('not granted tells reason, basis and remedies', async () => {
    const refused = aCase({
      refusal: { reason: '艇太长', basis: '《皮划艇管理办法》第五条', remedies: [{ zh: '申请行政复议' }] },
    });
    const { html } = await aVisitor({ signedIn: true, keepers: asCase(refused) }).get(`/cases/${number}`);
    for (const words of ['艇太长', '第五条', '申请行政复议']) expect(html).toContain(words);
  });

  test('with a licence offers its certificate', async () => {
    const { html } = await aVisitor({ signedIn: true, keepers: asCase(aCase({ licence: ids.licence })) }).get(
      `/cases/${number}`,
    );
    expect(html).toContain(`/api/licences/${ids.licence}/certificate`);
  });

  test('the page after handing in can be opened again and tells what comes next', async () => {
    const { html } = await aVisitor({ signedIn: true }).get(`/cases/${number}/done`);
    expect(html).toContain(number);
    expect(html).toContain('最晚 1月8日（星期四）');
  });

  test('a stranger’s case is not there', async () => {
    const keepers: Keepers = {
      'GET /api/cases/:case': () => {
        throw new Problem('cases.missing', 'missing', '没有这个办件');
      },
    };
    expect((await aVisitor({ signedIn: true, keepers }).get(`/cases/${number}`)).status).toBe(404);
  });
});

describe('withdrawing', () => {
  test('is asked once more and done by the key of the form', async () => {
    const visitor = aVisitor({
      signedIn: true,
      keepers: { 'POST /api/cases/:case/withdrawals': () => aCase() },
    });
    expect((await visitor.get(`/cases/${number}/withdraw`)).html).toContain('确定撤回');
    const { location } = await visitor.post(`/cases/${number}/withdraw`, [
      ['key', 'k-1'],
      ['reason', '不办了'],
    ]);
    expect(location).toBe(`/cases/${number}`);
    expect(visitor.asked.at(-1)).toMatchObject({ key: 'k-1', asking: { body: { reason: '不办了' } } });
  });

  test('is not offered when it is too late', async () => {
    const { location } = await aVisitor({
      signedIn: true,
      keepers: asCase(aCase({ mayWithdraw: false })),
    }).get(`/cases/${number}/withdraw`);
    expect(location).toBe(`/cases/${number}`);
  });
});

describe('correcting', () => {
  test('shows every defect at once with the day and no button before all are mended', async () => {
    const { html } = await aVisitor({ signedIn: true, keepers: asCase(needing) }).get(
      `/cases/${number}/correct`,
    );
    expect(html).toContain('1月20日（星期二）前补上');
    expect(html).toContain('图上没有标出 &lt;下水点');
    expect(html).toContain('照片里缺少右下角');
    expect(html).toContain('四个角都拍进去');
    expect(html).toContain('还有 2 样没补');
    expect(html).not.toContain('id="resubmit"');
  });

  test('a new photo replaces one material', async () => {
    const keepers: Keepers = {
      ...asCase(needing),
      'POST /api/files': () => ({
        file: ids.file,
        name: 'a.jpg',
        contentType: 'image/jpeg',
        bytes: 1,
        offset: 0,
        complete: false,
      }),
      'PUT /api/files/:file/bytes': () => ({
        file: ids.file,
        name: 'a.jpg',
        contentType: 'image/jpeg',
        bytes: 1,
        offset: 1,
        complete: true,
      }),
      'PUT /api/cases/:case/materials/:material': () => needing,
    };
    const visitor = aVisitor({ signedIn: true, keepers });
    const photo = { field: 'file', name: 'a.jpg', contentType: 'image/jpeg', bytes: new Uint8Array([1]) };
    const { location } = await visitor.post(`/cases/${number}/correct/river-map`, [['do', 'files']], [photo]);
    expect(location).toBe(`/cases/${number}/correct`);
    expect(visitor.asked.at(-1)?.asking).toMatchObject({
      params: { material: 'river-map' },
      body: { files: [ids.file] },
    });
  });

  test('all mended is handed in together', async () => {
    const { correction } = needing;
    const mended = aCase({
      ...(correction && {
        correction: { ...correction, defects: correction.defects.map((one) => ({ ...one, mended: true })) },
      }),
    });
    const visitor = aVisitor({
      signedIn: true,
      keepers: { ...asCase(mended), 'POST /api/cases/:case/resubmissions': () => aCase() },
    });
    expect((await visitor.get(`/cases/${number}/correct`)).html).toContain('id="resubmit"');
    expect((await visitor.post(`/cases/${number}/correct`, [['key', 'k-1']])).location).toBe(
      `/cases/${number}`,
    );
  });
});

describe('urging', () => {
  test('is offered while it may be done, and sent once by the key of the form', async () => {
    const keepers: Keepers = {
      ...asCase(aCase({ mayUrge: true })),
      'POST /api/cases/:case/urges': () => aCase(),
    };
    const visitor = aVisitor({ signedIn: true, keepers });
    expect((await visitor.get(`/cases/${number}`)).html).toContain(`/cases/${number}/urge`);
    const { location } = await visitor.post(`/cases/${number}/urge`, [
      ['key', 'k-2'],
      ['say', '孩子要开学'],
    ]);
    expect(location).toBe(`/cases/${number}`);
    expect(visitor.asked.at(-1)).toMatchObject({ key: 'k-2', asking: { body: { say: '孩子要开学' } } });
  });

  test('once done today is told and not offered again', async () => {
    const urged = aCase({ urges: [{ at: '2026-01-06T02:00:00Z' }], mayUrge: false });
    const visitor = aVisitor({ signedIn: true, keepers: asCase(urged) });
    const { html } = await visitor.get(`/cases/${number}`);
    expect(html).toContain('您在 2026年1月6日 10:00 催过');
    expect(html).not.toContain(`/cases/${number}/urge`);
    expect((await visitor.get(`/cases/${number}/urge`)).location).toBe(`/cases/${number}`);
  });
});

describe('a marked picture', () => {
  test('frames the place of the defect on the photograph that was handed in', async () => {
    const [first, second] = needing.correction?.defects ?? [];
    if (first === undefined || second === undefined) throw new Error('two defects are needed');
    const region = { file: ids.file, x: 0.25, y: 0.5, width: 0.1, height: 0.125 };
    const marked = aCase({
      correction: {
        dueOn: '2026-01-20',
        toldAt: '2026-01-06T02:00:00Z',
        defects: [
          { ...first, region },
          { ...second, region: { ...region, page: 3 } },
        ],
      },
    });
    const { html } = await aVisitor({ signedIn: true, keepers: asCase(marked) }).get(
      `/cases/${number}/correct`,
    );
    expect(html).toContain('<rect x="25" y="50" width="10" height="12.5"');
    expect(html).toContain('看 PDF 第 3 页');
    expect(html.match(/<rect /g)).toHaveLength(1);
  });
});

describe('who looked at my data', () => {
  const entries = [
    {
      at: '2026-01-06T02:00:00Z',
      who: '示例·东莞市公安局 窗口人员 DEMO0001',
      what: '看了办件材料',
      why: '核对收件',
      case: number,
      sensitive: true,
    },
  ];

  test('names post, reason and moment, and leads to older entries of the same case', async () => {
    const keepers: Keepers = { 'GET /api/access-log': () => ({ entries, next: 'p2' }) };
    const visitor = aVisitor({ signedIn: true, keepers });
    const { html } = await visitor.get(`/access?case=${number}`);
    for (const words of [
      'DEMO0001',
      '核对收件',
      '看了完整号码',
      '2026年1月6日 10:00',
      `case=${number}&amp;after=p2`,
    ])
      expect(html).toContain(words);
    expect(visitor.asked.at(-1)?.asking).toMatchObject({ query: { case: number } });
  });

  test('is nobody’s business but the holder’s', async () => {
    expect((await aVisitor().get('/access')).location).toContain('/sign-in');
  });
});

describe('promises', () => {
  const notice = {
    material: 'river-map',
    materialName: { zh: '下水点位置图' },
    title: '告知承诺书',
    basis: ['《皮划艇管理办法》第六条'],
    conditions: ['下水点在允许的河段'],
    proves: '下水点的位置',
    liability: ['承诺不实的，撤销登记'],
    checkedWithin: '办结后 30 天内核查',
    public: false,
    commits: ['下水点在允许的河段'],
    allowed: true,
  };
  const at = `/apply/${ids.draft}/materials/river-map/promise`;
  const keepers: Keepers = {
    'GET /api/drafts/:draft/undertakings/:material': () => notice,
    'PUT /api/drafts/:draft/materials/:material': () => ({}),
  };

  test('are made only after the notice was agreed to', async () => {
    const visitor = aVisitor({ signedIn: true, keepers });
    const { html } = await visitor.get(at);
    for (const words of ['第六条', '撤销登记', '30 天内核查', '承诺书不公开']) expect(html).toContain(words);
    const refused = await visitor.post(at, []);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('读完后打勾');
    const { location } = await visitor.post(at, [['agreed', 'yes']]);
    expect(location).toBe(`/apply/${ids.draft}/materials`);
    expect(visitor.asked.at(-1)?.asking).toMatchObject({ body: { met: 'promise', agreed: true } });
  });

  test('are not offered to whoever may not make one, and say why', async () => {
    const barred = { ...notice, allowed: false, why: '您之前的承诺核查不实' };
    const { html } = await aVisitor({
      signedIn: true,
      keepers: { ...keepers, 'GET /api/drafts/:draft/undertakings/:material': () => barred },
    }).get(at);
    expect(html).toContain('您之前的承诺核查不实');
    expect(html).not.toContain('name="agreed"');
  });
});

describe('papers nobody needs any more', () => {
  const paper = {
    id: 'marital-status',
    name: '婚姻状况证明',
    also: ['未婚证明'],
    kind: 'retired',
    say: '不用开，我们直接核对婚姻登记数据。',
    items: [],
    source: 'recalled',
  };

  test('are listed for anyone, and told before the hits of a search that names one', async () => {
    const keepers: Keepers = { 'GET /api/not-needed-papers': () => [paper] };
    const visitor = aVisitor({ keepers });
    expect((await visitor.get('/not-needed?q=未婚证明')).html).toContain('直接核对婚姻登记数据');
    expect((await visitor.get('/search?q=未婚证明')).html).toContain('不用再开');
  });

  test('an unknown one says to ask', async () => {
    const { html } = await aVisitor().get('/not-needed?q=月亮证明');
    expect(html).toContain('没有查到“月亮证明”');
  });
});

describe('licences and checking them', () => {
  const found = {
    code: '8841203377',
    title: { zh: '下水登记证', en: 'Kayak permit' },
    state: 'valid',
    issuer: '示例派出所',
    issuedOn: '2026-01-08',
    facts: [],
    sha256: '9f86d081',
    demo: true,
  };

  test('the wallet offers certificates that exist and says when it is empty', async () => {
    expect((await aVisitor({ signedIn: true }).get('/licences')).html).toContain('证照夹里还没有证照');
  });

  test('anyone can check a code and is told what to compare and that it is a demonstration', async () => {
    const { html } = await aVisitor({ keepers: { 'GET /api/verifications/:code': () => found } }).get(
      '/verify/8841203377',
    );
    for (const words of ['有效', '下水登记证', '9f86d081', '没有法律效力']) expect(html).toContain(words);
  });

  test('a code typed with spaces leads to its address', async () => {
    expect((await aVisitor().get('/verify?code=8841 2033-77')).location).toBe('/verify/8841203377');
  });

  test('an unknown code is told beside the field', async () => {
    const keepers: Keepers = {
      'GET /api/verifications/:code': () => {
        throw new Problem('files.code-unknown', 'missing', '没有这个核验码');
      },
    };
    const { status, html } = await aVisitor({ keepers }).get('/verify/12');
    expect(status).toBe(404);
    expect(html).toContain('没有这个核验码');
  });
});
