import type { Sentences } from '@tongban/contract';
import type { ProblemKind, Words } from '@tongban/kernel';

/** The heading of each kind of refusal. */
export const titles: Readonly<Record<ProblemKind | 'fault', Words>> = {
  invalid: { zh: '提交的内容需要修改', en: 'What you sent needs a change' },
  unauthenticated: { zh: '还没有登录', en: 'Not signed in' },
  forbidden: { zh: '没有这项权限', en: 'Not permitted' },
  missing: { zh: '没有找到', en: 'Not found' },
  conflict: { zh: '与现在的情况不符', en: 'At odds with how things stand' },
  'too-large': { zh: '内容太大', en: 'Too large' },
  'too-many': { zh: '操作太频繁', en: 'Too many attempts' },
  unavailable: { zh: '暂时办不了', en: 'Not available for the moment' },
  fault: { zh: '我们这边出错了', en: 'Something broke on our side' },
};

/** What the platform itself says, by code. */
export const platformSentences: Sentences = {
  'request.invalid': {
    zh: '有几项需要修改，见下面各项说明',
    en: 'Some fields need a change; see each of them below',
  },
  'request.malformed': {
    zh: '内容不是完整的 JSON，检查后再提交',
    en: 'The content is not complete JSON; check it and send it again',
  },
  'request.unkeepable': {
    zh: '有一项内容写法不对，检查后再提交',
    en: 'One of the values cannot be kept as written; check it and send it again',
  },
  'request.too-deep': {
    zh: '内容的层次太多，最多 32 层',
    en: 'The content is nested too deeply; at most 32 levels',
  },
  'request.too-large': { zh: '内容太大，减少后再提交', en: 'The content is too large; send less' },
  'request.media-type': { zh: '这里不接收这种内容类型', en: 'This content type is not accepted here' },
  'request.no-path': {
    zh: '没有这个地址，检查地址或回到首页',
    en: 'There is no such address; check it or go to the start page',
  },
  'request.no-method': { zh: '这个地址不支持这种操作', en: 'This address does not support this operation' },
  'request.foreign-origin': {
    zh: '这次提交来自别的网站，已拒绝；回到本站再操作',
    en: 'This came from another site and was refused; do it from this site',
  },
  'request.too-many': { zh: '操作太频繁，稍等再试', en: 'Too many attempts; wait a little and try again' },
  'request.key-missing': {
    zh: '提交缺少 Idempotency-Key 请求头',
    en: 'The Idempotency-Key header is missing',
  },
  'request.key-malformed': {
    zh: 'Idempotency-Key 应为 8 到 100 位字母、数字或 . : _ -',
    en: 'Idempotency-Key should be 8 to 100 letters, digits or . : _ -',
  },
  'request.key-reused': {
    zh: '这个 Idempotency-Key 已用于另一次提交，换一个再提交',
    en: 'This Idempotency-Key was used for another request; use a new one',
  },
  'request.in-flight': {
    zh: '同一次提交还在处理，稍等几秒再看结果',
    en: 'The same request is still being handled; look again in a few seconds',
  },
  'session.sign-in': { zh: '登录后再办理这一步', en: 'Sign in to do this' },
  'session.role': {
    zh: '当前岗位不能做这一步，需要时换岗位或联系管理员',
    en: 'Your present post may not do this; change post or ask the administrator',
  },
  'session.step-up': { zh: '这一步需要再验证一次身份', en: 'This step needs one more proof of identity' },
  'audit.overdue': {
    zh: '审计记录超过时限没有封存，这一步先停办；审计管理员处理好后再办',
    en: 'Audit lines have waited too long for their seal, so this is on hold; ask the auditor',
  },
  'audit.no-checkpoint': {
    zh: '日志还没有封存过，过几秒再看',
    en: 'Nothing has been sealed yet; look again in a few seconds',
  },
  'server.fault': {
    zh: '这一步没有完成，已记录；稍后再试，或把编号告诉窗口',
    en: 'This was not completed and has been recorded; try later, or tell the counter the number below',
  },
  'server.away': {
    zh: '系统正在恢复，过几秒再试；刚才的内容没有丢',
    en: 'The system is recovering; try again in a few seconds. Nothing you sent was lost',
  },
};

/** What is wrong with one field, by the code of the fault. */
export const faultWords: Readonly<Record<string, Words>> = {
  required: { zh: '缺少这一项', en: 'This is missing' },
  unknown: { zh: '没有这一项，删去再提交', en: 'There is no such field; remove it' },
  choice: { zh: '不在可选范围内', en: 'Not one of the choices' },
  type: { zh: '填写的类型不对', en: 'This is of the wrong type' },
  minLength: { zh: '太短', en: 'Too short' },
  maxLength: { zh: '太长', en: 'Too long' },
  pattern: { zh: '与要求的写法不同', en: 'Not written in the expected way' },
  minimum: { zh: '数值太小', en: 'Too small' },
  maximum: { zh: '数值太大', en: 'Too large' },
  minItems: { zh: '数量太少', en: 'Too few' },
  maxItems: { zh: '数量太多', en: 'Too many' },
  uniqueItems: { zh: '有重复', en: 'There are duplicates' },
  'date-time': {
    zh: '写成带时区的时间，例如 2026-01-05T09:00:00+08:00',
    en: 'Write a time with its zone, e.g. 2026-01-05T09:00:00+08:00',
  },
  date: { zh: '写成日期，例如 2026-01-05', en: 'Write a date, e.g. 2026-01-05' },
  uuid: { zh: '应为编号（UUID）', en: 'Should be an id (UUID)' },
  email: { zh: '写成邮箱地址，例如 name@example.com', en: 'Write an e-mail address, e.g. name@example.com' },
  uri: { zh: '写成完整的网址', en: 'Write a full web address' },
};

export const otherFault: Words = { zh: '与要求不符', en: 'Not as required' };
