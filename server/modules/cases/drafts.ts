import type { ItemEdition } from '@tongban/catalogue';
import type { AnswerPair, Draft, DraftRow as DraftListRow, FileRow, Values } from '@tongban/contract';
import { checkForm, type Form, readValues } from '@tongban/forms';
import { Problem } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, type Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Held, Licences } from '../licences/index.ts';
import { refuseAnswers, refuseOffline, refuseVerdict } from './admission.ts';
import { keptOrigins, prefilled, provenanceOf } from './form-facts.ts';
import { layUnder } from './laying.ts';
import { type DraftContent, type Laid, type LayWish, sameSlot } from './model.ts';
import { applicantOf } from './rules.ts';
import type { Situations } from './situation.ts';
import { type Means, slotsOf } from './slots.ts';
import type { DraftRow, DraftStore } from './store/drafts.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  store: DraftStore;
  situations: Situations;
  catalogue: Catalogue;
  identity: Pick<Identity, 'person'>;
  files: Pick<Files, 'mine'>;
  licences: Pick<Licences, 'held'>;
};
export type Drafts = ReturnType<typeof createDrafts>;

/** A draft opened: its row, its edition and its content unsealed. */
export type OpenDraft = { row: DraftRow; edition: ItemEdition; content: DraftContent };

/** 草稿: applications being filled in; everything typed and laid is kept, and nothing is decided here. */
export function createDrafts(deps: Deps) {
  const { store } = deps;
  const reading = createReading(deps);
  return {
    means: reading.means,
    locked: async (tx: Tx, caller: SignedIn, draftId: string): Promise<OpenDraft> =>
      reading.opened(await store.lockDraft(tx, caller.personId, draftId)),
    list: (caller: SignedIn): Promise<DraftListRow[]> => list(deps, caller),
    get: async (caller: SignedIn, draftId: string): Promise<Draft> =>
      reading.view(undefined, await reading.opened(await store.draft(caller.personId, draftId))),
    begin: createBeginning(deps, reading),
    ...createSaving(deps, reading),
  };
}

type BeginWish = { item: string; division: string; answers: readonly AnswerPair[] };

function createBeginning(deps: Deps, reading: Reading) {
  const { store, clock, situations, catalogue } = deps;
  return async (tx: Tx, caller: SignedIn, wish: BeginWish): Promise<Draft> => {
    const edition = await catalogue.current(wish.item, wish.division);
    refuseOffline(edition, wish.division);
    const situation = situations.read(edition, wish.answers);
    refuseAnswers(situation);
    refuseVerdict(situation);
    const applicant = applicantOf(caller);
    const known = await knownOf(deps, tx, { applicant, form: situation.form });
    const content: DraftContent = { answers: situation.pairs, ...known, laid: [] };
    const draftId = newId();
    const row = {
      ...{ person_id: caller.personId, draft_id: draftId, applicant_id: applicant, item: wish.item },
      ...{ edition_id: catalogue.currentId(wish.item, wish.division), division: wish.division },
      ...{ sealed: reading.seal(draftId, content), began_at: clock(), saved_at: clock() },
    };
    await store.insertDraft(tx, row);
    return reading.view(tx, { row: { ...row, case_number: undefined }, edition, content });
  };
}

function createSaving(deps: Deps, reading: Reading) {
  const { store, clock, situations } = deps;
  /** Opens a draft under lock; one that became a case is closed to changes. */
  const lock = async (tx: Tx, caller: SignedIn, draftId: string): Promise<OpenDraft> => {
    const open = await reading.opened(await store.lockDraft(tx, caller.personId, draftId));
    if (open.row.case_number === undefined) return open;
    throw new Problem('cases.draft-submitted', 'conflict', `这份申请已经提交，编号 ${open.row.case_number}`);
  };
  const change = async (tx: Tx, open: OpenDraft, content: DraftContent): Promise<Draft> => {
    const saved = { ...open.row, sealed: reading.seal(open.row.draft_id, content), saved_at: clock() };
    await store.saveDraft(tx, saved);
    return reading.view(tx, { ...open, row: saved, content });
  };
  return {
    async saveValues(tx: Tx, caller: SignedIn, typed: { draft: string; values: Values }): Promise<Draft> {
      const open = await lock(tx, caller, typed.draft);
      const values = { ...open.content.values, ...typed.values };
      const origins = keptOrigins(open.content.origins, open.content.values, values);
      return change(tx, open, { ...open.content, values, origins });
    },
    async saveAnswers(tx: Tx, caller: SignedIn, given: { draft: string; answers: readonly AnswerPair[] }) {
      const open = await lock(tx, caller, given.draft);
      const situation = situations.read(open.edition, given.answers);
      refuseAnswers(situation);
      const known = await knownOf(deps, tx, { applicant: open.row.applicant_id, form: situation.form });
      return change(tx, open, withKnown({ ...open.content, answers: situation.pairs }, known));
    },
    async lay(tx: Tx, caller: SignedIn, draftId: string, wish: LayWish): Promise<Draft> {
      const open = await lock(tx, caller, draftId);
      const { edition, content, row } = open;
      const held = await deps.licences.held(row.applicant_id, tx);
      const found = await deps.files.mine(tx, caller.personId, wish.files);
      const lines = situations.read(edition, content.answers).slots;
      const laid: Laid = layUnder({ edition, lines, held, found }, wish);
      const others = content.laid.filter((one) => !sameSlot(one, laid));
      return change(tx, open, { ...content, laid: [...others, laid] });
    },
    async discard(tx: Tx, caller: SignedIn, draftId: string): Promise<void> {
      await store.discardDraft(tx, (await lock(tx, caller, draftId)).row);
    },
  };
}

type Known = Pick<DraftContent, 'values' | 'origins'>;

async function knownOf(deps: Deps, tx: Tx, asked: { applicant: string; form: Form }): Promise<Known> {
  const person = await deps.identity.person(asked.applicant);
  return prefilled(asked.form, person, await deps.licences.held(asked.applicant, tx));
}

/** Adds what is known of questions that were not asked before; what was typed stays. */
function withKnown(content: DraftContent, known: Known): DraftContent {
  const fresh = Object.keys(known.values).filter((question) => !(question in content.values));
  const only = (all: Record<string, string>) =>
    Object.fromEntries(
      fresh.flatMap((question) => (question in all ? [[question, all[question] ?? '']] : [])),
    );
  return {
    ...content,
    values: { ...content.values, ...only(known.values) },
    origins: { ...content.origins, ...only(known.origins) },
  };
}

type Reading = ReturnType<typeof createReading>;

/** Reads drafts: unseals them and shows them against their edition. */
function createReading({ vault, situations, catalogue, files, licences }: Deps) {
  const place = (draftId: string) => `cases.draft.sealed|${draftId}`;
  const opened = async (row: DraftRow | undefined): Promise<OpenDraft> => {
    if (row === undefined) throw new Problem('cases.draft', 'missing', '没有这份草稿，可能已经删除');
    const content: DraftContent = JSON.parse(vault.open(place(row.draft_id), row.sealed));
    return { row, edition: await catalogue.edition(row.edition_id), content };
  };
  const means = async (tx: Tx | undefined, { row, content }: OpenDraft): Promise<Means> => {
    const ids = [...new Set(content.laid.flatMap((one) => one.files))];
    const found: FileRow[] = await files.mine(tx, row.person_id, ids);
    const held: Held[] = await licences.held(row.applicant_id, tx);
    return { held, files: new Map(found.map((file) => [file.file, file])) };
  };
  const view = async (tx: Tx | undefined, open: OpenDraft): Promise<Draft> => {
    const { row, edition, content } = open;
    const { form, slots } = situations.read(edition, content.answers);
    const known = await means(tx, open);
    return {
      ...{ draft: row.draft_id, item: row.item, edition: row.edition_id, division: row.division },
      ...{ answers: content.answers, values: content.values },
      pages: form.pages.map(({ id, title, questions }) => ({
        id,
        title,
        questions: questions.map(({ options, ...one }) => ({
          ...one,
          ...(options === undefined ? {} : { options: [...options] }),
        })),
      })),
      provenance: provenanceOf(content.origins, known.held),
      slots: slotsOf(edition, slots, { laid: content.laid, means: known }),
      faults: checkForm(form, readValues(form, content.values)),
      savedAt: row.saved_at.toISOString(),
      ...(row.case_number === undefined ? {} : { case: row.case_number }),
    };
  };
  const seal = (draftId: string, content: DraftContent) =>
    vault.seal(place(draftId), JSON.stringify(content));
  return { opened, means, view, seal };
}

async function list({ store, catalogue }: Deps, caller: SignedIn): Promise<DraftListRow[]> {
  const rows = await store.openDrafts(caller.personId);
  return Promise.all(
    rows.map(async (row) => {
      const { folder } = await catalogue.edition(row.edition_id);
      const en = folder.english?.name;
      const name = en === undefined ? { zh: folder.item.name } : { zh: folder.item.name, en };
      const { draft_id: draft, item, division, saved_at: savedAt } = row;
      return { draft, item, name, division, savedAt: savedAt.toISOString() };
    }),
  );
}
