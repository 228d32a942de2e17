import { type CaseView, casesRoutes } from '@tongban/contract';
import type { Visit } from '../visit.ts';

/** The case the address names, if it is the visitor's own. */
export function getCase(visit: Visit): Promise<CaseView> {
  return visit.call(casesRoutes.get, { params: { case: visit.params.case ?? '' } });
}
