/** 契约: every promise between a screen and the server, declared once. */
export { AccessEntry, accessRoutes, unmaskable } from './access.ts';
export { AuditEntry, auditRoutes, Checkpoint } from './audit.ts';
export { BoardShow, boardsRoutes, Call } from './boards.ts';
export {
  BookableHall,
  bookableRoutes,
  FreeSlot,
  HallId,
  HallLive,
  priorities,
  WaitRange,
} from './bookable.ts';
export { Bookable, Booking, BookingWish, bookingStates, bookingsRoutes } from './bookings.ts';
export { caseWorkRoutes } from './case-work.ts';
export {
  CaseNumber,
  CaseRow,
  CaseView,
  CitizenStatus,
  ClockView,
  Correction,
  casesRoutes,
  Defect,
  Region,
} from './cases.ts';
export { catalogueRoutes, ItemHit, ItemHits, ItemNow, MapLine } from './catalogue.ts';
export { DeskCase, deskRoutes, Mark, queues, TaskRow } from './desk.ts';
export { DispatchBoard, DispatchRule, dispatchRoutes, Load } from './dispatch.ts';
export {
  Draft,
  DraftRow,
  draftsRoutes,
  FileRow,
  FormPage,
  FormQuestion,
  LicenceOffer,
  MaterialSlot,
  Met,
  Provenance,
  Values,
} from './drafts.ts';
export {
  DocumentRow,
  filesRoutes,
  fileTypes,
  maxChunkBytes,
  maxFileBytes,
  Upload,
  Verification,
} from './files.ts';
export { DeviceRow, deviceFaults, deviceKinds, type FleetRow, fleetRoutes } from './fleet.ts';
export { guidanceRoutes, Standing } from './guidance.ts';
export { HallAlert, HallNow, hallRoutes } from './hall.ts';
export {
  BlockOut,
  DayPlan,
  DayRule,
  DayTemplate,
  HallBooking,
  hallPlanRoutes,
  Span,
  Stranded,
} from './hall-plan.ts';
export { Assignment, CodeSent, identityRoutes, Session } from './identity.ts';
export {
  Confirmation,
  IntakeMark,
  identifiedBy,
  intakeRoutes,
  Sitting,
  SittingChange,
} from './intake.ts';
export { Collection, issueRoutes, Waiting } from './issue.ts';
export { KioskItem, kiosksRoutes } from './kiosks.ts';
export { LicenceCard, licencesRoutes } from './licences.ts';
export { BulkResult, columns, ListFilter, listRoutes, SavedView } from './lists.ts';
export { DivisionRow, Hall, officesRoutes } from './offices.ts';
export { kindOf, ProblemReply, type Sentence, type Sentences, statusOf } from './problem.ts';
export {
  CaseProofs,
  DataCheck,
  Investigation,
  NotNeeded,
  PromiseCheck,
  proofsRoutes,
  UndertakingNotice,
} from './proofs.ts';
export { QueueTicket, queueRoutes, WindowQueue, windowStates } from './queue.ts';
export {
  type Access,
  type Answered,
  type Asked,
  type Asking,
  applicants,
  type Bytes,
  type BytesBody,
  bytesBody,
  isBytesBody,
  isRawReply,
  isStreamReply,
  type Kept,
  type Method,
  needsKey,
  pathOf,
  type Raw,
  type RawReply,
  type Role,
  type Route,
  rawReply,
  roles,
  rolesOf,
  route,
  type Scope,
  type StreamReply,
  staff,
  streamReply,
  type Told,
} from './route.ts';
export { ScreenRow, ScreenShow, screensRoutes } from './screens.ts';
export { NewTicket, TicketKey, TicketView, ticketKinds, ticketStates, ticketsRoutes } from './tickets.ts';
export { KioskVisit, visitsRoutes } from './visits.ts';
export { CardReaderSetting, IdentityCard, WindowSettings, windowRoutes } from './window.ts';
export { type AnswerPair, AnswerPairs, Words } from './words.ts';
