import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What share of the code stands twice, and where. */
export type Copies = { readonly share: number; readonly places: readonly string[] };

/** One line that says something. */
type Line = { readonly text: string; readonly number: number };
export type Source = { readonly name: string; readonly text: string };

const windowLines = 6;
const fewestTokens = 50;

/** Looks for copied code in all TypeScript below some folders, tests apart. */
export function findCopies(folders: readonly string[]): Copies {
  return copiesIn(folders.flatMap(sourcesIn));
}

/** Finds passages of six lines or more that stand in two places. */
export function copiesIn(sources: readonly Source[]): Copies {
  const seen = new Map<string, Place>();
  const files = sources.map(({ name, text }) => ({ name, lines: tellingLines(text) }));
  const found = files.flatMap((file) => runsIn(file, seen));
  const total = files.reduce((sum, file) => sum + file.lines.length, 0);
  const copied = found.reduce((sum, run) => sum + run.lines.length, 0);
  const places = found.map(
    ({ name, lines, first }) => `${name}:${lines[0]?.number} = ${first.name}:${first.number}`,
  );
  return { share: total === 0 ? 0 : copied / total, places };
}

type File = { readonly name: string; readonly lines: readonly Line[] };
type Place = { readonly name: string; readonly at: number; readonly number: number };
type Run = { readonly name: string; readonly lines: readonly Line[]; readonly first: Place };

/** The longest passages of a file that stood before, here or elsewhere; what is new is remembered. */
function runsIn({ name, lines }: File, seen: Map<string, Place>): Run[] {
  const firsts = lines.map((line, at) => {
    const window = lines.slice(at, at + windowLines);
    const text = window.map((one) => one.text).join('\n');
    const first = seen.get(text);
    if (window.length === windowLines && first === undefined)
      seen.set(text, { name, at, number: line.number });
    return first === undefined || (first.name === name && at - first.at < windowLines) ? undefined : first;
  });
  const starts = firsts.flatMap((first, at) =>
    first !== undefined && firsts[at - 1] === undefined ? [{ first, at }] : [],
  );
  return starts
    .map(({ first, at }) => {
      const end = firsts.findIndex((one, later) => later > at && one === undefined);
      const last = (end < 0 ? firsts.length : end) - 1 + windowLines;
      return { name, first, lines: lines.slice(at, last) };
    })
    .filter(isTelling);
}

/** Lines without imports, comments and lone brackets. */
function tellingLines(text: string): Line[] {
  const code = text.replace(/^(?:import|export) (?:type )?\{[^}]*\} from .*$/gm, (found) =>
    found.replace(/[^\n]/g, ''),
  );
  return code
    .split('\n')
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => /\w/.test(line.text) && !/^(?:import |\/\/|\/?\*)/.test(line.text));
}

function isTelling({ lines }: Run): boolean {
  const tokens = lines.flatMap((line) => line.text.match(/\w+|[^\s\w]/g) ?? []);
  return tokens.length >= fewestTokens;
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|\/dist\//.test(file))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(file, 'utf8') }));
}
