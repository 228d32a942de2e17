import type { Answers } from '@tongban/guide';
import { describe, expect, test } from 'vitest';
import { changedElements } from '../changed-elements.ts';
import { compileItem } from '../compile-item.ts';
import type { ItemEdition } from '../edition.ts';
import { findItemCode } from '../item-code.ts';
import { kayakFolder } from '../kayak.fixture.ts';
import { localise } from '../localise.ts';
import { readFolder } from '../read/read-folder.ts';
import { checklistOf } from './checklist.ts';
import { answerWords, factView } from './fact-view.ts';
import { itemView } from './item-view.ts';
import { outcomeView } from './outcome-view.ts';

function kayakEdition(changes: Record<string, (text: string) => string> = {}): ItemEdition {
  const reading = readFolder(kayakFolder(changes));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const compiled = compileItem(reading.folder);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.edition;
}

const edition = kayakEdition();
const river: Answers = { 水域: '江河', 艇长: 400, 要贴标: true, 授权电子证照: false, 同行人: 0 };

function namesOf(answers: Answers) {
  return checklistOf(edition, answers, 'zh').map(
    ({ name, state, person }) => `${state} ${name.text}${person?.number ?? ''}`,
  );
}

describe('checklistOf', () => {
  test('required materials come with the answers that need them', () => {
    const lines = checklistOf(edition, river, 'zh');
    expect(lines.map(({ id }) => id)).toEqual(['identity-card', 'river-map']);
    const [card, map] = lines;
    expect(card?.why).toEqual([{ text: '因为您选了：授权电子证照＝否' }]);
    expect(map?.facts).toEqual(['水域']);
    expect(map?.why).toEqual([{ text: '因为您选了：水域＝江河' }]);
  });

  test('before any answer every material is possible', () => {
    expect(namesOf({})).toEqual(['possible 身份证', 'possible 下水点位置图', 'possible 监护人同意书']);
  });

  test('each accompanying person has lines of their own', () => {
    const answers = { ...river, 同行人: 2, '同行人.1.满16': false, '同行人.2.满16': true };
    expect(namesOf(answers)).toContain('required 监护人同意书1');
    expect(namesOf(answers)).not.toContain('required 监护人同意书2');
  });

  test('a line says form, substitution, photo and checkpoints in words', () => {
    const [card, map, consent] = checklistOf(edition, { ...river, 同行人: 1, '同行人.1.满16': false }, 'zh');
    expect(card?.form.text).toBe('原件 1 份，核验后退还');
    expect(card?.substitute?.text).toBe('有电子证照的，不用带纸质件。');
    expect(card?.photo?.tip.text).toBe('四个角都拍进去。');
    expect(card?.basis).toMatchObject({ text: { text: '《皮划艇管理办法》第四条' }, recalled: false });
    expect(map?.form.text).toBe('原件 1 份，交给窗口');
    expect(map?.substitute).toBeUndefined();
    expect(consent?.form.text).toBe('原件 1 份，交给窗口；复印件 1 份；要盖章');
    expect(consent?.substitute?.text).toBe('有电子证照的，不用带纸质件；可以用书面承诺代替。');
    expect(consent?.checkpoints).toMatchObject([{ id: 'signature', check: { text: '监护人本人签名' } }]);
  });

  test('in English a missing translation shows the Chinese and says so', () => {
    const [card, map] = checklistOf(edition, river, 'en');
    expect(card?.name).toEqual({ text: 'Identity card' });
    expect(card?.form).toEqual({ text: '1 original, returned after checking' });
    expect(map?.name).toEqual({ text: '下水点位置图', missing: true });
    expect(map?.why).toEqual([{ text: 'Because you answered: Where will you launch? River' }]);
  });
});

describe('outcomeView', () => {
  test('a settled situation says yes with cost, time and way', () => {
    const outcome = outcomeView(edition, river, 'zh');
    expect(outcome.verdict).toMatchObject({ is: 'yes', headline: { text: '您可以办' } });
    expect(outcome.cost).toMatchObject({ fen: 1500, upTo: 1500, text: { text: '15 元' } });
    expect(outcome.time).toMatchObject({ certain: true, text: { text: '交齐材料后 3 个工作日' } });
    expect(outcome.channels).toMatchObject([{ id: '到窗口一次', state: 'required' }]);
    expect(outcome.complete).toBe(true);
  });

  test('before any answer cost and time are ranges', () => {
    const outcome = outcomeView(edition, {}, 'zh');
    expect(outcome.verdict.is).toBe('unknown');
    expect(outcome.cost.text.text).toBe('不收费，或最多 15 元');
    expect(outcome.time.text.text).toBe('交齐材料后最快 1 个工作日，最长 3 个工作日');
    expect(outcome.complete).toBe(false);
  });

  test('a refusal says why, what to do and on which basis, and asks for nothing', () => {
    const outcome = outcomeView(edition, { 水域: '湖泊', 艇长: 800 }, 'zh');
    expect(outcome.verdict.is).toBe('no');
    expect(outcome.verdict.reasons[0]).toMatchObject({
      say: { text: '超过7米的艇不能在这里登记。' },
      next: { text: '到船舶登记窗口办理。' },
      basis: { text: { text: '《皮划艇管理办法》第五条' } },
      because: [{ text: '因为您选了：水域＝湖泊' }, { text: '因为您选了：艇长＝800 厘米' }],
    });
    expect(outcome.checklist).toEqual([]);
  });

  test('a matter of another item names that item', () => {
    const { verdict } = outcomeView(edition, { 水域: '海上' }, 'zh');
    expect(verdict).toMatchObject({
      is: 'elsewhere',
      elsewhere: 'sea-kayak',
      reasons: [{ say: { text: '海上下水由海事部门登记。' } }],
    });
  });

  test('not sure is an answer: the outcome stays open and says so', () => {
    const outcome = outcomeView(edition, { ...river, 要贴标: '?' }, 'zh');
    expect(outcome.cost).toMatchObject({ fen: 0, upTo: 1500 });
    const unsure = outcomeView(edition, { 水域: '?', 艇长: '?' }, 'zh');
    expect(unsure.verdict.is).toBe('unknown');
  });
});

describe('factView', () => {
  test('a choice has its options as the address carries them', () => {
    expect(factView(edition, '水域', 'en')).toMatchObject({
      ask: { text: 'Where will you launch?' },
      notSure: { text: '看下水点的告示牌。', missing: true },
      options: [{ value: '湖泊', label: { text: 'Lake' } }, { value: '江河' }, { value: '海上' }],
    });
  });

  test('the number of people and each person are questions too', () => {
    expect(factView(edition, '同行人', 'zh')).toMatchObject({ type: 'number', min: 0, max: 3 });
    expect(factView(edition, '同行人.2.满16', 'zh')).toMatchObject({
      type: 'bool',
      person: { group: '同行人', number: 2 },
    });
  });

  test('an unknown question has no view', () => {
    expect(factView(edition, '天气', 'zh')).toBeUndefined();
    expect(factView(edition, '同行人.1.天气', 'zh')).toBeUndefined();
  });

  test('answers are repeated in words', () => {
    expect(answerWords(edition, '艇长', { answers: river, locale: 'zh' })).toEqual({
      text: '艇长：400 厘米',
    });
    expect(answerWords(edition, '水域', { answers: { 水域: '?' }, locale: 'zh' })).toEqual({
      text: '水域：不清楚',
    });
    const people = { '同行人.2.满16': true };
    expect(answerWords(edition, '同行人.2.满16', { answers: people, locale: 'zh' }).text).toBe(
      '同行人（第2个）满16：是',
    );
  });
});

describe('itemView', () => {
  test('the item page has who, cost, time, visits and materials with their conditions', () => {
    const view = itemView(edition, 'zh');
    expect(view.promised.text).toBe('交齐材料后 3 个工作日');
    expect(view.statutory?.text).toBe('10 个工作日');
    expect(view.visits).toEqual({
      count: 1,
      text: { text: '最多到大厅 1 次' },
      reason: { text: '要看一看您的皮划艇' },
    });
    expect(view.fees).toMatchObject([{ amount: { text: '15 元' }, conditional: true }]);
    expect(view.materials.map(({ when }) => when?.text)).toEqual([
      '授权电子证照为“否”',
      '水域是“江河”',
      '满16为“否”',
    ]);
  });

  test('a city fills in its promise, phones and conditions', () => {
    const localised = localise(edition, {
      city: '4419',
      name: '示例市',
      phones: { consult: '19900000001', complaint: '19900000002' },
      items: {
        kayak: {
          promised: { days: 2, unit: 'working', source: 'KAYAK1' },
          conditions: [{ say: '艇身要有编号。', source: 'KAYAK1' }],
        },
      },
    });
    if (!localised.ok) throw new Error('refused');
    const view = itemView(localised.edition, 'zh');
    expect(view.promised.text).toBe('交齐材料后 2 个工作日');
    expect(view.localConditions).toEqual([{ text: '艇身要有编号。' }]);
    expect(view.phones).toEqual({ consult: '19900000001', complaint: '19900000002' });
    expect(outcomeView(localised.edition, river, 'zh').time.longest.days).toBe(2);
    expect(outcomeView(localised.edition, { ...river, 水域: '湖泊' }, 'zh').time.longest.days).toBe(1);
    expect(localised.edition.hash).toBe(edition.hash);
  });

  test('what the master item has locked is refused with the reason', () => {
    const strict = kayakEdition({
      'item.yaml': (text) => text.replace('materials, guide]', 'materials, guide, limits]'),
    });
    const fields = {
      city: '4419',
      name: '示例市',
      phones: { consult: '19900000001', complaint: '19900000002' },
      items: { kayak: { promised: { days: 2, unit: 'working' as const, source: 'KAYAK1' } } },
    };
    expect(localise(strict, fields)).toEqual({
      ok: false,
      refused: [
        { element: 'limits.promised', message: '“皮划艇下水登记”的承诺时限由省统一规定，各地不能改' },
      ],
    });
  });

  test('a local promise may not exceed the statutory limit', () => {
    const fields = {
      city: '4419',
      name: '示例市',
      phones: { consult: '19900000001', complaint: '19900000002' },
      items: { kayak: { promised: { days: 20, unit: 'working' as const, source: 'KAYAK1' } } },
    };
    expect(localise(edition, fields)).toMatchObject({
      ok: false,
      refused: [{ message: expect.stringContaining('法定') }],
    });
  });
});

describe('findItemCode', () => {
  const organisation = { code: '11440000MB2D0164XH', level: 2 };

  test('a known basic code makes a whole item code', () => {
    const coded = kayakEdition({
      'item.yaml': (text) => text.replace('codes: {', 'codes: {basic: "440289876000", '),
    });
    expect(findItemCode(coded, organisation)).toBe('11440000MB2D0164XH2440289876000');
  });

  test('an unknown basic code or a wrong organisation code makes none', () => {
    const coded = kayakEdition({
      'item.yaml': (text) => text.replace('codes: {', 'codes: {basic: "440289876000", '),
    });
    expect(findItemCode(edition, organisation)).toBeUndefined();
    expect(findItemCode(coded, { ...organisation, code: '11440000MB2D0164XX' })).toBeUndefined();
  });
});

describe('changedElements', () => {
  test('names what differs and whether the master keeps it', () => {
    const changed = kayakEdition({
      'item.yaml': (text) => text.replace('promised: {days: 3', 'promised: {days: 2'),
      'materials.yaml': (text) => text.replace('四个角都拍进去。', '拍清楚四个角。'),
    });
    expect(changedElements(edition, changed)).toEqual([
      { element: 'limits', locked: false },
      { element: 'materials', locked: true },
    ]);
    expect(changedElements(edition, kayakEdition())).toEqual([]);
  });
});

describe('editionHash', () => {
  test('the same content in another order of keys has the same hash, any change another', () => {
    const again = kayakEdition({
      'form.yaml': (text) =>
        text.replace(
          '{id: phone, use: phone, ask: 您的手机号码',
          '{ask: 您的手机号码, use: phone, id: phone',
        ),
    });
    const changed = kayakEdition({ 'form.yaml': (text) => text.replace('手机号码', '电话号码') });
    expect(edition.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(again.hash).toBe(edition.hash);
    expect(changed.hash).not.toBe(edition.hash);
  });
});
