import type { Platform, Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Notices } from '../notices/index.ts';
import { caseFacts, promiseSettled } from './events.ts';

type Deps = Pick<Platform, 'outbox'> & {
  catalogue: Pick<Catalogue, 'current'>;
  notices: Pick<Notices, 'tell'>;
};
type About = { personId: string; number: string; item: string; division: string };

/** What became of a case, and what its applicant is told of it; nothing where it went on inside the bureau alone. */
const endings: Readonly<Record<string, string>> = {
  granted: 'cases.closed',
  refused: 'cases.refused',
  returned: 'cases.returned',
  withdrawn: 'cases.withdrawn',
  expired: 'cases.expired',
  forwarded: 'cases.forwarded',
  revoked: 'cases.revoked',
};
const settled: Readonly<Record<string, string>> = {
  correcting: 'cases.promise-to-correct',
  broken: 'cases.promise-broken',
};

/** 办件通知: whatever happens to a case reaches the one who applied. */
export function tellApplicants({ outbox, catalogue, notices }: Deps): void {
  const tell = async (tx: Tx, event: string | undefined, { personId, number, item, division }: About) => {
    if (event === undefined) return;
    const { item: known, english } = (await catalogue.current(item, division)).folder;
    const facts = { number, item: { zh: known.name, en: english?.name } };
    await notices.tell(tx, { ...{ personId, event, facts, caseNumber: number }, about: `case:${number}` });
  };
  outbox.subscribe({
    name: 'cases.tell-applicants',
    on: caseFacts,
    handle: (tx, { type, data }) => tell(tx, 'how' in data ? endings[data.how] : toldOf(type), data),
  });
  outbox.subscribe({
    name: 'cases.tell-of-promises',
    on: promiseSettled,
    handle: (tx, { data }) => tell(tx, settled[data.outcome], data),
  });
}

/** The texts bear the names of the facts; that a case moved on inside the bureau is told by its own page. */
function toldOf(type: string): string | undefined {
  return type === 'cases.moved' ? undefined : type;
}
