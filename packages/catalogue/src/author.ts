export { type CompiledItem, compileItem } from './compile-item.ts';
export { EnglishText, FormDefinition, ItemDefinition, ItemFolder } from './definition.ts';
export { diffEditions, mapItem } from './describe-editions.ts';
export {
  type ContentFile,
  type Finding,
  findingText,
  isBlocking,
  type Path,
  type Place,
  sortFindings,
} from './finding.ts';
export { GuideDefinition } from './guide-definition.ts';
export { guideSource, sourcePlace } from './guide-source.ts';
export { contextOf, type LintContext } from './lint/context.ts';
export { lintItem } from './lint/lint-item.ts';
export { readingEase } from './lint/plain-words.ts';
export { type ContentLoading, loadContent } from './load-content.ts';
export { MaterialDefinition } from './material-definition.ts';
export { Basis, Limit, Provenance } from './provenance.ts';
export { type Content, type ContentReading, type Read, readContent } from './read/read-content.ts';
export { type FolderReading, type ReadItem, readFolder } from './read/read-folder.ts';
export { type DataSource, DataSources } from './reference/data-sources.ts';
export { DispatchRules } from './reference/dispatch.ts';
export type { Division, DivisionLevel } from './reference/divisions.ts';
export { HallRules } from './reference/hall-rules.ts';
export { HotlineRules, type Matter, Matters, mattersOf, OldNumbers } from './reference/hotline.ts';
export { LicenceType, LicenceTypes } from './reference/licences.ts';
export { LocalFields, LocalItem } from './reference/local.ts';
export { NoticeBook, type NoticeEvent } from './reference/notices.ts';
export { DemoPeople, Offices } from './reference/offices.ts';
export { RatingRules } from './reference/rating-rules.ts';
export { ReplyLibrary } from './reference/replies.ts';
export { CalendarYear, Theme } from './reference/themes.ts';
export { ForbiddenWords, NotIssued, RetiredCertificates, Sources, Synonyms } from './reference/words.ts';
export { schemas } from './schemas.ts';
export { buildSearchIndex, type Searchable, type SearchWords, searchable } from './search/build-index.ts';
export { houseTerms } from './search/house-terms.ts';
export { notNeededPapers } from './search/not-needed.ts';
