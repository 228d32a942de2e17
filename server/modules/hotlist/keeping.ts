import type { HotFigure, HotStepType } from '@tongban/contract';
import { newId, type Tx } from '../../platform/index.ts';
import { type Parts, saidPlace } from './parts.ts';
import type { TopicState } from './rules/state.ts';
import type { TopicRow } from './store/tables.ts';

/** What was done, by whom; the house itself is nobody. */
type Taken = {
  readonly topicId: string;
  readonly type: HotStepType;
  readonly say: string;
  readonly figures: readonly HotFigure[];
  readonly files?: readonly string[];
  readonly by?: string;
};

type Standing = Pick<TopicRow, 'topic_id' | 'scope' | 'branch' | 'matter' | 'stage' | 'round'>;

/** 经过: what was done and what speaks for it; the words are sealed. */
export async function keepStep(parts: Parts, tx: Tx, taken: Taken): Promise<void> {
  const { topics, vault, clock, attaching } = parts;
  const { topicId, type, say, figures, files = [], by } = taken;
  const stepId = newId();
  await topics.insertStep(tx, {
    ...{ topic_id: topicId, step_id: stepId, type, at: clock(), by_id: by },
    said: vault.seal(saidPlace(topicId, stepId), say.trim()),
    figures: figures.map(({ what, ...rest }) => ({ ...rest, what: what.trim() })),
  });
  if (by !== undefined) await attaching.lay(tx, { topicId, stepId, by, files });
}

/** What an event says of a matter. */
export function happened({ clock }: Pick<Parts, 'clock'>, row: Standing) {
  const { topic_id: topicId, scope, branch, matter, stage, round } = row;
  return { topicId, scope, branch, matter, stage, round, at: clock().toISOString() };
}

export function stateOf(row: TopicRow): TopicState {
  return {
    ...{ stage: row.stage, round: row.round, listedOn: row.listed_on },
    ...(row.owner_branch === undefined ? {} : { owner: row.owner_branch }),
    ...(row.due_on === undefined ? {} : { dueOn: row.due_on }),
    ...(row.leader === undefined ? {} : { leader: row.leader }),
    ...(row.removed_on === undefined ? {} : { removedOn: row.removed_on }),
    ...(row.rebounded_on === undefined ? {} : { reboundedOn: row.rebounded_on }),
  };
}

/** The columns of a state; what it does not have is emptied. */
export function columnsOf(state: TopicState) {
  const { owner = null, dueOn = null, leader = null, removedOn = null, reboundedOn = null } = state;
  return {
    ...{ stage: state.stage, round: state.round, listed_on: state.listedOn },
    ...{ owner_branch: owner, due_on: dueOn, leader, removed_on: removedOn, rebounded_on: reboundedOn },
  };
}
