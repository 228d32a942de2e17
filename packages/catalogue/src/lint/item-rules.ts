import type { ItemDefinition } from '../definition.ts';
import { naturalDays } from '../limits.ts';
import { isLockable, lockableElements } from '../lockable.ts';
import { didYouMean } from '../nearest.ts';
import type { ReadItem } from '../read/read-folder.ts';
import type { LintContext } from './context.ts';
import type { Report } from './report.ts';

const at = (...path: (string | number)[]) => ({ part: 'item', path }) as const;

/** 生产规则: what a production item library checks about the head of an item. */
export function lintItemFile(read: ReadItem, context: LintContext, report: Report): void {
  const { item } = read.folder;
  lintIdentity(read, report);
  lintLimits(item, report);
  lintVisits(item, report);
  lintResult(item, context, report);
  lintProcedure(item, report);
}

function lintIdentity(read: ReadItem, report: Report): void {
  const { item } = read.folder;
  const folder = read.at('item', []).file.split('/').at(-2);
  if (folder !== undefined && folder !== item.id) {
    report('item.folder', at('id'), `id 是 ${item.id}，文件夹却叫 ${folder}，两者要一样`);
  }
  const basicType = item.codes.basic?.slice(2, 4);
  if (basicType !== undefined && basicType !== item.type) {
    report('item.code', at('codes', 'basic'), `基本编码第 3、4 位是 ${basicType}，事项类型却是 ${item.type}`);
  }
  for (const [index, element] of item.locked.entries()) {
    if (isLockable(element)) continue;
    const hint = didYouMean(element, lockableElements);
    report('item.locked', at('locked', index), `没有叫“${element}”的要素${hint}`);
  }
  if (item.also.includes(item.name)) report('item.also', at('also'), '群众说法里不用再写一遍事项名称');
}

function lintLimits(item: ItemDefinition, report: Report): void {
  const { promised, statutory, statutory_reason } = item.limits;
  if (item.kind === 'immediate' && promised.days !== 0) {
    report(
      'limit.immediate',
      at('limits', 'promised'),
      `即办件的承诺时限应当是 0 天，这里写了 ${promised.days} 天`,
    );
  }
  if (item.kind === 'promised' && promised.days === 0) {
    report('limit.immediate', at('kind'), '承诺时限是 0 天，应当写成即办件 immediate');
  }
  if (statutory === undefined && statutory_reason === undefined) {
    report('limit.statutory', at('limits'), '没有法定时限，要写 statutory_reason 说明原因');
  }
  if (statutory !== undefined && naturalDays(promised) > naturalDays(statutory)) {
    report(
      'limit.promise',
      at('limits', 'promised'),
      `承诺 ${limitText(promised)}，超过了法定 ${limitText(statutory)}`,
    );
  }
}

function limitText(limit: { days: number; unit: 'working' | 'natural' }): string {
  return `${limit.days} ${limit.unit === 'working' ? '个工作日' : '天'}`;
}

function lintVisits(item: ItemDefinition, report: Report): void {
  const { visits, channels } = item;
  if (visits.count > 0 && visits.reason === undefined) {
    report('visits.reason', at('visits'), '要到场的事项，写明为什么必须到场');
  }
  if (visits.count === 0 && visits.reason !== undefined) {
    report('visits.reason', at('visits', 'reason'), '不用到场的事项，不写到场原因');
  }
  const online = channels.web === 'full';
  if (visits.count === 0 && !online && channels.post !== true && item.opens === undefined) {
    report('visits.post', at('channels'), '不用到场又不能全程网办，要开通邮寄申请（post: true）');
  }
  if (online && visits.count > 0) {
    report('visits.online', at('channels', 'web'), `全程网办的事项不应当再到场，这里写了 ${visits.count} 次`);
  }
  if (item.hall.booking && !channels.hall) {
    report('hall.booking', at('hall', 'booking'), '不在大厅办的事项不能预约大厅');
  }
}

function lintResult(item: ItemDefinition, context: LintContext, report: Report): void {
  const { result } = item;
  if (result.kind === 'licence' && result.licence === undefined) {
    report('result.licence', at('result'), '结果是证照，写明是哪一种证照（licence）');
  }
  if (result.licence !== undefined && context.licences?.has(result.licence) === false) {
    const hint = didYouMean(result.licence, context.licences.keys());
    report('result.licence', at('result', 'licence'), `证照类型表里没有“${result.licence}”${hint}`);
  }
  if (/(证|批复)$/.test(result.name) && (result.kind === 'none' || result.kind === 'record')) {
    report(
      'result.kind',
      at('result', 'kind'),
      `结果名称“${result.name}”是一份证件或文书，类型不能写 ${result.kind}`,
    );
  }
  for (const [index, fee] of item.fees.entries()) {
    if (fee.fen === 0) report('fee.amount', at('fees', index), '金额是 0 就不要列为收费');
  }
}

function lintProcedure(item: ItemDefinition, report: Report): void {
  for (const [index, step] of item.steps.entries()) {
    if (step.bulk !== true || step.four_eyes !== true) continue;
    report(
      'step.bulk',
      at('steps', index, 'bulk'),
      '要换人复核的环节不能批量通过，bulk 和 four_eyes 只留一个',
    );
  }
  if (item.type !== '01') return;
  if (item.faq.length === 0) report('licence.faq', at('faq'), '行政许可至少要有 1 条常见问题');
  if (item.steps.length < 5) {
    report(
      'licence.steps',
      at('steps'),
      `行政许可至少要有 5 个环节（受理、审查、决定、制证、送达），这里有 ${item.steps.length} 个`,
    );
  }
}
