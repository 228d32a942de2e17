import { checkCitizenNumber, checkUscc } from '@tongban/kernel';
import type { Finding, Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Content, Read } from '../read/read-content.ts';
import type { LicenceType } from '../reference/licences.ts';
import { contextOf, type LintContext } from './context.ts';
import { lintDispatch } from './dispatch-rules.ts';
import { lintHallRules } from './hall-rules.ts';
import { lintHotline } from './hotline-rules.ts';
import { lintNotices } from './notice-rules.ts';
import { lintRatingRules } from './rating-rules.ts';
import { lintReplies } from './reply-rules.ts';
import { repeats } from './report.ts';
import { unknownSources } from './sources.ts';

/** Rules over the reference files: sources, codes with their check characters, and every name that points elsewhere. */
export function lintReference(content: Content): Finding[] {
  const context = contextOf(content);
  return [
    ...lintSources(content, context),
    ...lintThemes(content, context),
    ...lintOffices(content, context),
    ...lintPeople(content, context),
    ...lintWords(content, context),
    ...lintDivisions(content),
    ...lintLicences(content),
    ...lintDataSources(content, context),
    ...lintDispatch(content, context),
    ...lintHallRules(content, context),
    ...lintNotices(content, context),
    ...lintRatingRules(content, context),
    ...lintHotline(content, context),
    ...lintReplies(content, context),
  ];
}

function finding(
  read: Read<unknown>,
  rule: string,
  { path, message }: { path: Path; message: string },
): Finding {
  return { rule, severity: 'error', file: read.file, ...read.at(path), message };
}

function lintSources(content: Content, context: LintContext): Finding[] {
  const files = [
    content.licences,
    content.retired,
    content.notIssued,
    content.dataSources,
    ...content.themes,
    ...content.calendars,
    ...content.local,
  ];
  return files.flatMap((read) =>
    read === undefined
      ? []
      : unknownSources(read.value, context).map((each) => finding(read, 'source.known', each)),
  );
}

function unknownItem(id: string, context: LintContext, path: Path): { path: Path; message: string }[] {
  if (context.items === undefined || context.items.has(id)) return [];
  return [{ path, message: `没有事项“${id}”${didYouMean(id, context.items)}` }];
}

function lintThemes(content: Content, context: LintContext): Finding[] {
  return content.themes.flatMap((read) => {
    const ids = read.value.steps.map(({ id }) => id);
    return read.value.steps.flatMap((step, index) => {
      const path = ['steps', index];
      const items = step.item === undefined ? [] : unknownItem(step.item, context, [...path, 'item']);
      const after = (step.after ?? [])
        .filter((id) => !ids.includes(id))
        .map((id) => ({ path: [...path, 'after'], message: `没有步骤“${id}”${didYouMean(id, ids)}` }));
      return [...items, ...after].map((each) => finding(read, 'theme.known', each));
    });
  });
}

function lintOffices({ offices: read }: Content, context: LintContext): Finding[] {
  if (read === undefined) return [];
  const { organisations, halls } = read.value;
  const ids = organisations.map(({ id }) => id);
  const unknown = (id: string | undefined, path: Path) =>
    id === undefined || ids.includes(id) ? [] : [{ path, message: `没有机构“${id}”${didYouMean(id, ids)}` }];
  const wrong = [
    ...organisations.flatMap(({ code, parent }, index) => [
      ...wrongCode(code, ['organisations', index, 'code']),
      ...unknown(parent, ['organisations', index, 'parent']),
    ]),
    ...repeats(organisations, ({ id }) => id).map(({ entry, index }) => ({
      path: ['organisations', index, 'id'],
      message: `机构“${entry.id}”写了两次`,
    })),
    ...halls.flatMap(({ organisation, items }, index) => [
      ...unknown(organisation, ['halls', index, 'organisation']),
      ...itemsIn(items).flatMap((id) => unknownItem(id, context, ['halls', index, 'items'])),
    ]),
    ...repeatedWindows(halls),
  ];
  return wrong.map((each) => finding(read, 'offices', each));
}

function wrongCode(code: string, path: Path): { path: Path; message: string }[] {
  const verdict = checkUscc(code);
  return verdict.ok ? [] : [{ path, message: verdict.message }];
}

function itemsIn(scope: 'all' | { items?: string[]; except?: string[] }): string[] {
  return scope === 'all' ? [] : [...(scope.items ?? []), ...(scope.except ?? [])];
}

function repeatedWindows(halls: readonly { windows: { id: string }[] }[]): { path: Path; message: string }[] {
  const windows = halls.flatMap((hall, at) => hall.windows.map(({ id }, index) => ({ id, at, index })));
  return repeats(windows, ({ id }) => id).map(({ entry }) => ({
    path: ['halls', entry.at, 'windows', entry.index, 'id'],
    message: `窗口“${entry.id}”写了两次`,
  }));
}

function lintPeople({ demo: read, licences }: Content, context: LintContext): Finding[] {
  if (read === undefined) return [];
  const { citizens, enterprises } = read.value;
  const types = licences?.value.types.map(({ id }) => id);
  const holders = [
    ...citizens.map((citizen, index) => ({ of: citizen, path: ['citizens', index] })),
    ...enterprises.map((enterprise, index) => ({ of: enterprise, path: ['enterprises', index] })),
  ];
  const wrong = [
    ...wrongNumbers(citizens, 'citizens'),
    ...wrongNumbers(read.value.staff, 'staff'),
    ...enterprises.flatMap(({ uscc }, index) => wrongCode(uscc, ['enterprises', index, 'uscc'])),
    ...holders.flatMap(({ of, path }) =>
      of.licences.flatMap(({ type }, place) =>
        types === undefined || types.includes(type)
          ? []
          : [
              {
                path: [...path, 'licences', place, 'type'],
                message: `证照类型表里没有“${type}”${didYouMean(type, types)}`,
              },
            ],
      ),
    ),
    ...read.value.mandates.flatMap(({ items }, index) =>
      items.flatMap((id) => unknownItem(id, context, ['mandates', index, 'items'])),
    ),
  ];
  return wrong.map((each) => finding(read, 'demo', each));
}

function wrongNumbers(people: readonly { citizen_number?: string }[], list: string) {
  return people.flatMap(({ citizen_number: number }, index) => {
    const verdict = number === undefined ? undefined : checkCitizenNumber(number);
    if (verdict === undefined || verdict.ok) return [];
    return [{ path: [list, index, 'citizen_number'], message: verdict.message }];
  });
}

function lintWords({ synonyms: read, themes }: Content, context: LintContext): Finding[] {
  if (read === undefined) return [];
  const known = themes.map(({ value }) => value.id);
  return read.value.pairs.flatMap((pair, index) => {
    const items = (pair.items ?? []).flatMap((id) => unknownItem(id, context, ['pairs', index, 'items']));
    const missing = (pair.themes ?? [])
      .filter((id) => !known.includes(id))
      .map((id) => ({
        path: ['pairs', index, 'themes'],
        message: `没有主题“${id}”${didYouMean(id, known)}`,
      }));
    return [...items, ...missing].map((each) => finding(read, 'synonyms', each));
  });
}

/** Province tables overlap in their first row, so only a code with two names is a fault. */
function lintDivisions({ divisions, local, offices }: Content): Finding[] {
  if (divisions.length === 0) return [];
  const codes = new Set(divisions.map(({ code }) => code));
  const unknown = (read: Read<unknown>, code: string, path: Path): Finding[] =>
    codes.has(code) ? [] : [finding(read, 'division.known', { path, message: `区划表里没有 ${code}` })];
  return [
    ...local.flatMap((read) => unknown(read, read.value.city, ['city'])),
    ...(offices?.value.organisations ?? []).flatMap(({ division }, index) =>
      offices === undefined ? [] : unknown(offices, division, ['organisations', index, 'division']),
    ),
    ...(offices?.value.halls ?? []).flatMap(({ division }, index) =>
      offices === undefined ? [] : unknown(offices, division, ['halls', index, 'division']),
    ),
  ];
}

function lintLicences({ licences: read }: Content): Finding[] {
  if (read === undefined) return [];
  const twice = repeats(read.value.types, ({ id }) => id).map(({ entry, index }) =>
    finding(read, 'licence.unique', { path: ['types', index, 'id'], message: `证照“${entry.id}”写了两次` }),
  );
  const faces = read.value.types.flatMap((type, index) =>
    unknownOnFace(type).map((field) =>
      finding(read, 'licence.face', {
        path: ['types', index, 'face'],
        message: `证照“${type.id}”的版式写了没有的字段“${field}”`,
      }),
    ),
  );
  return [...twice, ...faces];
}

/** What every licence has, whether its type lists it or not. */
const standing = ['number', 'issuer', 'issued_on', 'valid_until'];

function unknownOnFace({ face, fields }: LicenceType): string[] {
  if (face === undefined) return [];
  const known = new Set([...standing, ...fields.map(({ id }) => id)]);
  return [...face.front, ...face.back].filter((id) => !known.has(id));
}

function lintDataSources({ dataSources: read, items }: Content, context: LintContext): Finding[] {
  if (read === undefined) return [];
  const materials = new Set(items.flatMap(({ folder }) => folder.materials.map(({ id }) => id)));
  const { sources } = read.value;
  const wrong = [
    ...repeats(sources, ({ id }) => id).map(({ entry, index }) => ({
      path: ['sources', index, 'id'],
      message: `数据源“${entry.id}”写了两次`,
    })),
    ...sources.flatMap((source, at) =>
      source.answers.flatMap(({ licence, materials: named = [] }, index) => {
        const path = ['sources', at, 'answers', index];
        const unknown = context.licences?.has(licence) === false;
        return [
          ...(unknown ? [{ path, message: `证照类型表里没有“${licence}”` }] : []),
          ...named
            .filter((id) => !materials.has(id))
            .map((id) => ({ path, message: `没有事项要“${id}”这份材料${didYouMean(id, materials)}` })),
        ];
      }),
    ),
  ];
  return wrong.map((each) => finding(read, 'data-source', each));
}
