import type { Sentences } from '@tongban/contract';

/** 专场: what its refusals say in both languages. */
export const sentences: Sentences = {
  'forums.no-post': { zh: '先选一个岗位', en: 'Choose a post first' },
  'forums.missing': { zh: '没有这个专场，或不归您的岗位', en: 'There is no such forum for your post' },
  'forums.branch': { zh: '这个专场由设它的单位改', en: 'A forum is changed by the unit that set it up' },
  'forums.version': { zh: '专场刚刚有了变化，看过再改', en: 'The forum has just changed; look at it first' },
  'forums.times': { zh: '结束的时间要晚于开始的时间', en: 'The end comes after the start' },
  'forums.empty': { zh: '这里要写上话，不能只有空格', en: 'Write something here; blanks are not enough' },
  'forums.over': { zh: '这个专场已经提前结束', en: 'The forum has been ended' },
  'forums.closed': {
    zh: '这个专场还没开始或已经结束，不能放进去',
    en: 'The forum has not begun or has been ended; nothing is put into it',
  },
  'forums.elsewhere': {
    zh: '这个专场不收您单位的工单',
    en: 'The forum does not take orders of your unit',
  },
  'forums.order': {
    zh: '没有这张工单，或它不能放进专场',
    en: 'There is no such order that may be in a forum',
  },
  'forums.entry': { zh: '这张工单不在这个专场里，刷新后再看', en: 'The order is not in this forum' },
  'forums.unit': { zh: '进展由办理的单位或上级写', en: 'The unit that handles it or one above says so' },
  'forums.standing': { zh: '警民联系台是常设的，不改也不结束', en: 'The contact desk stands for good' },
  'forums.volunteers-only': {
    zh: '警民联系台只收义务监督员自己反映的事',
    en: 'The contact desk takes only what volunteers report themselves',
  },
  'forums.person': {
    zh: '没有姓名和号码都对得上的实名用户，核对后再填',
    en: 'No citizen with this name and number; check both',
  },
  'forums.days': {
    zh: '聘到的那天不能早于开始的那天，也不能早于今天',
    en: 'The last day is not before the first one, nor before today',
  },
  'forums.appointed': {
    zh: '这个人在这段日子里已经是义务监督员',
    en: 'This person is a volunteer on these days already',
  },
  'forums.volunteer': { zh: '没有这位义务监督员', en: 'There is no such volunteer' },
  'forums.dismissed': { zh: '这位义务监督员已经解聘', en: 'This volunteer has been dismissed' },
  'forums.day': { zh: '进展的日期不能晚于今天', en: 'The day is today or before' },
};
