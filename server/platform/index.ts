/** 平台: the door of what every module stands on. */
export { asCaller, asMachine } from './acting.ts';
export type { AuditLog } from './audit/log.ts';
export { auditHttp } from './audit-routes.ts';
export { createBatches } from './batches.ts';
export {
  type Arrival,
  type Assignment,
  anonymous,
  type Caller,
  type Identify,
  type SignedIn,
} from './caller.ts';
export type { Context, Language } from './context.ts';
export { type CopyRow, type CopyTable, copyRows, type PlainClient } from './copy.ts';
export {
  type Connection,
  type Db,
  type Filled,
  type Maybe,
  type Moment,
  openDatabase,
  roleOf,
  type Sql,
  settingsOf,
  type Tx,
  transaction,
} from './database.ts';
export { type Event, type EventOf, type Fact, fact, publish } from './facts.ts';
export type { Http } from './http.ts';
export { newId } from './ids.ts';
export { enqueue, type Job, type Jobs, job, type Run, withdraw } from './jobs.ts';
export { announce, endStreams, type Live, type Topic, topic } from './live.ts';
export { createLog, type Log, logFile } from './log.ts';
export { migrate } from './migrate.ts';
export type { Outbox } from './outbox.ts';
export { type HandlePage, serveApp, serveFiles, servePages } from './pages.ts';
export { demoSigner, type SignerPem } from './pdf/authority.ts';
export type { ExpressLabel } from './pdf/labels.ts';
export type { Paper } from './pdf/paper.ts';
export type { Printer } from './pdf/printer.ts';
export type { Slip } from './pdf/slips.ts';
export { createPlatform, type Platform } from './platform.ts';
export { encodePng } from './png.ts';
export { can } from './policy/can.ts';
export { maskedBy } from './policy/masks.ts';
export { type Postgres, startPostgres } from './postgres/index.ts';
export { prepared } from './prepared.ts';
export { say } from './refusal.ts';
export { apart } from './savepoint.ts';
export { secretNamed } from './secrets.ts';
export { serve } from './serve.ts';
export { isSignedBy, postSigned, readSigned, type SignedPeer } from './signed-post.ts';
export { openKeys } from './vault/keyring.ts';
export { type Progress, rotateKeys } from './vault/rotation.ts';
export type { ModuleBytes } from './vault/sealed-columns.ts';
export type { Resealing, SealedStore } from './vault/sealed-store.ts';
export type { Vault } from './vault.ts';
export { markedHit } from './words/marks.ts';
export {
  type Asked as SearchAsked,
  createTextSearch,
  type Stage as SearchStage,
  searchedBy,
  searchInStages,
  standsIn,
  type TextSearch,
} from './words/search.ts';
export { createWords, type Sound, soundOf, type Words } from './words/segment.ts';
