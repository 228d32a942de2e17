import type { Limit } from '@tongban/calendar';
import { type ContentWords, contentWords } from '@tongban/kernel';
import type { Role } from './roles.ts';

/** 环节: one step of an item edition. Steps of one group open together; a step with two signatures is a countersign. */
export type Step = {
  readonly id: string;
  readonly name: ContentWords;
  readonly role: Role;
  readonly stage: 'accept' | 'review' | 'decide' | 'produce';
  readonly within?: Limit;
  readonly fourEyes: boolean;
  readonly group?: string;
  readonly signatures: number;
};

/** 特别程序: `extend` adds days to the limits (type 1), `suspend` stops the clocks (type 2). */
export type SpecialProcedure = {
  readonly id: string;
  readonly name: ContentWords;
  readonly type: 'extend' | 'suspend';
  readonly max: Limit;
};

export type Limits = { readonly statutory?: Limit; readonly promised?: Limit };

/** What an item edition lays down for the course of a case; a case keeps the plan it began with. */
export type CasePlan = {
  readonly kind: 'immediate' | 'promised';
  readonly steps: readonly Step[];
  readonly limits: Limits;
  readonly specialProcedures: readonly SpecialProcedure[];
  /** Whether a granted case ends in a document or card that is made and handed over. */
  readonly produces: boolean;
};

/** What the plan of a case is made from: the parts of an item edition that rule its course. */
export type PlanSource = {
  readonly kind: string;
  readonly steps: readonly StepSource[];
  readonly limits: Limits;
  readonly special_procedures: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: SpecialProcedure['type'];
    readonly max: Limit;
  }[];
  readonly result: { readonly kind: string };
};

/** Makes the plan of a case from its item edition: a licence or document is produced, a decision or record is not. */
export function planOf(source: PlanSource): CasePlan {
  const { statutory, promised } = source.limits;
  return {
    kind: source.kind === 'immediate' ? 'immediate' : 'promised',
    steps: planSteps(source.steps),
    limits: {
      ...(statutory === undefined ? {} : { statutory: limitOf(statutory) }),
      ...(promised === undefined ? {} : { promised: limitOf(promised) }),
    },
    specialProcedures: source.special_procedures.map(({ id, name, type, max }) => ({
      id,
      name: contentWords(name, undefined),
      type,
      max: limitOf(max),
    })),
    produces: source.result.kind === 'licence' || source.result.kind === 'document',
  };
}

/** Days and unit alone: where the limit comes from stays in the edition. */
function limitOf({ days, unit }: Limit): Limit {
  return { days, unit };
}

/** A step as content writes it. */
export type StepSource = {
  readonly id: string;
  readonly name: string;
  readonly name_en?: string;
  readonly role: Role;
  readonly stage?: Step['stage'];
  readonly within?: Limit;
  readonly four_eyes?: boolean;
  readonly group?: string;
  readonly signatures?: number;
};

/**
 * Reads the steps of an item. A step that names no stage gets it from its place: `accept` is acceptance,
 * the step `decide` or else the last one of an approver or head decides, earlier ones review, later ones produce;
 * where nobody decides, all steps after acceptance produce.
 */
export function planSteps(sources: readonly StepSource[]): Step[] {
  const deciding = decidingPlace(sources);
  return sources.map((source, place) => {
    const { id, name, role, within, group } = source;
    return {
      id,
      name: contentWords(name, source.name_en),
      role,
      stage: source.stage ?? stageAt(id, place, deciding),
      ...(within === undefined ? {} : { within }),
      fourEyes: source.four_eyes ?? false,
      ...(group === undefined ? {} : { group }),
      signatures: source.signatures ?? 1,
    };
  });
}

/** The step that decides; undefined when the edition has none, as immediate items may. */
export function findDecidingStep(plan: CasePlan): Step | undefined {
  return plan.steps.find((step) => step.stage === 'decide');
}

/** Who decides under this plan: the role of the deciding step, or the window for what is settled there. */
export function decidingRole(plan: CasePlan): Role {
  return findDecidingStep(plan)?.role ?? (plan.kind === 'immediate' ? 'clerk' : 'approver');
}

/** 即办件: whether one clerk settles the item in one sitting: immediate, and no step asks for anyone but a clerk. */
export function isSettledAtWindow(plan: CasePlan): boolean {
  return plan.kind === 'immediate' && plan.steps.every((step) => step.role === 'clerk');
}

/** The review steps in order; those of one group stand together. */
export function reviewGroups(plan: CasePlan): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  for (const step of plan.steps) {
    if (step.stage !== 'review') continue;
    const last = groups.at(-1);
    if (last !== undefined && step.group !== undefined && last[0]?.group === step.group) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function decidingPlace(sources: readonly StepSource[]): number {
  const named = sources.findIndex(
    (step) => step.stage === 'decide' || (step.stage === undefined && step.id === 'decide'),
  );
  if (named !== -1) return named;
  return sources.findLastIndex(
    (step) => step.stage === undefined && (step.role === 'approver' || step.role === 'head'),
  );
}

function stageAt(id: string, place: number, deciding: number): Step['stage'] {
  if (id === 'accept') return 'accept';
  if (place === deciding) return 'decide';
  return place > deciding ? 'produce' : 'review';
}
