import { describe, expect, test } from 'vitest';
import type { ContentFile } from '../finding.ts';
import { kayakContent } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';
import { readContent } from './read-content.ts';

const theme = (steps: string): ContentFile => ({
  path: 'themes/first-paddle.yaml',
  text: `id: first-paddle\nname: 首航一件事\nname_en: First paddle\ntype: within-line\ntrigger: 买了皮划艇\nroles: [艇主]\nsteps:\n${steps}rules: []\nsource: KAYAK1\n`,
});

const organisation = (code: string) =>
  `  - {id: water-bureau, name: 水上局, name_en: Water bureau, kind: city-bureau, level: 3, division: "99", covers: ["99"], code: ${code}, decides: all, phone: "19900000001"}\n`;

function errorsOf(...more: ContentFile[]) {
  const loading = loadContent([...kayakContent(), ...more]);
  return loading.ok ? [] : loading.findings.filter(({ severity }) => severity === 'error');
}

describe('readContent', () => {
  test('items and reference files are read with their types', () => {
    const { content, findings } = readContent(kayakContent());
    expect(findings).toEqual([]);
    expect(content.items.map(({ folder }) => folder.item.id)).toEqual(['kayak', 'sea-kayak']);
    expect(content.licences?.value.types.map(({ id }) => id)).toEqual(['kayak-permit', 'resident-id']);
    expect(content.offices).toBeUndefined();
  });

  test('a file nobody would read is refused', () => {
    expect(errorsOf({ path: 'source.yaml', text: 'a: b\n' })).toMatchObject([
      { rule: 'files', message: '没有程序会读这个文件，是不是“sources.yaml”？' },
    ]);
  });

  test('a mistyped file in an item folder is refused', () => {
    expect(errorsOf({ path: 'items/kayak/material.yaml', text: '[]\n' })).toMatchObject([
      { file: 'items/kayak/material.yaml', message: '事项文件夹里没有这种文件，是不是“materials.yaml”？' },
    ]);
  });

  test('an item that cannot be read is reported and left out', () => {
    const files = kayakContent({ 'form.yaml': () => '{' });
    const { content, findings } = readContent(files);
    expect(content.items.map(({ folder }) => folder.item.id)).toEqual(['sea-kayak']);
    expect(findings.length).toBeGreaterThan(0);
  });

  test('divisions are read as rows with parents', () => {
    const text = 'name,code,level,parent\n示例省,99,province,\n示例市,9901,city,99\n';
    expect(readContent([{ path: 'divisions/99.csv', text }]).content.divisions).toEqual([
      { name: '示例省', code: '99', level: 'province' },
      { name: '示例市', code: '9901', level: 'city', parent: '99' },
    ]);
  });

  test('a division whose code does not fit its level is refused at its line', () => {
    const text = 'name,code,level,parent\n示例市,99010,city,99\n';
    expect(readContent([{ path: 'divisions/99.csv', text }]).findings).toMatchObject([
      { line: 2, message: '示例市 的代码应当是 4 位数字' },
    ]);
  });
});

describe('reference rules', () => {
  test('a theme names known items and its own steps', () => {
    const steps =
      '  - {id: take, name: 领桨, owner: 器材室, police: false, after: [lunch]}\n  - {id: launch, name: 下水, owner: 公安, police: true, item: kayaks}\n';
    expect(errorsOf(theme(steps)).map(({ line, message }) => `${line} ${message}`)).toEqual([
      '8 没有步骤“lunch”，是不是“launch”？',
      '9 没有事项“kayaks”，是不是“kayak”？',
    ]);
  });

  test('an organisation code carries its check character', () => {
    const file = (code: string) => ({
      path: 'offices/organisations.yaml',
      text: `organisations:\n${organisation(code)}halls: []\n`,
    });
    expect(errorsOf(file('11440000MB2D0164XH'))).toEqual([]);
    expect(errorsOf(file('11440000MB2D0164XX'))).toMatchObject([{ rule: 'offices', line: 2 }]);
  });

  test('a city may fill in what is open and must keep its two phones apart', () => {
    const local = (phones: string, items: string) => ({
      path: 'local/9901.yaml',
      text: `city: "9901"\nname: 示例市\nphones: ${phones}\nitems: ${items}\n`,
    });
    const two = '{consult: "19900000001", complaint: "19900000002"}';
    expect(errorsOf(local(two, '{kayak: {promised: {days: 2, unit: working, source: KAYAK1}}}'))).toEqual([]);
    expect(
      errorsOf(local(two, '{kayak: {promised: {days: 20, unit: working, source: KAYAK1}}}')),
    ).toMatchObject([{ rule: 'local', message: '“皮划艇下水登记”的本地承诺超过了法定时限' }]);
    expect(errorsOf(local(two, '{kayaks: {}}'))).toMatchObject([
      { message: '没有事项“kayaks”，是不是“kayak”？' },
    ]);
    expect(errorsOf(local('{consult: "19900000001", complaint: "19900000001"}', '{}'))).toMatchObject([
      { message: '咨询电话和投诉电话不能是同一个号码' },
    ]);
  });
});
