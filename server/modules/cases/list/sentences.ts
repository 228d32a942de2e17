import type { Sentences } from '@tongban/contract';

/** What refusals of lists and bulk acts say in both languages. */
export const sentences: Sentences = {
  'cases.holder': { zh: '没有这位经办人，重新选一位', en: 'There is no such colleague; choose another' },
  'cases.not-in-bulk': {
    zh: '这一环节不能批量办，打开单独办',
    en: 'This step does not go in bulk; open the case and do it by itself',
  },
  'cases.no-papers': {
    zh: '选中的办件都还没有文书，没有可以打印的',
    en: 'None of these cases has a paper yet; there is nothing to print',
  },
  'cases.views-full': {
    zh: '视图保存满了，先删掉不用的',
    en: 'You have as many views as can be kept; drop one first',
  },
  'cases.view': { zh: '没有这个视图，可能已经删掉', en: 'There is no such view; it may have been dropped' },
  'cases.view-person': {
    zh: '视图里不保存身份证号，去掉再存',
    en: 'A view keeps no citizen number; take it out, then save',
  },
  'cases.export-missing': {
    zh: '没有这份导出，或已过一天删除，重新导出',
    en: 'There is no such export, or it is older than a day; export again',
  },
  'cases.export-running': {
    zh: '还没有做好，过几秒再取',
    en: 'It is not ready yet; fetch it in a few seconds',
  },
};
