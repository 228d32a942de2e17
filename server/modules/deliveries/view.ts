import type { Delivery, PostalParty } from '@tongban/contract';
import { mayChange, type Step } from './rules.ts';
import type { DeliveryRow } from './store.ts';
import { stepWords } from './words.ts';

type Known = { simulated: boolean; party: PostalParty | undefined; steps: readonly Step[] };

/** 寄递 as its person and the issue desk see it. */
export function viewOf(row: DeliveryRow, { simulated, party, steps }: Known): Delivery {
  return {
    ...{ purpose: row.purpose, way: row.way, state: row.state, simulated },
    mayChange: mayChange(row.state),
    ...(party === undefined ? {} : { to: party }),
    ...(row.waybill === undefined ? {} : { waybill: row.waybill }),
    steps: steps.map(stepView),
  };
}

/** One step as a person is told it. */
function stepView(step: Step): Delivery['steps'][number] {
  const place = 'place' in step && step.place !== undefined ? { place: step.place } : {};
  return { at: step.at, title: stepWords(step), ...place };
}

/** The same on a timeline where other things stand too: of originals it says so. */
export function newsView(step: Step, purpose: DeliveryRow['purpose']): Delivery['steps'][number] {
  const view = stepView(step);
  if (purpose === 'result') return view;
  const { zh, en } = view.title;
  return { ...view, title: { zh: `您寄的原件：${zh}`, en: `Your originals: ${en}` } };
}
