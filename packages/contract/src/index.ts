/** 契约: every promise between a screen and the server, declared once. */
export { AccessEntry, accessRoutes, unmaskable } from './access.ts';
export { answersRoutes, PublicAnswer, type PublicAnswerRow } from './answers.ts';
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
export {
  CaseDeliveries,
  Delivery,
  DeliveryState,
  deliveriesRoutes,
  deliveryWays,
  PostalParty,
} from './deliveries.ts';
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
  LaidFile,
  maxChunkBytes,
  maxFileBytes,
  maxFilesAtOnce,
  Upload,
  Verification,
} from './files.ts';
export { DeviceRow, deviceFaults, deviceKinds, type FleetRow, fleetRoutes } from './fleet.ts';
export {
  allForumKinds,
  type ForumBrief,
  type ForumItem,
  type ForumKind,
  type ForumLedger,
  type ForumNote,
  type ForumRow,
  type ForumState,
  type ForumWish,
  forumKinds,
  forumStates,
  forumsRoutes,
  type OrderForums,
  type PublicForum,
  publicForumsRoutes,
} from './forums.ts';
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
export { hotBoardRoutes, type PublicHotTopic } from './hot-board.ts';
export {
  type HotAct,
  type HotActName,
  type HotCandidateRow,
  type HotDayCount,
  type HotEvidence,
  type HotFigure,
  type HotMonth,
  type HotRun,
  type HotSignals,
  type HotStage,
  type HotStep,
  type HotStepType,
  type HotTopic,
  type HotTopicRow,
  type HotWords,
  hotlistRoutes,
  hotStages,
} from './hotlist.ts';
export { Assignment, CodeSent, identityRoutes, Session } from './identity.ts';
export { Insight, InsightBurst, type InsightRow, insightRoutes } from './insight.ts';
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
export {
  knowledgeRoutes,
  type ReplyAct,
  ReplyGap,
  ReplyRow,
  type ReplyVersion,
  ReplyView,
  WrittenReply,
} from './knowledge.ts';
export { CardFace, CardFact, LicenceCard, licencesRoutes } from './licences.ts';
export { BulkResult, columns, ListFilter, listRoutes, SavedView } from './lists.ts';
export {
  deliveryStates,
  Notice,
  NoticeChoice,
  NoticeFigure,
  NoticePreview,
  noticeChannels,
  noticesRoutes,
  Outgoing,
} from './notices.ts';
export { DivisionRow, Hall, officesRoutes } from './offices.ts';
export { type Open311Format, Open311Search, Open311Since, open311Routes } from './open311.ts';
export { OrderAct } from './order-acts.ts';
export {
  AskSuggestions,
  KindGuess,
  LikeOrder,
  likeReasons,
  MatterGuess,
  OrderSuggestions,
  orderAssistRoutes,
} from './order-assist.ts';
export { CallerCard, orderCallsRoutes, PhoneCall, telephoneRoutes } from './order-calls.ts';
export {
  OrderDone,
  type OrderFile,
  OrderRow,
  OrderView,
  orderDeskRoutes,
  orderLists,
  TakenOrder,
} from './order-desk.ts';
export { CheckedPost, orderPostsRoutes, PostRow, postFaults, postKinds } from './order-posts.ts';
export { orderProceduresRoutes, Procedure, ProcedureRow, procedureKinds } from './order-procedures.ts';
export { OrderDuty, type OrderRoster, OrderTerms, orderTermsRoutes } from './order-terms.ts';
export {
  ArrangedVisit,
  DeskVisit,
  OwnVisit,
  ToldVisit,
  type VisitReason,
  VisitTime,
  VisitWish,
  visitReasons,
} from './order-visit-wish.ts';
export { orderVisitRoutes, VisitRow, VisitTour } from './order-visits.ts';
export {
  AnsweredOrder,
  type OrderChannel,
  type OrderEnding,
  type OrderKind,
  OrderReceipt,
  type OrderStage,
  OrderWish,
  OwnOrder,
  OwnOrderRow,
  orderChannels,
  orderEndings,
  orderIdentities,
  orderKinds,
  orderStages,
  ordersRoutes,
} from './orders.ts';
export { PaymentState, PaymentView, paymentsRoutes } from './payments.ts';
export { DeskPayment, deskPaymentsRoutes, PaymentDay, RefundRow } from './payments-desk.ts';
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
  PraiseRow,
  phoneRatingsRoutes,
  praisesRoutes,
  SurveyFigures,
  surveyFiguresRoutes,
} from './rating-registers.ts';
export {
  GivenRating,
  OwnRating,
  RatingOffer,
  ratingsRoutes,
  ratingWaysRoutes,
  SurveyView,
  surveysRoutes,
} from './ratings.ts';
export {
  type IndicatorFigure,
  type RatingFigure,
  type RepairAct,
  RepairRow,
  RepairView,
  repairsRoutes,
} from './repairs.ts';
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
export {
  Disclosure,
  disclosures,
  familyRoutes,
  LicenceCheck,
  LicenceUse,
  OfflineCard,
  Partner,
  PartnerLimits,
  partnersRoutes,
  Relative,
  Share,
  SharedCard,
  ShowCode,
  ShownLicence,
  showsRoutes,
} from './shows.ts';
export { GuideDefect, StuckCause, StuckRow, StuckView, stuckRoutes } from './stuck.ts';
export { NewTicket, TicketKey, TicketView, ticketKinds, ticketStates, ticketsRoutes } from './tickets.ts';
export { KioskVisit, visitsRoutes } from './visits.ts';
export {
  type ContactDesk,
  type VolunteerRow,
  type VolunteerState,
  type VolunteerWish,
  volunteersRoutes,
} from './volunteers.ts';
export {
  countsRoutes,
  type DayCount,
  type NewWarning,
  type Warning,
  type WarningText,
  warningStates,
  warningsRoutes,
} from './warnings.ts';
export { CardReaderSetting, IdentityCard, WindowSettings, windowRoutes } from './window.ts';
export { type AnswerPair, AnswerPairs, Words } from './words.ts';
