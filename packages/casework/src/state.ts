import type { Unit } from '@tongban/calendar';
import type { Day } from '@tongban/kernel';
import type { Limits } from './plan.ts';
import type { Role } from './roles.ts';

export const CHANNELS = ['hall', 'web', 'wechat', 'kiosk', 'phone', 'enterprise', 'partner'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who did something, as an action remembers it. */
export type ActorRef = { readonly id: string; readonly role: Role };

/** What is fixed when a case is opened; the edition never changes afterwards. */
export type CaseFile = {
  readonly caseId: string;
  readonly itemId: string;
  readonly editionId: string;
  readonly applicantId: string;
  readonly channel: Channel;
};

/** One thing missing or wrong, in words that say what to bring or mend. */
export type Missing = { readonly materialId?: string; readonly checkpointId?: string; readonly what: string };

/** 补正告知: everything missing, told once, with the last day to answer. */
export type CorrectionNotice = {
  readonly phase: 'before-acceptance' | 'after-acceptance';
  readonly missing: readonly Missing[];
  readonly givenOn: Day;
  readonly replyBy: Day;
};

/** What the applicant must do besides materials; the case goes on meanwhile. */
export type Need = 'pay' | 'visit' | 'confirm';
export type Ask = { readonly need: Need; readonly detail: string; readonly askedOn: Day };

export const REMEDIES = ['reconsideration', 'litigation', 'stuck-window'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** Every refusal carries reason, legal basis and remedy, and where else to go when another office is competent. */
export type Refusal = {
  readonly reason: string;
  readonly basis: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly goTo?: string;
};

/** A case that has been submitted and has a number. */
export type FiledFile = CaseFile & {
  readonly number: string;
  /** The day the present materials were received; the five days for acceptance count from here. */
  readonly receivedOn: Day;
  /** Everyone who took part in the intake; none of them may approve. */
  readonly intakeBy: readonly string[];
  readonly notices: readonly CorrectionNotice[];
  readonly asks: readonly Ask[];
};

type Acceptance = { readonly on: Day; readonly deemed: boolean; readonly limits: Limits };
export type Assignment = { readonly unit: string; readonly reviewerId?: string; readonly why: string };
type Signature = { readonly step: string; readonly by: string; readonly on: Day };
export type OpenStep = { readonly step: string; readonly since: Day; readonly signedBy: readonly string[] };

/** A stretch in which the clocks stand still: from the day it began to the day it ended. */
export type Pause = {
  readonly cause: 'special-procedure' | 'correction';
  readonly from: Day;
  readonly to?: Day;
};
type Extension = {
  readonly procedure: string;
  readonly days: number;
  readonly unit: Unit;
  readonly on: Day;
};
/** More days somebody asked the head for. */
type ExtensionAsked = Omit<Extension, 'unit'> & { readonly reason: string; readonly by: string };
export type RunningProcedure = { readonly procedure: string; readonly since: Day; readonly dueOn: Day };

export type AcceptedFile = FiledFile & {
  readonly acceptance: Acceptance;
  readonly assignment?: Assignment;
  readonly signatures: readonly Signature[];
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly extensionAsked?: ExtensionAsked;
};

export type Decision =
  | {
      readonly outcome: 'granted';
      readonly on: Day;
      readonly by: string;
      /** Whether a document must now be made. */
      readonly produces: boolean;
      readonly text?: string;
    }
  | { readonly outcome: 'refused'; readonly on: Day; readonly by: string; readonly refusal: Refusal };

export type Delivery = { readonly by: 'desk' } | { readonly by: 'express'; readonly waybill: string };

export type DecidedFile = AcceptedFile & { readonly decision: Decision; readonly readyOn?: Day };

/** Where work stands between acceptance and decision. */
export type Work =
  | { readonly status: 'accepted' }
  | { readonly status: 'in-review'; readonly open: readonly [OpenStep, ...OpenStep[]] }
  | { readonly status: 'awaiting-decision'; readonly since: Day };

export type Ending = 'granted' | 'refused' | 'returned' | 'withdrawn' | 'expired' | 'forwarded' | 'revoked';

/** 办件状态: where a case stands inside the bureau. Each state holds exactly the facts that can exist in it. */
export type CaseState =
  | { readonly status: 'none' }
  | { readonly status: 'draft'; readonly file: CaseFile }
  | { readonly status: 'submitted' | 'pre-review'; readonly file: FiledFile }
  | {
      readonly status: 'correction-before-acceptance';
      readonly file: FiledFile;
      readonly notice: CorrectionNotice;
    }
  | { readonly status: 'not-accepted'; readonly file: FiledFile; readonly refusal: Refusal; readonly on: Day }
  | ({ readonly file: AcceptedFile } & Work)
  | {
      readonly status: 'correction-after-acceptance';
      readonly file: AcceptedFile;
      readonly notice: CorrectionNotice;
      readonly resume: Work;
    }
  | {
      readonly status: 'special-procedure';
      readonly file: AcceptedFile;
      readonly running: RunningProcedure;
      readonly resume: Work;
    }
  | { readonly status: 'decided' | 'producing'; readonly file: DecidedFile }
  | { readonly status: 'at-issue-desk'; readonly file: DecidedFile }
  | { readonly status: 'in-delivery'; readonly file: DecidedFile; readonly waybill: string }
  | {
      readonly status: 'closed';
      readonly file: FiledFile | AcceptedFile | DecidedFile;
      readonly how: Ending;
      readonly on: Day;
      readonly reason?: string;
      /** 撤销决定: why what had been granted was taken back. */
      readonly refusal?: Refusal;
    };

export type Status = CaseState['status'];
export type StateOf<S extends Status> = CaseState & { readonly status: S };

/** Where every case begins: nothing has happened yet. */
export const NO_CASE: CaseState = { status: 'none' };

/** Whether nothing more can happen to the case. */
export function isFinished(state: CaseState): boolean {
  return state.status === 'closed' || state.status === 'not-accepted';
}

/** What was granted and stands: undefined before the decision, after a refusal, and once it was revoked. */
export function findGrant(state: CaseState): Extract<Decision, { outcome: 'granted' }> | undefined {
  if (state.status === 'closed' && state.how !== 'granted') return undefined;
  const file = findAcceptedFile(state);
  if (file === undefined || !('decision' in file)) return undefined;
  return file.decision.outcome === 'granted' ? file.decision : undefined;
}

/** The file of a case that has been accepted at some time; undefined before. */
export function findAcceptedFile(state: CaseState): AcceptedFile | DecidedFile | undefined {
  if (state.status === 'none' || !('acceptance' in state.file)) return undefined;
  return state.file;
}

/** Why a case was not accepted, not granted, or taken back; undefined when none of it happened. */
export function findRefusal(state: CaseState): Refusal | undefined {
  if (state.status === 'not-accepted') return state.refusal;
  if (state.status === 'closed' && state.refusal !== undefined) return state.refusal;
  const file = findAcceptedFile(state);
  if (file === undefined || !('decision' in file)) return undefined;
  return file.decision.outcome === 'refused' ? file.decision.refusal : undefined;
}
