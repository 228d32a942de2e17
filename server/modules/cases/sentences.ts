import { REFUSALS } from '@tongban/casework';
import type { Sentences } from '@tongban/contract';

const rules: Sentences = Object.fromEntries(
  Object.entries(REFUSALS).map(([why, words]) => [`cases.${why}`, words]),
);

/** What refusals of cases say in both languages; where the Chinese names something particular, the code's own text wins. */
export const sentences: Sentences = {
  ...rules,
  'cases.missing': {
    zh: '没有这个办件，或您不能看它。核对编号再试',
    en: 'There is no such case, or you may not see it; check the number',
  },
  'cases.draft': { zh: '没有这份草稿，可能已经删除', en: 'There is no such draft; it may have been deleted' },
  'cases.draft-submitted': {
    zh: '这份申请已经提交',
    en: 'This application has been handed in already; see it under your cases',
  },
  'cases.no-mandate': {
    zh: '先选您替谁办，没有委托的先请对方授权',
    en: 'Choose for whom you act; without a mandate, ask for one first',
  },
  'cases.historical': { zh: '这件事已经停办', en: 'This service has ended' },
  'cases.elsewhere': { zh: '这件事在别处办理', en: 'This is done elsewhere; see the guide' },
  'cases.not-online': {
    zh: '这件事还不能在网上申请',
    en: 'You cannot apply for this online yet; come to the hall, you may book first',
  },
  'cases.division': { zh: '先选要在哪个市办', en: 'Choose the city first' },
  'cases.no-office': {
    zh: '这个地方还没有接通网上申请，到当地大厅办理',
    en: 'This place does not take online applications yet; go to the local hall',
  },
  'cases.answers': {
    zh: '有的回答和办事指南对不上，回到引导再选一次',
    en: 'Some answers do not fit the guide; go back and choose again',
  },
  'cases.unanswered': {
    zh: '引导里还有问题没有回答，答完再提交',
    en: 'Some questions of the guide are still open; answer them first',
  },
  'cases.verdict-no': { zh: '现在还不能办', en: 'You cannot apply for this yet; the guide says why' },
  'cases.verdict-elsewhere': { zh: '这件事要办另一个事项', en: 'This belongs to another service' },
  'cases.verdict-person': {
    zh: '要请工作人员看一看，到大厅办理',
    en: 'A member of staff needs to look at this; come to the hall, you may book first',
  },
  'cases.verdict-contradiction': {
    zh: '有的回答互相对不上，改一改再看',
    en: 'Some answers contradict each other; change one',
  },
  'cases.material': { zh: '按现在的回答不用交这份材料', en: 'Your answers do not ask for this document' },
  'cases.materials': { zh: '还有材料没有交', en: 'Some documents are still missing' },
  'cases.no-files': { zh: '先选要上传的照片或文件', en: 'Choose a photo or a file first' },
  'cases.file-incomplete': {
    zh: '有文件还没有传完',
    en: 'A file has not arrived whole; finish the upload first',
  },
  'cases.licence': {
    zh: '这张证照不能代替这份材料，换一张，或上传照片',
    en: 'This licence cannot stand in for the document; choose another, or upload a photo',
  },
  'cases.no-promise': {
    zh: '这份材料不能用承诺代替，上传照片或换一种方式',
    en: 'A promise cannot stand in for this document; upload a photo or choose another way',
  },
  'cases.no-window': {
    zh: '这件事不在大厅办，材料要在网上交',
    en: 'This is not done in the hall; hand it in online',
  },
  'cases.form': { zh: '表单还有要改的地方', en: 'Some answers of the form need a change' },
  'cases.not-declared': { zh: '勾选“以上内容真实”再提交', en: 'Tick that all of this is true, then submit' },
  'cases.no-correction': { zh: '这件现在没有要补的材料', en: 'Nothing is asked for in this case now' },
  'cases.not-named': {
    zh: '补正告知里没有这份材料，只用补列出来的',
    en: 'The notice does not name this document; only what it lists is needed',
  },
  'cases.not-mended': {
    zh: '还有没有补的，补齐再交',
    en: 'Something is still missing; mend everything, then send it',
  },
  'cases.document': { zh: '没有这份文书', en: 'There is no such paper' },
  'cases.stale': { zh: '有人刚办过这件，刷新后再看', en: 'Somebody has just acted on this case; reload it' },
  'cases.unclaimed': { zh: '先认领这件再办', en: 'Take the case up first' },
  'cases.unchecked': { zh: '还有要点没有核对', en: 'Some checkpoints have not been looked at' },
  'cases.defects': { zh: '有要点标了缺陷', en: 'Some checkpoints are marked as defects' },
  'cases.mark': {
    zh: '这不是现在要核对的要点，刷新后再标',
    en: 'That is no checkpoint now; reload and mark again',
  },
  'cases.no-post': { zh: '先选一个岗位再看待办', en: 'Choose a post first' },
  'cases.page': {
    zh: '翻页的位置不对，从第一页重新看',
    en: 'That page does not exist; begin with the first',
  },
  'cases.numbers-used-up': {
    zh: '今天的办件编号用完了，内容已保存，明天再提交',
    en: 'No case number is left today; your draft is kept, submit it tomorrow',
  },
};
