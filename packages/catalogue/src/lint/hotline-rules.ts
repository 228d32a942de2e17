import type { Finding, Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Content, Read } from '../read/read-content.ts';
import { type HotlineRules, type Matter, mattersOf } from '../reference/hotline.ts';
import type { LintContext } from './context.ts';
import { repeats } from './report.ts';
import { unknownSources, unsaid } from './sources.ts';

export type Wrong = { path: Path; message: string };
/** What no citizen's report may become: a tip-off is never shown to anybody but the unit. */
const reports = 'report';
/** What says where somebody lives. */
const visits = 'visit';

/** Rules over the hotline: every limit, matter, item and source that is named exists, and no tip-off is ever public. */
export function lintHotline(content: Content, context: LintContext): Finding[] {
  const { hotline, matters, oldNumbers } = content;
  const all = matters === undefined ? undefined : mattersOf(matters.value);
  return [
    ...found(hotline, (rules) => [...unknownSources(rules, context), ...wrongRules(rules)]),
    ...found(matters, ({ labels }) => [
      ...wrongMatters(all ?? [], context),
      ...repeated(labels, ['labels'], '标签'),
      ...labels.flatMap(({ values }, at) => repeated(values, ['labels', at, 'values'], '标签值')),
    ]),
    ...found(oldNumbers, ({ numbers }) => [
      ...unknownSources(numbers, context),
      ...repeated(numbers, ['numbers'], '专线'),
      ...numbers.flatMap((number, at) => [
        ...unsaid(number, ['numbers', at]),
        ...unknownNames(
          number.matters,
          all?.map(({ id }) => id),
          { path: ['numbers', at, 'matters'], what: '事项类别' },
        ),
      ]),
    ]),
  ];
}

/** What a rule found in a file, as findings with their place; nothing when a bureau has no such file. */
export function found<T>(read: Read<T> | undefined, look: (value: T) => Wrong[]): Finding[] {
  if (read === undefined) return [];
  return look(read.value).map(({ path, message }) => ({
    ...{ rule: 'hotline', severity: 'error' as const, file: read.file, message },
    ...read.at(path),
  }));
}

/** Names that are not among the known ones; where nothing is known nothing is unknown. */
export function unknownNames(
  names: readonly string[],
  known: readonly string[] | undefined,
  { path, what }: { path: Path; what: string },
): Wrong[] {
  if (known === undefined) return [];
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ path, message: `没有${what}“${name}”${didYouMean(name, known)}` }));
}

export function repeated(list: readonly { id: string }[], path: Path, what: string): Wrong[] {
  return repeats(list, ({ id }) => id).map(({ entry, index }) => ({
    path: [...path, index, 'id'],
    message: `${what}“${entry.id}”写了两次`,
  }));
}

function wrongRules(rules: HotlineRules): Wrong[] {
  const { petition_procedure: _procedure, ...settings } = rules;
  const limits = rules.limits.map(({ id }) => id);
  const lists = Object.entries(settings).flatMap(([name, value]) =>
    Array.isArray(value)
      ? [...repeated(value, [name], '名称'), ...value.flatMap((one, at) => unsaid(one, [name, at]))]
      : unsaid(value, [name]),
  );
  return [
    ...lists,
    ...rules.kinds.flatMap((kind, at) => {
      const { at_once, order, petition } = kind;
      const named = [...(at_once === undefined ? [] : [at_once]), order, petition];
      return unknownNames(named, limits, { path: ['kinds', at], what: '期限' });
    }),
    ...unknownNames([rules.urgent.limit], limits, { path: ['urgent', 'limit'], what: '期限' }),
    ...wrongSecrecy(rules),
  ];
}

function wrongSecrecy({ kinds }: HotlineRules): Wrong[] {
  return kinds.flatMap(({ id, name, secret, public: isPublic }, at) => {
    const isSecret = secret === true;
    const path = ['kinds', at];
    if (id === reports && !isSecret) return [{ path, message: `“${name}”要写 secret: true` }];
    if (id === visits && isPublic) return [{ path, message: `“${name}”里有住址，不能公开` }];
    if (isSecret && isPublic) return [{ path, message: `“${name}”保密，不能公开` }];
    return [];
  });
}

function wrongMatters(matters: readonly Matter[], { items }: LintContext): Wrong[] {
  const known = items === undefined ? undefined : [...items];
  const path: Path = ['matters'];
  return [
    ...repeats(matters, ({ id }) => id).map(({ entry }) => ({
      path,
      message: `事项类别“${entry.id}”写了两次`,
    })),
    ...matters.flatMap(({ items: named }) => unknownNames(named, known, { path, what: '事项' })),
  ];
}
