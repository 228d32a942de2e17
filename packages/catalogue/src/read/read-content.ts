import type { Static, TSchema } from 'typebox';
import { type ContentFile, compareText, type Finding, type Path, type Place } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { DataSources } from '../reference/data-sources.ts';
import { DispatchRules } from '../reference/dispatch.ts';
import { type Division, readDivisions } from '../reference/divisions.ts';
import { HallRules } from '../reference/hall-rules.ts';
import { HotlineRules, Matters, OldNumbers } from '../reference/hotline.ts';
import { LicenceTypes } from '../reference/licences.ts';
import { LocalFields } from '../reference/local.ts';
import { NoticeBook } from '../reference/notices.ts';
import { DemoPeople, Offices } from '../reference/offices.ts';
import { RatingRules } from '../reference/rating-rules.ts';
import { ReplyLibrary } from '../reference/replies.ts';
import { CalendarYear, Theme } from '../reference/themes.ts';
import { ForbiddenWords, NotIssued, RetiredCertificates, Sources, Synonyms } from '../reference/words.ts';
import { folderOf, type ReadItem, readFolder } from './read-folder.ts';
import { checkShape } from './shape.ts';
import { readYaml } from './yaml-text.ts';

/** A reference file as read: its value, its file name, and where each value stands. */
export type Read<T> = { value: T; file: string; at: (path: Path) => Place };

const singleShapes = {
  sources: ['sources.yaml', Sources],
  licences: ['licences/types.yaml', LicenceTypes],
  retired: ['retired.yaml', RetiredCertificates],
  notIssued: ['not-issued.yaml', NotIssued],
  dataSources: ['data-sources.yaml', DataSources],
  synonyms: ['words/synonyms.yaml', Synonyms],
  forbidden: ['words/forbidden.yaml', ForbiddenWords],
  offices: ['offices/organisations.yaml', Offices],
  demo: ['offices/demo.yaml', DemoPeople],
  dispatch: ['dispatch/rules.yaml', DispatchRules],
  hallRules: ['halls/rules.yaml', HallRules],
  notices: ['notices/events.yaml', NoticeBook],
  ratings: ['ratings/rules.yaml', RatingRules],
  hotline: ['hotline/rules.yaml', HotlineRules],
  matters: ['hotline/matters.yaml', Matters],
  oldNumbers: ['hotline/numbers.yaml', OldNumbers],
} as const;

const folderShapes = {
  themes: ['themes/', Theme],
  calendars: ['calendars/', CalendarYear],
  local: ['local/', LocalFields],
  replies: ['replies/', ReplyLibrary],
} as const;

type Singles = { [K in keyof typeof singleShapes]?: Read<Static<(typeof singleShapes)[K][1]>> };
type Folders = { [K in keyof typeof folderShapes]: Read<Static<(typeof folderShapes)[K][1]>>[] };

/** 全部内容: the whole content tree as read; what a bureau has not written is absent. */
export type Content = Singles & Folders & { items: ReadItem[]; divisions: Division[] };
export type ContentReading = { content: Content; findings: Finding[] };

/** Reads every file of a content tree (paths relative to content/); items that cannot be read are left out and reported. */
export function readContent(files: readonly ContentFile[]): ContentReading {
  const sorted = files
    .filter((file) => /\.(ya?ml|csv)$/.test(file.path) && !isSilent(file.path))
    .sort((a, b) => compareText(a.path, b.path));
  const findings: Finding[] = [];
  const items = readItems(sorted, findings);
  const singles = readSingles(sorted, findings);
  const folders = readFolders(sorted, findings);
  const divisions = sorted
    .filter((file) => file.path.startsWith('divisions/') && file.path.endsWith('.csv'))
    .map(readDivisions);
  findings.push(...divisions.flatMap((each) => each.findings), ...strangers(sorted));
  const content = { ...singles, ...folders, items, divisions: divisions.flatMap((each) => each.divisions) };
  return { content, findings };
}

function readItems(files: readonly ContentFile[], findings: Finding[]): ReadItem[] {
  const folders = Map.groupBy(
    files.filter((file) => file.path.startsWith('items/')),
    (file) => folderOf(file.path),
  );
  return [...folders.values()].flatMap((folderFiles) => {
    const reading = readFolder(folderFiles);
    if (reading.ok) return [{ folder: reading.folder, at: reading.at }];
    findings.push(...reading.findings);
    return [];
  });
}

function readSingles(files: readonly ContentFile[], findings: Finding[]): Singles {
  const entries = Object.entries(singleShapes).flatMap(([name, [path, shape]]) => {
    const file = files.find((each) => each.path === path);
    const read = file === undefined ? undefined : readOne(file, shape, findings);
    return read === undefined ? [] : [[name, read]];
  });
  return Object.fromEntries(entries);
}

function readFolders(files: readonly ContentFile[], findings: Finding[]): Folders {
  const entries = Object.entries(folderShapes).map(([name, [folder, shape]]) => {
    const inside = files.filter((file) => file.path.startsWith(folder));
    return [name, inside.flatMap((file) => readOne(file, shape, findings) ?? [])];
  });
  return Object.fromEntries(entries);
}

function readOne(file: ContentFile, shape: TSchema, findings: Finding[]): Read<unknown> | undefined {
  const reading = readYaml(file);
  if (!reading.ok) {
    findings.push(...reading.findings);
    return undefined;
  }
  const wrong = checkShape(shape, reading.yaml, file.path);
  findings.push(...wrong);
  if (wrong.length > 0) return undefined;
  return { value: reading.yaml.value, file: file.path, at: reading.yaml.at };
}

/** Division notes carry origin and licence only; they are read by people. */
function isSilent(path: string): boolean {
  return path.startsWith('divisions/') && path.endsWith('.yaml');
}

/** A file nobody reads is a file somebody misplaced. Folders of other floors (lines) are read by their own modules. */
function strangers(files: readonly ContentFile[]): Finding[] {
  const paths: string[] = Object.values(singleShapes).map(([path]) => path);
  const folders = ['items/', 'divisions/', 'lines/', ...Object.values(folderShapes).map(([path]) => path)];
  return files
    .filter((file) => !paths.includes(file.path) && !folders.some((folder) => file.path.startsWith(folder)))
    .map((file) => ({
      rule: 'files',
      severity: 'error',
      file: file.path,
      line: 1,
      column: 1,
      message: `没有程序会读这个文件${didYouMean(file.path, paths)}`,
    }));
}
