import { checklistOf, type ItemEdition } from '@tongban/catalogue';
import { compileItem, readFolder } from '@tongban/catalogue/author';
import { kayakFolder } from '@tongban/catalogue/kayak';
import { type CaseView, type Draft, pathOf, type Route } from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import { expandForm } from '@tongban/forms';
import { readAnswers } from '@tongban/guide';
import { citizenCheck, Problem } from '@tongban/kernel';
import { hallKeepers } from './booking.fixture.ts';
import type { PageRequest } from './page.ts';
import { createPortal } from './portal.ts';

export const ids = {
  edition: '01920000-0000-7000-8000-000000000001',
  draft: '01920000-0000-7000-8000-000000000002',
  file: '01920000-0000-7000-8000-000000000003',
  licence: '01920000-0000-7000-8000-000000000004',
};

const first17 = '99010119900101123';
/** Of a division that does not exist, with the right check character. */
export const citizenNumber = `${first17}${citizenCheck(first17)}`;

/** What a pretend server was asked. */
export type Asked = { readonly route: string; readonly asking: Asking; readonly key: string | undefined };
type Asking = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};
export type Keepers = Readonly<Record<string, (asking: Asking) => unknown>>;

/** The toy item, compiled as the server would hand it out; pages only read it, so it is made once. */
const kayak: ItemEdition = compiledKayak();

function compiledKayak(): ItemEdition {
  const read = readFolder(kayakFolder());
  if (!read.ok) throw new Error('the kayak cannot be read');
  const compiled = compileItem(read.folder);
  if (!compiled.ok) throw new Error('the kayak cannot be compiled');
  return compiled.edition;
}

/** 江河, 300 cm, nobody along, no sticker, no licences: everything is certain. */
export const riverAnswers: [string, string][] = [
  ['水域', '江河'],
  ['艇长', '300'],
  ['同行人', '0'],
  ['要贴标', '否'],
  ['授权电子证照', '否'],
];

export function aDraft(changes: Partial<Draft> = {}): Draft {
  const { answers } = readAnswers(kayak.guide, riverAnswers);
  const form = expandForm(kayak.folder.form as Parameters<typeof expandForm>[0], {
    people: {},
    holds: () => true,
  });
  return {
    draft: ids.draft,
    item: 'kayak',
    edition: ids.edition,
    division: '4419',
    answers: riverAnswers,
    values: { 'applicant.name': '示例·张三' },
    pages: form.pages.map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map(({ prefill: _prefill, page: _page, ...question }) => question),
    })) as Draft['pages'],
    provenance: { 'applicant.name': { from: { zh: '实名信息', en: 'Your verified identity' } } },
    slots: checklistOf(kayak, answers, 'zh').map((line) => ({
      material: line.id,
      need: line.state,
      met: 'open',
      files: [],
      ways: ['files', 'window'],
      offers: [],
    })),
    faults: [],
    savedAt: '2026-01-05T06:02:00Z',
    ...changes,
  };
}

/** A draft with nothing left to do but the declaration. */
export function aReadyDraft(): Draft {
  const draft = aDraft({
    values: { 'applicant.name': '示例·张三', 'applicant.citizenNumber': citizenNumber, phone: '19900000001' },
  });
  return { ...draft, slots: draft.slots.map((slot) => ({ ...slot, met: 'window' })) };
}

export function aCase(changes: Partial<CaseView> = {}): CaseView {
  return {
    case: '990100000001',
    item: 'kayak',
    edition: ids.edition,
    name: { zh: '皮划艇下水登记', en: 'Register a kayak' },
    division: '4419',
    office: { zh: '示例派出所' },
    submittedAt: '2026-01-05T06:10:00Z',
    status: {
      headline: 'in-progress',
      title: { zh: '正在办理', en: 'In progress' },
      line: { zh: '第 1 个工作日，共 3 个', en: '1 of 3 working days' },
      needsYou: false,
    },
    clocks: [
      {
        kind: 'promised',
        days: 3,
        unit: 'working',
        used: 1,
        dueOn: '2026-01-08',
        overdue: false,
        published: true,
        light: 'green',
      },
    ],
    timeline: [{ at: '2026-01-05T06:10:00Z', title: { zh: '您提交了申请', en: 'You applied' } }],
    slots: [],
    summary: [],
    documents: [],
    mayWithdraw: true,
    urges: [],
    mayUrge: false,
    promises: [],
    ...changes,
  };
}

const hit = {
  item: 'kayak',
  name: { zh: '皮划艇下水登记', en: 'Register a kayak' },
  line: 'public-order',
  who: '带皮划艇下水的人都可以办。',
};

const open: Keepers = {
  ...hallKeepers,
  'GET /api/divisions': () => [
    { code: '4401', name: '广州市', level: 2, served: true },
    {
      code: '4419',
      name: '东莞市',
      level: 2,
      served: true,
      phones: { consult: '0769-00000100', complaint: '0769-00000101' },
    },
    { code: '4420', name: '中山市', level: 2, served: false },
  ],
  'GET /api/halls': () => [
    {
      id: 'h',
      name: '示例大厅',
      division: '4419',
      address: '示例路 1 号',
      hours: ['周一至周五 9:00–12:00'],
      windows: 3,
      demo: true,
    },
  ],
  'GET /api/items': ({ query = {} }) =>
    query.q === undefined || query.q === '皮划艇'
      ? {
          hits: [{ ...hit, ...(query.q === undefined ? {} : { matched: '独木舟' }) }],
          suggestions: [],
          total: 1,
        }
      : { hits: [], suggestions: [hit], total: 0 },
  'GET /api/items/:item': ({ params }) => {
    if (params?.item !== 'kayak') throw new Problem('catalogue.no-item', 'missing', '没有这个事项');
    return {
      item: 'kayak',
      edition: ids.edition,
      number: 3,
      effectiveFrom: '2026-01-01',
      division: '4419',
      editions: 3,
    };
  },
  'GET /api/editions/:edition': () => kayak,
  'GET /api/items/:item/map': () => [
    { depth: 0, text: '您在哪里下水？' },
    { depth: 1, text: '江河' },
  ],
  'GET /api/not-needed-papers': () => [],
  'GET /api/forums': () => ({ forums: [] }),
  'GET /api/contact-desk': () => ({}),
  'GET /api/session': () => ({ kind: 'anyone' }),
  'GET /api/ratings/visits/:key': () => {
    throw new Problem('ratings.not-ended', 'conflict', '这件事还没有办完，办完再评');
  },
};

const own: Keepers = {
  'GET /api/session': () => ({
    kind: 'citizen',
    personId: ids.draft,
    name: '示例·张三',
    citizenNumber: '990***********1239',
    phone: '199****0001',
    expiresAt: '2026-01-05T07:00:00Z',
  }),
  'GET /api/drafts': () => [],
  'GET /api/cases': () => [],
  'GET /api/licences': () => [],
  'GET /api/family': () => [],
  'GET /api/licences/shared': () => [],
  'GET /api/bookings': () => ({ bookings: [], wishes: [] }),
  'GET /api/bookable-people': () => [{ person: ids.file, name: '*三', self: true }],
  'GET /api/drafts/:draft': () => aDraft(),
  'GET /api/cases/:case': () => aCase(),
  'GET /api/ratings/cases/:case': () => ({ name: { zh: '' }, number: '', may: false, levels: [] }),
};

/** A pretend server that keeps the given routes and remembers what it was asked; anything else is a 401. */
function aServer(keepers: Keepers): { readonly call: Call; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const call = async (route: Route, asking: Asking, options?: { key?: string }) => {
    const name = `${route.method} ${pathOf(route)}`;
    asked.push({ route: name, asking, key: options?.key });
    const keep = keepers[name];
    if (keep === undefined) throw new Problem('request.sign-in', 'unauthenticated', '先登录');
    return structuredClone(await keep(asking));
  };
  return { call: call as unknown as Call, asked };
}

type Visiting = {
  readonly keepers?: Keepers;
  readonly signedIn?: true;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A browser without scripts at the door of a fresh portal. */
export function aVisitor({ keepers = {}, signedIn, cookies = {}, headers = {} }: Visiting = {}) {
  const { call, asked } = aServer({ ...open, ...(signedIn ? own : {}), ...keepers });
  const handle = createPortal();
  const jar = signedIn ? { tongban_session: 'x', ...cookies } : cookies;
  const ask = async (method: 'GET' | 'POST', url: string, sent: Partial<PageRequest> = {}) => {
    const { pathname, searchParams } = new URL(url, 'http://inside');
    const answer = await handle(
      { method, path: pathname, query: [...searchParams], cookies: jar, headers, ...sent },
      call,
    );
    const location = answer.headers.location;
    return {
      ...answer,
      html: String(answer.body),
      location: typeof location === 'string' ? decodeURIComponent(location) : undefined,
    };
  };
  return {
    asked,
    get: (url: string) => ask('GET', url),
    post: (url: string, form: [string, string][], files: PageRequest['files'] = []) =>
      ask('POST', url, { form, files }),
  };
}
