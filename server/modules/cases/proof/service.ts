import type { WorkingCalendar } from '@tongban/calendar';
import type { DataSources as DataSourceList } from '@tongban/catalogue/author';
import type { UndertakingNotice } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import type { Db, Platform, Tx } from '../../../platform/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity, Person } from '../../identity/index.ts';
import type { Licences } from '../../licences/index.ts';
import type { OpenDraft } from '../drafts.ts';
import type { Pickups } from '../issue/pickups.ts';
import type { KeptCheck } from '../kept.ts';
import type { Ledger } from '../ledger.ts';
import { type OpenCase, sameSlot } from '../model.ts';
import type { Sealing } from '../sealing.ts';
import type { Signed } from '../signed.ts';
import type { Situations } from '../situation.ts';
import { definitionOf, type Means, slotsOf } from '../slots.ts';
import type { CaseStore } from '../store/cases.ts';
import { createAsking } from './asking.ts';
import { createChecks, keyOf } from './checks.ts';
import { createProofDesk } from './desk.ts';
import { createInvestigations } from './investigations.ts';
import { noticeOf, undertakingOf } from './notice.ts';
import type { DataSources } from './ports/data-sources.ts';
import { createPromises } from './promises.ts';
import { isStale } from './rules.ts';
import { isSettled, type Proving } from './standing-in.ts';
import { createProofStore } from './store.ts';

/** 数据源: which register is asked in place of which paper, and how it is reached. */
export type DataSourcing = { readonly list: DataSourceList; readonly sources: DataSources };

type Deps = Pick<Platform, 'clock'> & {
  db: Db;
  store: CaseStore;
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  pickups: Pick<Pickups, 'end'>;
  identity: Pick<Identity, 'inTransaction' | 'persons'>;
  licences: Pick<Licences, 'revoke'>;
  files: Pick<Files, 'papers'>;
  calendar: WorkingCalendar;
  dataSourcing: DataSourcing;
};
export type Proofs = ReturnType<typeof createProofs>;

/** 材料替代: what stands in for papers: data checks, investigations and promises, from the draft to the last check. */
export function createProofs({ store: cases, dataSourcing, ...deps }: Deps) {
  const { clock, identity } = deps;
  const store = createProofStore(deps.db);
  const asking = createAsking({ clock, ...dataSourcing });
  const checks = createChecks({ clock, asking });
  const investigations = createInvestigations({ ...deps, store });
  const promises = createPromises({ ...deps, store });
  const isBarred = (tx: Tx | undefined, applicant: string) =>
    store.isBarred(tx, applicant, shanghaiDay(clock()));
  return {
    /** What can be proved without papers for an applicant. */
    provingOf: async (tx: Tx | undefined, applicant: string): Promise<Proving> => ({
      barred: await isBarred(tx, applicant),
      asks: asking.asks,
    }),
    /** Asks the sources for everything in a draft that data can stand in for; what is settled and fresh is not asked again. */
    async prove(tx: Tx | undefined, draft: OpenDraft, means: Means): Promise<KeptCheck[]> {
      const known = draft.content.checks ?? [];
      const due = dueIn(deps, draft, means);
      if (due.length === 0) return known;
      const { name, citizenNumber = '' } = await personOf(identity, tx, draft.row.applicant_id);
      const fresh = await asking.ask(
        due.map((slot) => ({
          ...{ slot, item: draft.row.item, subject: { name, citizenNumber } },
          definition: definitionOf(draft.edition, slot.material),
        })),
      );
      return [...known.filter((one) => !fresh.some((check) => sameSlot(check, one))), ...fresh];
    },
    /** 告知书 for one material of a draft. */
    notice: async (draft: OpenDraft, material: string): Promise<UndertakingNotice> =>
      noticeOf(draft.edition, material, await isBarred(undefined, draft.row.applicant_id)),
    /** 承诺书 of a draft, one for each material that is promised. */
    undertakings: ({ edition, content }: OpenDraft) =>
      content.laid.filter(({ met }) => met === 'promise').map((laid) => undertakingOf(edition, keyOf(laid))),
    sealPromises: (tx: Tx, open: OpenCase, given: { person: Person; signed: Signed }) =>
      promises.seal(tx, open, given),
    /** The case has been accepted: what is to be found out begins. */
    accepted: investigations.begin,
    /** The case has been granted: the checks of its promises become due. */
    granted: promises.begin,
    desk: createProofDesk({ ...deps, cases, store, checks, investigations, promises }),
  };
}

/** The materials of a draft a source is still to be asked for: not laid, and not settled lately. */
function dueIn(
  { situations, clock }: Pick<Deps, 'situations' | 'clock'>,
  { edition, content }: OpenDraft,
  means: Means,
) {
  const lines = situations.read(edition, content.answers).slots;
  const known = content.checks ?? [];
  // Without what was said before, everything that data could prove stands as if it had never been asked.
  const slots = slotsOf(edition, lines, { laid: content.laid, means, channel: 'web' });
  return slots
    .filter(({ met, need }) => met === 'data' && need === 'required')
    .map(keyOf)
    .filter((slot) => {
      const check = known.find((one) => sameSlot(one, slot));
      return check === undefined || !isSettled(check) || isStale(check.at, clock());
    });
}

async function personOf(identity: Deps['identity'], tx: Tx | undefined, personId: string): Promise<Person> {
  if (tx !== undefined) return identity.inTransaction(tx, personId);
  const person = (await identity.persons([personId])).get(personId);
  if (person === undefined) throw new Error('the applicant of a draft is not known');
  return person;
}
