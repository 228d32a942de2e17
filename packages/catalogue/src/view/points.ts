import type { Checkpoint, MaterialDefinition } from '../material-definition.ts';

/** Where a material stands in a case: whether it is needed, and how it has been met. */
export type Standing = {
  need: 'required' | 'possible';
  met: 'open' | 'files' | 'licence' | 'promise' | 'window' | 'data' | 'investigation';
};

const standsIn: readonly Standing['met'][] = ['licence', 'promise', 'data', 'investigation'];

/**
 * 核对要点: what a person must check on a material, at intake or at review. What a licence or a data
 * source proves, a promise stands in for or staff find out is not checked again, nor what machines check; of a needed
 * material that is not there only the first point is looked at, to say that it is missing.
 */
export function pointsToCheck(
  { checkpoints }: Pick<MaterialDefinition, 'checkpoints'>,
  { need, met }: Standing,
  at: 'intake' | 'review',
): Checkpoint[] {
  if (standsIn.includes(met)) return [];
  const points = checkpoints.filter((point) => point.at.includes(at) && point.by !== 'data-check');
  if (met !== 'open') return points;
  return need === 'required' ? points.slice(0, 1) : [];
}
