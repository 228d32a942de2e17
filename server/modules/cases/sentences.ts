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
  'cases.promise-barred': {
    zh: '您有过不实承诺的记录，这份材料要交，不能用承诺代替',
    en: 'A promise of yours was not true before, so this document has to be handed in',
  },
  'cases.not-agreed': {
    zh: '先看完告知书，勾选同意，再用承诺代替',
    en: 'Read the notice and agree to it first; then a promise can stand in',
  },
  'cases.no-data': {
    zh: '没有数据能证明这份材料，上传照片或换一种方式',
    en: 'No data source proves this document; upload a photo or choose another way',
  },
  'cases.no-investigation': {
    zh: '这份材料不由我们核实，上传照片或换一种方式',
    en: 'We do not find this out ourselves; upload a photo or choose another way',
  },
  'cases.not-in-hall': {
    zh: '这件事不在大厅办理',
    en: 'This is not done in the hall; the guide says where',
  },
  'cases.unproved': {
    zh: '有材料还没有核验，核验后再决定',
    en: 'Something has not been verified yet; verify it, by hand if its source is away',
  },
  'cases.investigating': {
    zh: '还有调查没有办结，办结后再决定',
    en: 'An investigation is still open; decide when it is finished',
  },
  'proofs.checked': {
    zh: '这份材料已经核验过，不用再人工核验',
    en: 'This has been verified already',
  },
  'proofs.no-check': {
    zh: '这份材料不靠数据核验，刷新后再看',
    en: 'No data source verifies this document; reload and look again',
  },
  'proofs.task': {
    zh: '没有这项任务，或您不能看它',
    en: 'There is no such task, or you may not see it',
  },
  'proofs.task-done': {
    zh: '这项调查已经办结，刷新后再看',
    en: 'This investigation is finished; reload and look again',
  },
  'proofs.due-day': { zh: '完成日期不能早于今天', en: 'The last day cannot be before today' },
  'proofs.correct-day': {
    zh: '改正期限要在今天之后',
    en: 'The last day to put it right must be after today',
  },
  'proofs.settled': {
    zh: '这份承诺的核查已经有了结果，刷新后再看',
    en: 'The check of this promise is settled; reload and look again',
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
  'cases.mark-file': {
    zh: '圈出的图片不是这份材料的，刷新后再圈',
    en: 'That picture does not belong to this document; reload and mark again',
  },
  'cases.mark-region': {
    zh: '圈出的位置超出了图片，重新圈一次',
    en: 'The marked place lies outside the picture; mark it again',
  },
  'cases.own-case': {
    zh: '这是您本人申请的事，要由同事办理',
    en: 'This is your own application; a colleague must handle it',
  },
  'cases.held': {
    zh: '这件正在作出决定，等几秒再看',
    en: 'A decision on this case is about to leave; look again in a few seconds',
  },
  'cases.not-held': {
    zh: '这个决定已经发出，或已经撤回，刷新后再看',
    en: 'This decision has left or was taken back already; reload the case',
  },
  'cases.not-your-decision': {
    zh: '这个决定是另一位同事作的，由本人撤回',
    en: 'A colleague gave this decision; only they can take it back',
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
