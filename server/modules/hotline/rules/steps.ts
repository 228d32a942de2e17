import type { ArrangedVisit, OrderEnding, OrderKind } from '@tongban/contract';
import type { Day } from '@tongban/kernel';

/** 救助电话: where an emergency goes at once; it never waits in a queue. */
export const emergencyNumbers = ['110', '119', '120', '122'] as const;
export type EmergencyNumber = (typeof emergencyNumbers)[number];

/** What classification says of an order: on the tree of matters and beside it. */
export type Classified = {
  readonly kind: OrderKind;
  readonly matter: string;
  readonly labels: readonly string[];
};

/** 附件: a file under an order, from whoever asked or a paper of the desk’s own. */
export type OrderFile = { readonly file: string; readonly from: 'caller' | 'desk' };

/** 公开答复: the question and the answer as anybody may read them. */
export type PublicText = { readonly title: string; readonly question: string };

type Act =
  | {
      readonly type: 'registered';
      readonly kind: OrderKind;
      readonly urgent: boolean;
      /** It came by a channel of the spokesperson’s. */
      readonly petition: boolean;
      readonly tipOff: boolean;
      readonly secret: boolean;
      readonly desk: string;
      /** The unit a tip-off goes to at once; every other order waits at its desk. */
      readonly unit?: string;
      /** A petition of the same person that is running already. */
      readonly procedure?: string;
      readonly files?: readonly string[];
      /** The desk laid them under it; otherwise whoever asked did. */
      readonly filesOf?: 'desk';
      /** 专场 it was said to belong to; never of a tip-off. */
      readonly forum?: string;
    }
  | ({ readonly type: 'classified' } & Classified)
  | { readonly type: 'sealed-off'; readonly to: string }
  | { readonly type: 'dispatched'; readonly to: string }
  | { readonly type: 'claimed' }
  | { readonly type: 'returned'; readonly reason: string }
  | { readonly type: 'time-asked'; readonly days: number; readonly basis: string }
  | { readonly type: 'time-granted' }
  | { readonly type: 'time-refused'; readonly reason: string }
  | { readonly type: 'help-asked'; readonly of: string; readonly say: string }
  | { readonly type: 'help-given'; readonly of: string; readonly say: string }
  | {
      readonly type: 'handed';
      readonly direction: 'up' | 'down';
      readonly to: string;
      readonly reason: string;
    }
  | { readonly type: 'handed-back'; readonly say: string }
  | { readonly type: 'supervised'; readonly say: string }
  | ({ readonly type: 'visit-arranged' } & ArrangedVisit)
  | { readonly type: 'drafted'; readonly text: string; readonly open?: PublicText }
  | { readonly type: 'passed' }
  | { readonly type: 'sent-back'; readonly reason: string }
  | { readonly type: 'replied'; readonly text: string }
  | { readonly type: 'not-reached' }
  | { readonly type: 'satisfied'; readonly say?: string }
  | { readonly type: 'dissatisfied'; readonly say?: string }
  | { readonly type: 'reopened'; readonly say: string }
  | { readonly type: 'urged'; readonly say?: string }
  | { readonly type: 'attached'; readonly files: readonly string[] }
  | { readonly type: 'told-apart'; readonly reason: string }
  | { readonly type: 'linked'; readonly case: string }
  | { readonly type: 'reminded' }
  | { readonly type: 'named' }
  | { readonly type: 'closed'; readonly how: OrderEnding; readonly note?: string };

/** 工单经过: one thing that happened to an order; who did it is left out where it was the caller. */
export type OrderStep = Act & { readonly on: Day; readonly by?: string };
export type OrderAct = Act;
export type StepType = Act['type'];
