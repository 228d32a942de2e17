import { expect, test } from 'vitest';
import { kayakReference } from '../kayak.fixture.ts';
import { findingsWith } from './refusals.fixture.ts';

const sourcesWith = (answers: string) =>
  findingsWith({}, [
    ...kayakReference,
    {
      path: 'data-sources.yaml',
      text: `applicants: [申请人]
sources:
  - {id: lake, name: 湖面登记, name_en: Lake register, keeper: 湖管所, answers: [${answers}], wait_ms: 3000, source: KAYAK1}
`,
    },
  ]).map(({ rule, message }) => `${rule} ${message}`);

test('a data source answers for licences and materials there are', () => {
  expect(sourcesWith('{licence: resident-id, materials: [river-map]}')).toEqual([]);
});

test('a data source that answers for what nobody asks is refused', () => {
  expect(sourcesWith('{licence: resident-id, materials: [river-mop]}')[0]).toContain('river-map');
  expect(sourcesWith('{licence: sea-permit}')[0]).toContain('证照类型表里没有“sea-permit”');
});
