import type { Finding, Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Content } from '../read/read-content.ts';
import type { HallRules } from '../reference/hall-rules.ts';
import type { LintContext } from './context.ts';
import { repeats } from './report.ts';
import { unknownSources, unsaid } from './sources.ts';

type Wrong = { path: Path; message: string };

/** Rules over the hall rules: released times add up, hours follow one another, proofs exist, settings say where they come from. */
export function lintHallRules(content: Content, context: LintContext): Finding[] {
  const { hallRules: read } = content;
  if (read === undefined) return [];
  const { booking, queue, estimate, alerts, speech, priorities, slots = [] } = read.value;
  const sections = { booking, queue, estimate, alerts, speech };
  const wrong = [
    ...unknownSources(read.value, context),
    ...Object.entries(sections).flatMap(([name, section]) => unsaid(section, [name])),
    ...wrongRelease(booking),
    ...wrongVolumes(speech.volume),
    ...slots.flatMap((slot, at) => wrongSlot(slot, ['slots', at], content)),
    ...priorities.flatMap((priority, at) => wrongPriority(priority, ['priorities', at], context)),
    ...repeats(priorities, ({ id }) => id).map(({ entry, index }) => ({
      path: ['priorities', index, 'id'],
      message: `绿色通道“${entry.id}”写了两次`,
    })),
  ];
  return wrong.map(({ path, message }) => ({
    ...{ rule: 'halls', severity: 'error' as const, file: read.file, message },
    ...read.at(path),
  }));
}

function wrongRelease({ release, horizon_days }: HallRules['booking']): Wrong[] {
  const path: Path = ['booking', 'release'];
  const sum = release.reduce((total, { share }) => total + share, 0);
  const days = release.map(({ days_before }) => days_before ?? horizon_days);
  const isInOrder = days.every((day, at) => day <= (days[at - 1] ?? horizon_days));
  return [
    ...(sum === 100 ? [] : [{ path, message: `各批放号合计要是 100，现在是 ${sum}` }]),
    ...(isInOrder ? [] : [{ path, message: '各批放号按先后写，不能早于最多约到的天数' }]),
  ];
}

/** 按情形的时长: a rule names an item, its questions, and answers they can have. */
function wrongSlot(
  slot: NonNullable<HallRules['slots']>[number],
  path: Path,
  { items }: Pick<Content, 'items'>,
): Wrong[] {
  const found = items.find(({ folder }) => folder.item.id === slot.item)?.folder;
  if (found === undefined) {
    const message = `没有事项“${slot.item}”${didYouMean(
      slot.item,
      items.map(({ folder }) => folder.item.id),
    )}`;
    return [...unsaid(slot, path), { path: [...path, 'item'], message }];
  }
  const wrong = Object.entries(slot.when).flatMap(([asked, answers]) => {
    const at: Path = [...path, 'when'];
    const fact = found.guide.facts.find(({ id }) => id === asked);
    if (fact === undefined) return [{ path: at, message: `“${slot.item}”的引导里没有问题“${asked}”` }];
    const possible = fact.type === 'bool' ? ['是', '否'] : fact.options;
    const impossible = answers.filter((answer) => possible !== undefined && !possible.includes(answer));
    return impossible.map((answer) => ({ path: at, message: `问题“${asked}”没有“${answer}”这个回答` }));
  });
  return [...unsaid(slot, path), ...wrong];
}

function wrongVolumes(volumes: HallRules['speech']['volume']): Wrong[] {
  const wrong = volumes.findIndex(({ from, to }, at) => from >= to || from < (volumes[at - 1]?.to ?? ''));
  if (wrong === -1) return [];
  return [{ path: ['speech', 'volume', wrong], message: '时段要按先后写，不能交叉' }];
}

function wrongPriority(
  priority: HallRules['priorities'][number],
  path: Path,
  { licences }: LintContext,
): Wrong[] {
  const { from_age, under_age, licences: proofs = [], reception } = priority;
  const grounds = [from_age, under_age, reception, ...proofs].filter((ground) => ground !== undefined);
  const unknown = proofs.filter((proof) => licences !== undefined && !licences.has(proof));
  return [
    ...unsaid(priority, path),
    ...(grounds.length > 0 ? [] : [{ path, message: '写明凭什么认定：年龄、证照或导办台当面认定' }]),
    ...unknown.map((proof) => ({
      path: [...path, 'licences'],
      message: `没有证照类型“${proof}”${didYouMean(proof, licences?.keys() ?? [])}`,
    })),
  ];
}
