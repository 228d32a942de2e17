import { type Answers, type Guide, writeAnswers } from '@tongban/guide';
import { checkGuide, type GuideFinding, type GuideProblem } from '@tongban/guide/author';
import type { ItemFolder } from '../definition.ts';
import type { ItemEdition } from '../edition.ts';
import type { Finding, Path } from '../finding.ts';
import { sourcePlace } from '../guide-source.ts';
import type { ReadItem } from '../read/read-folder.ts';

/** What the guide compiler refuses, at the line the author wrote. */
export function problemFindings(read: ReadItem, problems: readonly GuideProblem[]): Finding[] {
  return problems.map(({ path, code, message, position }) => {
    const place = sourcePlace(path);
    const at = position === undefined ? '' : `（条件第 ${position + 1} 个字）`;
    return {
      rule: `guide.${code}`,
      severity: 'error',
      ...read.at(place.part, place.path),
      message: `${message}${at}`,
    };
  });
}

/** 静态检查: what cannot be meant in a guide that compiles, each with the situation that shows it. */
export function lintGuide(read: ReadItem, edition: ItemEdition): Finding[] {
  return checkGuide(edition.guide).map((found) => {
    const place = placeOf(read.folder, found);
    return {
      rule: `guide.${found.code}`,
      severity: 'error',
      ...read.at(place.part, place.path),
      message: found.message,
      ...(found.witness === undefined ? {} : { witness: situationQuery(edition.guide, found.witness) }),
    };
  });
}

/** A situation as the query of a guide address, with Chinese left readable. */
function situationQuery(guide: Guide, answers: Answers): string {
  const query = writeAnswers(guide, answers)
    .map(([key, text]) => `${keepReadable(key)}=${keepReadable(text)}`)
    .join('&');
  return `?${query}`;
}

function keepReadable(text: string): string {
  return text.replaceAll(/[%&=+#?\s]/g, encodeURIComponent);
}

type FolderPart = { part: 'item' | 'guide' | 'materials'; path: Path };

function placeOf(folder: ItemFolder, { output, fact }: GuideFinding): FolderPart {
  if (output !== undefined) return outputPlace(folder, output);
  return { part: 'guide', path: fact === undefined ? ['constraints'] : factPath(folder, fact) };
}

function outputPlace(
  { guide, item, materials }: ItemFolder,
  output: NonNullable<GuideFinding['output']>,
): FolderPart {
  const { layer, id } = output;
  const at = (entries: readonly { id: string }[]) =>
    Math.max(
      0,
      entries.findIndex((entry) => entry.id === id),
    );
  if (layer === 'materials') return { part: 'materials', path: [at(materials), 'when'] };
  if (layer === 'fee') return { part: 'item', path: ['fees', at(item.fees), 'when'] };
  const entries =
    layer === 'route' ? (guide.route ?? []).map(({ to }) => ({ id: to })) : (guide[layer] ?? []);
  return { part: 'guide', path: [layer, at(entries), 'when'] };
}

function factPath({ guide }: ItemFolder, id: string): Path {
  const own = guide.facts.findIndex((fact) => fact.id === id);
  if (own >= 0) return ['facts', own];
  const people = guide.people ?? [];
  const group = people.findIndex((each) => each.id === id || each.facts.some((fact) => fact.id === id));
  if (group < 0) return ['facts'];
  const inside = people[group]?.facts.findIndex((fact) => fact.id === id) ?? -1;
  return inside < 0 ? ['people', group] : ['people', group, 'facts', inside];
}
