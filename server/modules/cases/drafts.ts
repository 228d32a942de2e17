import type { ItemEdition } from '@tongban/catalogue';
import type { AnswerPair, Draft, DraftRow as DraftListRow, FileRow, Values } from '@tongban/contract';
import { checkForm, type Form } from '@tongban/forms';
import { Problem } from '@tongban/kernel';
import { newId, type Platform, type Tx } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Files } from '../files/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Held, Licences } from '../licences/index.ts';
import { refuseAnswers, refuseElsewhere, refuseVerdict } from './admission.ts';
import type { Drafter } from './drafter.ts';
import { keptOrigins, prefilled, provenanceOf, typedValues } from './form-facts.ts';
import { layUnder } from './laying.ts';
import { type DraftContent, type Laid, type LayWish, sameSlot } from './model.ts';
import type { Proving } from './proof/standing-in.ts';
import type { Situations } from './situation.ts';
import { type Means, slotsOf } from './slots.ts';
import type { DraftRow, DraftStore } from './store/drafts.ts';

type Deps = Pick<Platform, 'clock' | 'vault'> & {
  store: DraftStore;
  situations: Situations;
  catalogue: Catalogue;
  identity: Pick<Identity, 'person'>;
  files: Pick<Files, 'mine' | 'handOver'>;
  licences: Pick<Licences, 'held'>;
  /** What can be proved without papers for an applicant. */
  provingOf: (tx: Tx | undefined, applicant: string) => Promise<Proving>;
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
    view: reading.view,
    /** A draft as it stands; undefined when its owner has thrown it away. */
    async find(tx: Tx, owner: string, draftId: string): Promise<OpenDraft | undefined> {
      const row = await store.draft(tx, owner, draftId);
      return row === undefined ? undefined : reading.opened(row);
    },
    opened: async (who: Drafter, draftId: string): Promise<OpenDraft> =>
      reading.opened(await store.draft(undefined, who.owner, draftId)),
    locked: async (tx: Tx, who: Drafter, draftId: string): Promise<OpenDraft> =>
      reading.opened(await store.lockDraft(tx, who.owner, draftId)),
    list: (tx: Tx | undefined, who: Drafter): Promise<DraftListRow[]> => list(deps, tx, who),
    get: async (who: Drafter, draftId: string): Promise<Draft> =>
      reading.view(undefined, who, await reading.opened(await store.draft(undefined, who.owner, draftId))),
    begin: createBeginning(deps, reading),
    ...createSaving(deps, reading),
  };
}

type BeginWish = { item: string; division: string; answers: readonly AnswerPair[] };

function createBeginning(deps: Deps, reading: Reading) {
  const { store, clock, situations, catalogue } = deps;
  return async (tx: Tx, who: Drafter, wish: BeginWish): Promise<Draft> => {
    const edition = await catalogue.current(wish.item, wish.division);
    const admission = { division: wish.division, channel: who.channel };
    refuseElsewhere(edition, admission);
    const situation = situations.read(edition, wish.answers);
    refuseAnswers(situation);
    refuseVerdict(situation, admission);
    const known = await knownOf(deps, tx, { applicant: who.applicant, form: situation.form });
    const content: DraftContent = { answers: [...situation.pairs], ...known, laid: [] };
    const draftId = newId();
    const row = {
      ...{ person_id: who.owner, draft_id: draftId, applicant_id: who.applicant, item: wish.item },
      ...{ edition_id: catalogue.currentId(wish.item, wish.division), division: wish.division },
      ...{ sealed: reading.seal(draftId, content), began_at: clock(), saved_at: clock() },
    };
    await store.insertDraft(tx, row);
    return reading.view(tx, who, { row: { ...row, case_number: undefined }, edition, content });
  };
}

/** Changes the content of a draft that is held locked. */
type Change = (open: OpenDraft) => DraftContent | Promise<DraftContent>;

function createSaving(deps: Deps, reading: Reading) {
  const { store, clock, situations } = deps;
  /** Opens a draft under lock; one that became a case is closed to changes. */
  const lock = async (tx: Tx, who: Drafter, draftId: string): Promise<OpenDraft> => {
    const open = await reading.opened(await store.lockDraft(tx, who.owner, draftId));
    refuseSubmitted(open);
    return open;
  };
  const change = async (tx: Tx, who: Drafter, named: { draft: string; to: Change }): Promise<Draft> => {
    const open = await lock(tx, who, named.draft);
    const content = await named.to(open);
    const saved = { ...open.row, sealed: reading.seal(open.row.draft_id, content), saved_at: clock() };
    await store.saveDraft(tx, saved);
    return reading.view(tx, who, { ...open, row: saved, content });
  };
  return {
    change,
    saveValues: (tx: Tx, who: Drafter, typed: { draft: string; values: Values }): Promise<Draft> =>
      change(tx, who, {
        draft: typed.draft,
        to: ({ content }) => {
          const values = { ...content.values, ...typed.values };
          return { ...content, values, origins: keptOrigins(content.origins, content.values, values) };
        },
      }),
    saveAnswers: (tx: Tx, who: Drafter, given: { draft: string; answers: readonly AnswerPair[] }) =>
      change(tx, who, {
        draft: given.draft,
        to: async ({ row, edition, content }) => {
          const situation = situations.read(edition, given.answers);
          refuseAnswers(situation);
          const known = await knownOf(deps, tx, { applicant: row.applicant_id, form: situation.form });
          return withKnown({ ...content, answers: [...situation.pairs] }, known);
        },
      }),
    lay: (tx: Tx, who: Drafter, draft: string, wish: LayWish): Promise<Draft> =>
      change(tx, who, {
        draft,
        to: async (open) => withLaid(deps, tx, { open, who, wish, means: await reading.means(tx, open) }),
      }),
    async discard(tx: Tx, who: Drafter, draftId: string): Promise<void> {
      await store.discardDraft(tx, (await lock(tx, who, draftId)).row);
    },
  };
}

/** Refuses a draft that has become a case. */
export function refuseSubmitted({ row }: OpenDraft): void {
  const { case_number: number } = row;
  if (number === undefined) return;
  throw new Problem('cases.draft-submitted', 'conflict', `这份申请已经提交，编号 ${number}`);
}

/** Lays under a material; what a clerk has captured becomes the owner's. */
async function withLaid(
  { clock, files, situations }: Deps,
  tx: Tx,
  { open, who, wish, means }: { open: OpenDraft; who: Drafter; wish: LayWish; means: Means },
): Promise<DraftContent> {
  const { edition, content } = open;
  await files.handOver(tx, { files: wish.files, from: who.actor, to: who.owner });
  const found = await files.mine(tx, who.owner, wish.files);
  const { slots: lines } = situations.read(edition, content.answers);
  const laid: Laid = layUnder(
    { ...content, edition, lines, found, means, channel: who.channel, now: clock() },
    wish,
  );
  const others = content.laid.filter((one) => !sameSlot(one, laid));
  return { ...content, laid: [...others, laid] };
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
function createReading({ vault, situations, catalogue, files, licences, provingOf }: Deps) {
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
    const proving = await provingOf(tx, row.applicant_id);
    return { held, proving, files: new Map(found.map((file) => [file.file, file])) };
  };
  const view = async (tx: Tx | undefined, { channel }: Drafter, open: OpenDraft): Promise<Draft> => {
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
      slots: slotsOf(edition, slots, { ...content, means: known, channel }),
      faults: checkForm(form, typedValues(form, content.values, channel)),
      savedAt: row.saved_at.toISOString(),
      ...(row.case_number === undefined ? {} : { case: row.case_number }),
    };
  };
  const seal = (draftId: string, content: DraftContent) =>
    vault.seal(place(draftId), JSON.stringify(content));
  return { opened, means, view, seal };
}

async function list(
  { store, catalogue }: Deps,
  tx: Tx | undefined,
  { owner }: Drafter,
): Promise<DraftListRow[]> {
  const rows = await store.openDrafts(tx, owner);
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
