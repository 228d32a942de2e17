import type { WorkingCalendar } from '@tongban/calendar';
import { may, mayUrge } from '@tongban/casework';
import type { CaseView, Delivery } from '@tongban/contract';
import { readValues } from '@tongban/forms';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, SignedIn, Tx } from '../../platform/index.ts';
import type { Deliveries } from '../deliveries/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import { actorOf } from './actors.ts';
import {
  clockViews,
  findCorrection,
  findRefusalView,
  itemName,
  statusView,
  timelineOf,
} from './citizen-view.ts';
import { summaryOf } from './form-facts.ts';
import { aboutCase, type OpenCase } from './model.ts';
import { type Note, type Notes, urgesOf } from './notes.ts';
import { ownPromises } from './proof/views.ts';
import type { Situations } from './situation.ts';
import { shownSlots } from './slots.ts';

type Deps = Pick<Platform, 'clock'> & {
  situations: Situations;
  offices: Offices;
  notes: Pick<Notes, 'of'>;
  payments: Pick<Payments, 'stateOf'>;
  deliveries: Pick<Deliveries, 'news'>;
  calendar: WorkingCalendar;
};
export type OwnView = ReturnType<typeof createOwnView>;

/** 办件（群众）: one case as its applicant sees it, read in the transaction of the act where there is one. */
export function createOwnView(deps: Deps) {
  return async (caller: SignedIn, open: OpenCase, tx: Tx | undefined): Promise<CaseView> => {
    const { row, content, edition } = open;
    const at = { calendar: deps.calendar, today: shanghaiDay(deps.clock()) };
    const office = deps.offices.organisation(row.office);
    const form = deps.situations.formOf(edition, content.answers);
    const [correction, refusal] = [findCorrection(open), findRefusalView(open)];
    const notes = await deps.notes.of(tx, open);
    const payment = await deps.payments.stateOf(aboutCase(open), tx);
    const news = await deps.deliveries.news(aboutCase(open), tx);
    return {
      ...{ case: row.case_number, item: row.item, edition: row.edition_id, division: row.division },
      ...{ name: itemName(open), submittedAt: row.submitted_at.toISOString(), status: statusView(open, at) },
      office: office === undefined ? { zh: '公安机关' } : { zh: office.name, en: office.name_en },
      ...{ clocks: clockViews(open, at), timeline: withNews(open, news) },
      slots: shownSlots(content.slots),
      summary: summaryOf(form, readValues(form, content.values), deps.offices),
      documents: row.documents,
      ...{
        urges: urgesOf(notes),
        mayUrge: urgeVerdict(open, notes, at.today).ok,
        promises: ownPromises(open),
      },
      ...asksView(open, caller),
      ...(payment === undefined ? {} : { payment }),
      mayWithdraw: mayNow(open, 'withdraw', caller),
      ...(correction === undefined ? {} : { correction }),
      ...(refusal === undefined ? {} : { refusal }),
      // A licence that was taken back with the decision is not handed out any more; the wallet still tells of it.
      ...(row.licence_id === undefined || refusal !== undefined ? {} : { licence: row.licence_id }),
    };
  };
}

/** 经过 with what the courier tells, in the order it happened. */
function withNews(open: OpenCase, news: Delivery['steps']): CaseView['timeline'] {
  const told = news.map(({ at, title, place }) => ({
    ...{ at, title },
    ...(place === undefined ? {} : { detail: { zh: place } }),
  }));
  return [...timelineOf(open.actions), ...told].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whether the applicant may urge today, judged by what they urged before. */
export function urgeVerdict({ state }: OpenCase, notes: readonly Note[], today: string) {
  const last = notes.findLast(({ kind }) => kind === 'urge');
  return mayUrge(state, today, last?.day);
}

function mayNow(open: OpenCase, type: 'withdraw' | 'settle-ask', caller: SignedIn): boolean {
  if (open.row.held_id !== undefined) return false;
  return may(open.state, { type, by: actorOf(caller) }, open.plan).ok;
}

/** What the applicant was asked to do besides materials; a confirmation can be given online. */
function asksView(open: OpenCase, caller: SignedIn): Pick<CaseView, 'asks'> {
  const { state } = open;
  const asks = 'file' in state && 'asks' in state.file ? state.file.asks : [];
  if (asks.length === 0) return {};
  const may = mayNow(open, 'settle-ask', caller);
  return {
    asks: asks.map(({ need, detail }) => ({ need, detail, mayConfirm: may && need === 'confirm' })),
  };
}
