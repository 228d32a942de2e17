import type { HotActName, HotEvidence, HotFigure, HotStage } from '@tongban/contract';

/** 榜上一件 as the rules see it: where it stands, whose it is, and until when. */
export type TopicState = {
  readonly stage: HotStage;
  readonly round: number;
  readonly listedOn: string;
  readonly owner?: string;
  readonly dueOn?: string;
  readonly leader?: string;
  readonly removedOn?: string;
  readonly reboundedOn?: string;
};

/** What is asked of a matter; a rebound is told by the house alone. */
export type TopicCommand =
  | {
      readonly type: 'assign';
      readonly owner: string;
      readonly dueOn: string;
      readonly evidence: HotEvidence;
    }
  | { readonly type: 'watch'; readonly evidence: HotEvidence }
  | {
      readonly type: 'lead';
      readonly leader: string;
      readonly dueOn: string;
      readonly evidence: HotEvidence;
    }
  | { readonly type: 'remove'; readonly evidence: HotEvidence }
  | { readonly type: 'note'; readonly evidence: HotEvidence }
  | { readonly type: 'rebound'; readonly figures: readonly HotFigure[] };

export type TopicWhy = 'stage' | 'evidence' | 'due';
type Verdict =
  | { readonly ok: true; readonly state: TopicState }
  | { readonly ok: false; readonly why: TopicWhy };

const from: Readonly<Record<TopicCommand['type'], readonly HotStage[]>> = {
  assign: ['listed'],
  watch: ['assigned'],
  lead: ['watched'],
  remove: ['led'],
  note: ['listed', 'assigned', 'watched', 'led'],
  rebound: ['removed'],
};

/** 推进: what a matter of the list becomes when this is done about it on this day, or why it may not be done. */
export function decideTopic(state: TopicState, command: TopicCommand, today: string): Verdict {
  if (!from[command.type].includes(state.stage)) return { ok: false, why: 'stage' };
  if (!hasEvidence(command)) return { ok: false, why: 'evidence' };
  if ('dueOn' in command && command.dueOn < today) return { ok: false, why: 'due' };
  return { ok: true, state: afterwards(state, command, today) };
}

/** 上榜: how a matter begins. */
export function listedTopic(evidence: HotEvidence, today: string): Verdict {
  if (!isEvidence(evidence)) return { ok: false, why: 'evidence' };
  return { ok: true, state: { stage: 'listed', round: 1, listedOn: today } };
}

/** What a leader may do next. */
export function actsOf({ stage }: Pick<TopicState, 'stage'>): HotActName[] {
  return (['assign', 'watch', 'lead', 'remove', 'note'] as const).filter((act) => from[act].includes(stage));
}

function afterwards(state: TopicState, command: TopicCommand, today: string): TopicState {
  switch (command.type) {
    case 'assign':
      return { ...state, stage: 'assigned', owner: command.owner, dueOn: command.dueOn };
    case 'watch':
      return { ...state, stage: 'watched' };
    case 'lead':
      return { ...state, stage: 'led', leader: command.leader.trim(), dueOn: command.dueOn };
    case 'remove':
      return { ...state, stage: 'removed', removedOn: today };
    case 'note':
      return state;
    case 'rebound':
      // Whoever had it before may not be the one who has it next: it is assigned anew.
      return { stage: 'listed', round: state.round + 1, listedOn: today, reboundedOn: today };
  }
}

function hasEvidence(command: TopicCommand): boolean {
  if (command.type === 'rebound') return command.figures.length > 0;
  return command.type === 'note' ? isSaid(command.evidence) : isEvidence(command.evidence);
}

/** 佐证: words and at least one figure; blanks are no words. */
function isEvidence(evidence: HotEvidence): boolean {
  return isSaid(evidence) && evidence.figures.length > 0;
}

function isSaid({ say, figures }: HotEvidence): boolean {
  return say.trim().length >= 2 && figures.every(({ what }) => what.trim() !== '');
}
