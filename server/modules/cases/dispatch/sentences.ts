import type { Sentences } from '@tongban/contract';

/** What refusals of dispatch say in both languages; where the Chinese names somebody, the code's own text wins. */
export const sentences: Sentences = {
  'dispatch.unfit': {
    zh: '这个人的岗位不办这件：单位、事项或环节对不上，换一个人',
    en: 'The post of this person does not handle the case: branch, item or step do not fit; choose another',
  },
  'dispatch.barred': {
    zh: '这个人不能审批这件，换一个人',
    en: 'This person may not approve the case; choose another',
  },
  'dispatch.away': { zh: '这个人今天请假，换一个人', en: 'This person is away today; choose another' },
  'dispatch.person': {
    zh: '本单位没有这个人，或不办办件',
    en: 'Nobody of this branch who handles cases is known by that id',
  },
  'dispatch.days': {
    zh: '请假的最后一天在第一天前面，改一改',
    en: 'The last day of the absence lies before the first; change it',
  },
};
