import { compileGuide } from './author.ts';
import type { Guide } from './guide.ts';
import type { GuideSource } from './source.ts';

/** 租艇: an invented item with a little of everything. */
export const kayak: GuideSource = {
  facts: [
    {
      id: '艇型',
      ask: '想租哪种艇？',
      type: 'choice',
      role: 'situation',
      options: ['单人艇', '双人艇', '快艇'],
      prior: [0.6, 0.3, 0.1],
    },
    { id: '年龄', ask: '您多大？', type: 'number', role: 'situation', unit: '岁', max: 120 },
    { id: '会游泳', ask: '会游泳吗？', type: 'bool', role: 'situation' },
    {
      id: '自带',
      ask: '自己带了什么？',
      type: 'multi',
      role: 'modifier',
      options: ['桨', '救生衣', '头盔（硬）'],
      prior: [0.2, 0.1, 0],
    },
    { id: '教练陪同', ask: '有教练陪同吗？', type: 'bool', role: 'modifier', when: 'not(会游泳)' },
  ],
  people: [
    {
      id: '同伴',
      ask: '几位同伴？',
      max: 4,
      facts: [
        {
          id: '年龄段',
          ask: '同伴的年龄段？',
          type: 'choice',
          role: 'situation',
          options: ['幼儿', '少年', '成人'],
        },
        { id: '晕船', ask: '会晕船吗？', type: 'bool', role: 'modifier' },
      ],
    },
  ],
  defs: { 未成年: '年龄 < 18' },
  route: [{ to: '快艇租赁', when: '艇型 = "快艇"' }],
  eligibility: [{ id: '不会游泳', verdict: 'no', when: 'not(会游泳) and not(教练陪同)' }],
  channel: [{ id: '网上办', when: 'count(同伴) = 0' }],
  limit: [
    { id: '当天', when: '艇型 = "单人艇"' },
    { id: '次日', otherwise: true },
  ],
  materials: [
    { id: '租艇单' },
    { id: '监护人同意书', when: '未成年 or any(同伴, 年龄段 != "成人")' },
    { id: '救生衣押金', when: 'not(自带.救生衣)' },
    { id: '晕船药', for_each: '同伴', when: '晕船 and 年龄段 in ("少年", "成人")' },
  ],
};

export function compiledKayak(change: (source: GuideSource) => void = () => undefined): Guide {
  const source = JSON.parse(JSON.stringify(kayak)) as GuideSource;
  change(source);
  const made = compileGuide(source);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.guide;
}
