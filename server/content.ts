import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CalendarYear } from '@tongban/calendar';
import type { ItemEdition, NotNeededPapers, SearchIndex } from '@tongban/catalogue';
import {
  buildSearchIndex,
  type Content,
  type ContentFile,
  type DataSources,
  type DemoPeople,
  type DispatchRules,
  type Division,
  findingText,
  type HallRules,
  type HotlineRules,
  houseTerms,
  type LicenceTypes,
  type LocalFields,
  loadContent,
  type Matters,
  type NoticeBook,
  notNeededPapers,
  type Offices,
  type OldNumbers,
  type RatingRules,
  type ReplyLibrary,
  searchable,
} from '@tongban/catalogue/author';

/** 内容: what the house takes from content/, read, checked and compiled. */
export type HouseContent = {
  readonly editions: readonly ItemEdition[];
  readonly search: SearchIndex;
  readonly local: readonly LocalFields[];
  readonly divisions: readonly Division[];
  readonly offices: Offices;
  readonly licences: LicenceTypes;
  readonly dispatch: DispatchRules;
  readonly hallRules: HallRules;
  readonly notices: NoticeBook;
  readonly ratings: RatingRules;
  readonly dataSources: DataSources;
  readonly notNeeded: NotNeededPapers;
  readonly calendar: readonly CalendarYear[];
  /** 一号响应: the rules of orders and what they are about. */
  readonly hotline: {
    readonly rules: HotlineRules;
    readonly matters: Matters;
    readonly numbers: OldNumbers['numbers'];
  };
  /** 口径库 as the content brings it. */
  readonly replies: readonly ReplyLibrary['replies'][number][];
  /** The words of this house, for cutting Chinese text. */
  readonly terms: readonly string[];
  readonly demo?: DemoPeople;
};

const root = join(import.meta.dirname, '..');
/** Compiled content also depends on the rules that compile it. */
const rules = ['packages/catalogue/src', 'packages/guide/src'];

/**
 * Reads content/ whole. Compiling takes a while, so the result is kept in the data folder under the digest of all
 * that went into it. Throws with file, line and message when anything in it is wrong: then nothing is loaded.
 */
export function readHouseContent(dataFolder: string): HouseContent {
  const files = filesBelow(join(root, 'content'), /\.(yaml|csv)$/);
  const digest = digestOf([
    ...files,
    ...rules.flatMap((folder) => filesBelow(join(root, folder), /(?<!\.test)\.ts$/)),
  ]);
  const kept = join(dataFolder, 'content', `${digest}.json`);
  return readKept(kept) ?? keep(kept, compile(files));
}

function compile(files: readonly ContentFile[]): HouseContent {
  const loaded = loadContent(files);
  if (!loaded.ok) {
    const errors = loaded.findings.filter((finding) => finding.severity === 'error').map(findingText);
    throw new Error(`内容有错，什么都没有载入：\n${errors.join('\n')}`);
  }
  const { content, editions } = loaded;
  const { offices, licences, dispatch, hallRules, notices, ratings, hotline, matters } = content;
  if (!offices || !licences || !dispatch || !hallRules || !notices || !ratings || !hotline || !matters) {
    throw new Error('content/ 里缺少 offices、licences、dispatch、halls、notices、ratings 或 hotline');
  }
  return {
    editions,
    search: buildSearchIndex(editions.map(searchable), {
      themes: content.themes.map((read) => read.value),
      ...(content.synonyms === undefined ? {} : { synonyms: content.synonyms.value }),
    }),
    local: content.local.map((read) => read.value),
    divisions: content.divisions,
    offices: offices.value,
    licences: licences.value,
    dispatch: dispatch.value,
    hallRules: hallRules.value,
    notices: notices.value,
    ratings: ratings.value,
    hotline: {
      rules: hotline.value,
      matters: matters.value,
      numbers: content.oldNumbers?.value.numbers ?? [],
    },
    dataSources: content.dataSources?.value ?? { applicants: [], sources: [] },
    notNeeded: notNeededIn(content),
    calendar: content.calendars.map((read) => read.value),
    replies: content.replies.flatMap((read) => read.value.replies),
    terms: houseTerms(content),
    ...(content.demo === undefined ? {} : { demo: content.demo.value }),
  };
}

/** A bureau that has written neither list asks for nothing less than before. */
function notNeededIn({ retired, notIssued }: Content): NotNeededPapers {
  const papers = notNeededPapers(
    retired?.value ?? { certificates: [] },
    notIssued?.value ?? { rule: { say: '', law: '', source: 'recalled' }, certificates: [] },
  );
  return { papers, search: buildSearchIndex(papers.map(({ id, name, also }) => ({ id, name, also }))) };
}

function filesBelow(folder: string, pattern: RegExp): ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function digestOf(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 32);
}

function readKept(path: string): HouseContent | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as HouseContent;
  } catch {
    // Not kept yet, or cut off in the middle of writing: compile again.
    return undefined;
  }
}

function keep(path: string, content: HouseContent): HouseContent {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return content;
}
