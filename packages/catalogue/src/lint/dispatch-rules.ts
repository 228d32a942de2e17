import type { Finding, Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Content } from '../read/read-content.ts';
import type { DispatchRules } from '../reference/dispatch.ts';
import type { LintContext } from './context.ts';
import { repeats } from './report.ts';
import { unknownSources, unsaid } from './sources.ts';

type Wrong = { path: Path; message: string };
type Known = { items: readonly string[]; skills: readonly string[]; organisations: readonly string[] };

/** Rules over the dispatch rules: every name they point to exists, every setting says where it comes from. */
export function lintDispatch(content: Content, context: LintContext): Finding[] {
  const { dispatch: read } = content;
  if (read === undefined) return [];
  const known: Known = {
    items: content.items.map(({ folder }) => folder.item.id),
    skills: content.items.flatMap(({ folder }) => folder.item.hall.skills),
    organisations: (content.offices?.value.organisations ?? []).map(({ id }) => id),
  };
  const { rules } = read.value;
  const wrong = [
    ...unknownSources(read.value, context),
    ...rules.flatMap((rule, at) => wrongRule(rule, at, known)),
    ...repeats(rules, ({ id }) => id).map(({ entry, index }) => ({
      path: ['rules', index, 'id'],
      message: `规则“${entry.id}”写了两次`,
    })),
    ...wrongHours(read.value.unassigned),
  ];
  return wrong.map(({ path, message }) => ({
    ...{ rule: 'dispatch', severity: 'error' as const, file: read.file, message },
    ...read.at(path),
  }));
}

type Rule = DispatchRules['rules'][number];

function wrongRule(rule: Rule, at: number, known: Known): Wrong[] {
  const { items = [], skills = [] } = rule.when ?? {};
  const path: Path = ['rules', at];
  const asked = rule.to.skill === undefined ? [] : [rule.to.skill];
  const organisations = 'organisation' in rule.to ? [rule.to.organisation] : [];
  return [
    ...unknown(items, known.items, { what: '事项', path: [...path, 'when', 'items'] }),
    ...unknown(skills, known.skills, { what: '技能', path: [...path, 'when', 'skills'] }),
    ...unknown(asked, known.skills, { what: '技能', path: [...path, 'to', 'skill'] }),
    ...unknown(organisations, known.organisations, { what: '机构', path: [...path, 'to', 'organisation'] }),
    ...unsaid(rule, path),
  ];
}

function unknown(
  names: readonly string[],
  known: readonly string[],
  at: { what: string; path: Path },
): Wrong[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: at.path, message: `没有${at.what}“${name}”${didYouMean(name, known)}` }));
}

function wrongHours(unassigned: DispatchRules['unassigned']): Wrong[] {
  const path: Path = ['unassigned'];
  const order = unassigned.yellow_hours < unassigned.red_hours;
  const spans = unassigned.office_hours ?? [];
  const backward = spans.findIndex(
    (span, at) => span.from >= span.to || span.from < (spans[at - 1]?.to ?? ''),
  );
  return [
    ...unsaid(unassigned, path),
    ...(order ? [] : [{ path: [...path, 'red_hours'], message: '红灯的小时数要比黄灯多' }]),
    ...(backward === -1
      ? []
      : [{ path: [...path, 'office_hours', backward], message: '时段要按先后写，不能交叉' }]),
  ];
}
