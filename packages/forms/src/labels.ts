import type { Words } from '@tongban/kernel';
import type { FieldUse } from './source.ts';

export const PART_LABELS = {
  name: { zh: '姓名', en: 'Name' },
  citizenNumber: { zh: '身份证号码', en: 'ID number' },
  enterprise: { zh: '单位名称', en: 'Name of the company' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  division: { zh: '所在地区', en: 'Area' },
  detail: { zh: '详细地址', en: 'Street and number' },
} as const satisfies Record<string, Words>;

/** What a field is called when content gives it no question of its own. */
export const USE_LABELS: Readonly<Record<FieldUse, Words>> = {
  person: { zh: '个人信息', en: 'Personal details' },
  enterprise: { zh: '单位信息', en: 'Company details' },
  address: { zh: '地址', en: 'Address' },
  phone: { zh: '手机号码', en: 'Mobile number' },
  text: { zh: '内容', en: 'Details' },
  'long-text': { zh: '说明', en: 'Explanation' },
  date: { zh: '日期', en: 'Date' },
  number: { zh: '数量', en: 'Number' },
  choice: { zh: '选项', en: 'Option' },
  declaration: { zh: '声明', en: 'Declaration' },
};

export const APPLICANT: Words = { zh: '申请人', en: 'Applicant' };
