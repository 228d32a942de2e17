import type { Actor, CaseFile, Channel } from '@tongban/casework';
import { planOf } from '@tongban/casework';
import type { ItemEdition } from '@tongban/catalogue';
import { checkForm } from '@tongban/forms';
import { caseNumber, maskName, Problem, parseItemCode, shanghaiDay } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity, Person } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices, Organisation } from '../offices/index.ts';
import { actorOf } from './actors.ts';
import {
  refuseAnswers,
  refuseElsewhere,
  refuseForm,
  refuseHalfFiles,
  refuseOpenSlots,
  refuseUnanswered,
  refuseUndeclared,
  refuseVerdict,
} from './admission.ts';
import { type Drafter, drafterOf } from './drafter.ts';
import type { Drafts, OpenDraft } from './drafts.ts';
import { typedValues } from './form-facts.ts';
import type { Ledger } from './ledger.ts';
import type { CaseContent, OpenCase, SlotKey } from './model.ts';
import type { Proofs } from './proof/service.ts';
import { materialRows, type Sealing } from './sealing.ts';
import type { Signed } from './signed.ts';
import type { Situations } from './situation.ts';
import { keptSlots, slotsOf } from './slots.ts';
import type { CaseStore } from './store/cases.ts';
import type { DraftStore } from './store/drafts.ts';
import type { CaseRow } from './store/tables.ts';

type Deps = Pick<Platform, 'clock'> & {
  drafts: Drafts;
  draftStore: DraftStore;
  store: CaseStore;
  ledger: Ledger;
  sealing: Sealing;
  situations: Situations;
  offices: Offices;
  identity: Pick<Identity, 'inTransaction'>;
  files: Pick<Files, 'letRead'>;
  licences: Pick<Licences, 'use'>;
  proofs: Pick<Proofs, 'sealPromises'>;
};
type Wish = { draft: string; declared: boolean };
export type Submitting = ReturnType<typeof createSubmitting>;

/** How a draft is handed in: by whom, through which channel, to which office, how signed, and which lacks are already noted. */
export type Handing = {
  who: Drafter;
  by: Actor;
  channel: Channel;
  office: Organisation;
  signed: Signed;
  noted: readonly SlotKey[];
};

/** 提交: one draft becomes one case, or is refused with everything that is still to do. */
export function createSubmitting(deps: Deps) {
  const { drafts, ledger, offices } = deps;
  return {
    async submit(tx: Tx, caller: SignedIn, wish: Wish): Promise<OpenCase> {
      const who = drafterOf(caller);
      const draft = await drafts.locked(tx, who, wish.draft);
      const { case_number: already } = draft.row;
      if (already !== undefined) return submittedBefore(deps, tx, draft, already);
      refuseUndeclared(wish.declared);
      const office = offices.intakeFor(draft.row.division);
      if (office === undefined) {
        throw new Problem('cases.no-office', 'conflict', '这个地方还没有接通网上申请，到当地大厅办理');
      }
      const channel = caller.role === 'enterprise' ? 'enterprise' : 'web';
      const filed = await handIn(deps, tx, draft, {
        ...{ who, by: actorOf(caller), channel, office, noted: [], signed: { way: 'web' } },
      });
      const { name } = await deps.identity.inTransaction(tx, filed.row.person_id);
      const rows = materialRows(filed);
      return ledger.save(tx, await deps.sealing.seal(tx, filed, { kind: 'receipt', addressee: name, rows }));
    },
    /** Evaluates every rule on a draft without handing it in; refuses with everything still to do. */
    judge: (tx: Tx, draft: OpenDraft, handing: Pick<Handing, 'who' | 'noted'>) =>
      judged(deps, tx, draft, handing),
    /** Hands a draft in; the receipt and the saving of the case are the caller's. */
    handIn: (tx: Tx, draft: OpenDraft, handing: Handing) => handIn(deps, tx, draft, handing),
  };
}

async function handIn(deps: Deps, tx: Tx, draft: OpenDraft, handing: Handing): Promise<OpenCase> {
  const { ledger, store, draftStore, identity } = deps;
  const content = await judged(deps, tx, draft, handing);
  const person = await identity.inTransaction(tx, draft.row.applicant_id);
  const fresh = await opened(deps, tx, { draft, content, person, handing });
  await store.insertCase(tx, fresh.row);
  const { row } = fresh;
  const file: CaseFile = {
    ...{ caseId: row.case_id, itemId: row.item, editionId: row.edition_id },
    ...{ applicantId: row.person_id, channel: handing.channel },
  };
  const given = await ledger.give(tx, fresh, {
    ...{ type: 'submit', by: handing.by, file, number: row.case_number },
  });
  const filed = await deps.proofs.sealPromises(tx, given, { person, signed: handing.signed });
  await shareMaterials(deps, tx, { by: handing.by.id, filed, draft });
  await draftStore.draftBecame(tx, draft.row, row.case_number);
  return filed;
}

async function submittedBefore({ ledger, store }: Deps, tx: Tx, draft: OpenDraft, number: string) {
  const key = await store.findOwnKey(draft.row.applicant_id, number);
  if (key !== undefined) return ledger.lock(tx, key);
  throw new Problem('cases.draft-submitted', 'conflict', `这份申请已经提交，编号 ${number}`);
}

/** Evaluates every rule again, on the edition the draft began with; nothing the browser said is trusted. */
async function judged(
  { drafts, situations }: Deps,
  tx: Tx,
  draft: OpenDraft,
  { who: { channel }, noted }: Pick<Handing, 'who' | 'noted'>,
): Promise<CaseContent> {
  const { edition, content, row } = draft;
  const admission = { division: row.division, channel };
  refuseElsewhere(edition, admission);
  const situation = situations.read(edition, content.answers);
  refuseAnswers(situation);
  refuseVerdict(situation, admission);
  refuseUnanswered(situation, admission);
  const means = await drafts.means(tx, draft);
  const slots = slotsOf(edition, situation.slots, { ...content, means, channel });
  refuseOpenSlots(edition, slots, noted);
  refuseHalfFiles(slots);
  const values = typedValues(situation.form, content.values, channel);
  refuseForm(checkForm(situation.form, values));
  const { checks = [] } = content;
  return { answers: [...situation.pairs], values: { ...values }, slots: keptSlots(slots), checks };
}

type Filing = { draft: OpenDraft; content: CaseContent; person: Person; handing: Handing };

async function opened(deps: Deps, tx: Tx, { draft, content, person, handing }: Filing): Promise<OpenCase> {
  const { row: from, edition } = draft;
  const { office, who } = handing;
  const now = deps.clock();
  const caseId = newId();
  const city = from.division.slice(0, 4);
  const number = await nextNumber(deps.store, tx, { edition, office, city, day: shanghaiDay(now) });
  const row: CaseRow = {
    ...{ city, case_id: caseId, case_number: number, draft_id: from.draft_id },
    ...{ person_id: from.applicant_id, filed_by: who.actor, applicant: maskName(person.name) },
    ...{ item: from.item, edition_id: from.edition_id, division: from.division },
    ...{ branch: office.branch, office: office.id, state: 'none', queue: 'intake' },
    ...{
      urgent_on: shanghaiDay(now),
      holder_id: undefined,
      held_id: undefined,
      unassigned_since: undefined,
      yellow_on: undefined,
      red_on: undefined,
      urges: 0,
      licence_id: undefined,
      version: 0,
    },
    ...{ sealed: deps.ledger.sealContent(caseId, content), marks: [], defects: [], documents: [] },
    ...{ channel: handing.channel, submitted_at: now },
  };
  const plan = planOf(edition.folder.item);
  return { row, edition, plan, actions: [], state: { status: 'none' }, content };
}

type Numbered = { edition: ItemEdition; office: Organisation; city: string; day: string };

/** The next number: on the national item code where the item has one, else on the city. */
async function nextNumber(store: CaseStore, tx: Tx, at: Numbered): Promise<string> {
  const { basic } = at.edition.folder.item.codes;
  const code = basic === undefined ? undefined : parseItemCode(`${at.office.code}${at.office.level}${basic}`);
  const root = code?.ok === true ? { itemCode: code.code } : { city: at.city };
  const stem = 'itemCode' in root ? root.itemCode : `TB${root.city}`;
  const sequence = await store.nextSequence(tx, { city: at.city, stem, day: at.day });
  if (sequence > ('itemCode' in root ? 99_999 : 999_999)) {
    throw new Problem('cases.numbers-used-up', 'unavailable', '今天的办件编号用完了，内容已保存，明天再提交');
  }
  return caseNumber(root, at.day, sequence);
}

type Sharing = { by: string; filed: OpenCase; draft: OpenDraft };

/** Lets the office read the files, and writes down every licence that was used and why. */
async function shareMaterials(deps: Deps, tx: Tx, { by, filed, draft }: Sharing): Promise<void> {
  const { row, edition, content } = filed;
  const files = content.slots.flatMap((slot) => slot.files.map(({ file }) => file));
  await deps.files.letRead(tx, [...new Set(files)], row.branch);
  const laid = content.slots.flatMap(({ licence }) => licence?.licence ?? []);
  const filled = Object.entries(draft.content.origins).flatMap(([question, origin]) =>
    origin !== 'identity' && content.values[question] !== undefined ? [origin] : [],
  );
  for (const licence of new Set([...laid, ...filled])) {
    await deps.licences.use(tx, {
      ...{ holderId: row.person_id, licence, by, caseNumber: row.case_number },
      cause: `办理“${edition.folder.item.name}”`,
    });
  }
}
