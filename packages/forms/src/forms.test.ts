import { describe, expect, test } from 'vitest';
import {
  blankValues,
  checkAnswer,
  checkForm,
  expandForm,
  type Form,
  type FormSource,
  type FormValues,
  findAddress,
  findPerson,
  prefill,
  type Question,
  readValues,
} from './index.ts';

const kayakForm: FormSource = [
  { id: 'applicant', use: 'person', prefill: 'identity', purpose: '确认申请人身份' },
  {
    id: 'mate',
    use: 'person',
    ask: '同船人',
    ask_en: 'Mate',
    prefill: 'licence.crew.mate',
    when: '有同船人',
  },
  { id: 'mooring', use: 'address', ask: '停泊地址', within: 'city', prefill: 'licence.kayak.address' },
  {
    id: 'club',
    use: 'enterprise',
    ask: '俱乐部',
    prefill: 'licence.business-licence.company',
    optional: true,
  },
  { id: 'crew', for_each: '船员', fields: [{ id: 'person', use: 'person' }] },
  { id: 'colour', use: 'choice', ask: '船的颜色', options: ['红', '黄'] },
  { id: 'launched', use: 'date', ask: '下水日期' },
  { id: 'length', use: 'number', ask: '艇长', ask_en: 'Length' },
  { id: 'phone', use: 'phone', ask: '手机号码', ask_en: 'Mobile number', prefill: 'identity.phone' },
  { id: 'declaration', use: 'declaration', text: '以上内容真实。', text_en: 'This is true.' },
];

const alone = { people: {}, holds: () => false };
const form = expandForm(kayakForm, alone);
const complete: FormValues = {
  'applicant.name': '张示例',
  'applicant.citizenNumber': '11010519491231002X',
  'mooring.division': '990101',
  'mooring.detail': '湖边路 1 号',
  'club.name': '',
  'club.uscc': '',
  colour: '红',
  launched: '2026-01-05',
  length: '420',
  phone: '19900001234',
  declaration: 'yes',
};

function faultOf(id: string, answer: string, asked: Form = form) {
  return checkForm(asked, { ...complete, [id]: answer }).map((fault) => fault.message.zh);
}

describe('expandForm', () => {
  test('one topic a page, one box a question', () => {
    expect(form.pages.map((page) => page.id)).toEqual([
      'applicant',
      'mooring',
      'club',
      'colour',
      'launched',
      'length',
      'phone',
      'declaration',
    ]);
    expect(form.questions.slice(0, 2)).toEqual([
      {
        id: 'applicant.name',
        page: 'applicant',
        kind: 'name',
        label: { zh: '姓名', en: 'Name' },
        required: true,
        purpose: '确认申请人身份',
        prefill: ['identity.name'],
      },
      {
        id: 'applicant.citizenNumber',
        page: 'applicant',
        kind: 'citizen-number',
        label: { zh: '身份证号码', en: 'ID number' },
        required: true,
        purpose: '确认申请人身份',
        prefill: ['identity.citizenNumber'],
      },
    ]);
  });

  test('a field whose condition holds is asked, its English missing when content has none', () => {
    const together = expandForm(kayakForm, { people: {}, holds: (condition) => condition === '有同船人' });
    expect(together.pages[1]).toMatchObject({ id: 'mate', title: { zh: '同船人', en: 'Mate' } });
    expect(together.pages[2]?.title).toEqual({ zh: '停泊地址' });
  });

  test('people are asked one page each, as many as the guide counted', () => {
    const crew = expandForm(kayakForm, { people: { 船员: 2 }, holds: () => false });
    const pages = crew.pages.filter((page) => page.id.startsWith('crew'));
    expect(pages.map((page) => page.title.zh)).toEqual(['船员（第 1 位）', '船员（第 2 位）']);
    expect(pages[1]?.questions.map((question) => question.id)).toEqual([
      'crew.1.person.name',
      'crew.1.person.citizenNumber',
    ]);
  });

  test('a single field may be repeated too', () => {
    const source: FormSource = [{ id: 'boat', use: 'text', ask: '船名', for_each: '船' }];
    const boats = expandForm(source, { people: { 船: 2 }, holds: () => true });
    expect(boats.questions.map(({ id, label }) => [id, label.zh])).toEqual([
      ['boat.0', '船名'],
      ['boat.1', '船名'],
    ]);
    expect(expandForm(source, alone).pages).toEqual([]);
  });

  test('no two questions share an id', () => {
    const crew = expandForm(kayakForm, { people: { 船员: 3 }, holds: () => true });
    const ids = crew.questions.map((question) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('checkForm', () => {
  test('a complete form has no faults', () => {
    expect(checkForm(form, complete)).toEqual([]);
  });

  test.each([
    ['applicant.name', '', '填写姓名'],
    ['applicant.name', '张3', '姓名里有数字，请核对'],
    ['applicant.citizenNumber', '110105194912310021', '身份证号码第 18 位对不上，请核对'],
    ['applicant.citizenNumber', '1101051949', '身份证号码应为 18 位，现在是 10 位'],
    ['phone', '1990000123', '手机号码应为 11 位数字'],
    ['phone', '29900001234', '手机号码应以 1 开头，请核对'],
    ['phone', '', '填写手机号码'],
    ['mooring.division', '', '选择所在地区'],
    ['mooring.division', '湖边', '选择所在地区'],
    ['mooring.detail', ' ', '填写详细地址'],
    ['club.uscc', '12441500196720244A', '统一社会信用代码第 18 位对不上，请核对'],
    ['colour', '蓝', '选择船的颜色'],
    ['launched', '2026-02-30', '下水日期要写成年-月-日，例如 2026-01-05'],
    ['length', '长', '艇长要填数字'],
    ['declaration', '', '勾选“以上内容真实。”'],
  ])('%s = %s says %s', (id, answer, said) => {
    expect(faultOf(id, answer)).toEqual([said]);
  });

  test('a fault points at its answer in both languages', () => {
    expect(checkForm(form, { ...complete, 'applicant.name': '' })).toEqual([
      {
        pointer: '/applicant.name',
        code: 'form.empty',
        message: { zh: '填写姓名', en: 'Enter: Name' },
      },
    ]);
  });

  test('an old residence card of a foreigner is accepted in place of an ID number', () => {
    expect(faultOf('applicant.citizenNumber', 'CAN110000081001')).toEqual([]);
  });

  test('an answer too long is told its length', () => {
    expect(faultOf('mooring.detail', '长'.repeat(201))).toEqual(['详细地址最多 200 个字，写短一些']);
  });

  test('nothing answered gives one fault for each required question', () => {
    const required = form.questions.filter((question) => question.required);
    expect(checkForm(form, {})).toHaveLength(required.length);
  });

  test('one answer is checked alone as the person leaves the field', () => {
    const phone = form.questions.find((question) => question.id === 'phone') as Question;
    expect(checkAnswer(phone, '19900001234')).toBeUndefined();
    expect(checkAnswer(phone, '1')).toMatchObject({ code: 'form.phone-length' });
  });
});

describe('prefill', () => {
  const sources = {
    identity: { name: '张示例', citizenNumber: '11010519491231002X', phone: '19900001234' },
    licence: {
      kayak: { address: '湖边路 1 号' },
      'business-licence': { company: '示例皮划艇俱乐部', uscc: '12441500196720244T' },
    },
  };

  test('identity and licences fill what they know and are named for it', () => {
    const { values, origins } = prefill(form, sources);
    expect(values).toMatchObject({
      'applicant.name': '张示例',
      'mooring.detail': '湖边路 1 号',
      'mooring.division': '',
      'club.name': '示例皮划艇俱乐部',
      'club.uscc': '12441500196720244T',
      phone: '19900001234',
      declaration: '',
    });
    expect(origins).toEqual({
      'applicant.name': { from: 'identity' },
      'applicant.citizenNumber': { from: 'identity' },
      'mooring.detail': { from: 'licence', licence: 'kayak' },
      'club.name': { from: 'licence', licence: 'business-licence' },
      'club.uscc': { from: 'licence', licence: 'business-licence' },
      phone: { from: 'identity' },
    });
  });

  test('without sources everything is left to the person', () => {
    expect(prefill(form, {})).toEqual({ values: blankValues(form), origins: {} });
  });

  test('a declaration is never made for anybody', () => {
    const source: FormSource = [{ id: 'declaration', use: 'declaration', prefill: 'identity.declared' }];
    const filled = prefill(expandForm(source, alone), { identity: { declared: 'yes' } });
    expect(filled.values).toEqual({ declaration: '' });
  });
});

describe('readValues', () => {
  test('answers are tidied as people type them, and what was not asked is left behind', () => {
    const values = readValues(form, {
      'applicant.name': ' 张示例 ',
      'applicant.citizenNumber': '１１０１０５ 19491231 002x',
      phone: '+86 199-0000-1234',
      declaration: 'on',
      role: 'admin',
      colour: 7,
    });
    expect(values).toMatchObject({
      'applicant.name': '张示例',
      'applicant.citizenNumber': '11010519491231002X',
      phone: '19900001234',
      declaration: 'yes',
      colour: '',
    });
    expect(values).not.toHaveProperty('role');
  });

  test('a person and an address are found once both their answers are there', () => {
    expect(findPerson(complete, 'applicant')).toEqual({
      name: '张示例',
      citizenNumber: '11010519491231002X',
    });
    expect(findPerson({ 'mate.name': '李示例' }, 'mate')).toBeUndefined();
    expect(findAddress(complete, 'mooring')).toEqual({ division: '990101', detail: '湖边路 1 号' });
    expect(findAddress({}, 'mooring')).toBeUndefined();
  });
});
