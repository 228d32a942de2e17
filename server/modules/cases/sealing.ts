import type { WorkingCalendar } from '@tongban/calendar';
import { answerDueOn, findRefusal, readClocks } from '@tongban/casework';
import type { Basis } from '@tongban/catalogue';
import { shanghaiDay } from '@tongban/kernel';
import type { Platform, Tx } from '../../platform/index.ts';
import type { Files } from '../files/index.ts';
import type { Offices } from '../offices/index.ts';
import type { OpenCase } from './model.ts';
import { fillWords, PAPERS, type PaperFacts, type PaperForm, type PaperKind } from './papers.ts';
import { remedyWords } from './remedies.ts';
import { slotName } from './slots.ts';

type Deps = Pick<Platform, 'clock'> & { files: Files; offices: Offices; calendar: WorkingCalendar };
type Line = { label: string; value: string };
type NewPaper = {
  kind: PaperKind;
  addressee: string;
  rows?: readonly Line[];
  facts?: Partial<PaperFacts>;
  scan?: Line;
};
export type Sealing = ReturnType<typeof createSealing>;

/** 出具文书: seals the papers of a case inside the transaction of the act they tell of. */
export function createSealing(deps: Deps) {
  return {
    /** Seals one of the papers of papers.ts; `rows` and `facts` add what only this act knows, e.g. the defects. */
    seal(tx: Tx, open: OpenCase, paper: NewPaper) {
      const form: PaperForm = PAPERS[paper.kind];
      const facts = { ...factsOf(deps, open), ...paper.facts };
      const remedies = form.remedies ? remedyWords(findRefusal(open.state)?.remedies ?? []) : [];
      const say = (text: string) => fillWords(text, facts);
      return sealPage(deps, tx, open, {
        ...{ kind: paper.kind, title: form.title, addressee: paper.addressee },
        paragraphs: form.paragraphs.map(say),
        rows: [...form.rows.map(({ label, fact }) => ({ label, value: facts[fact] })), ...(paper.rows ?? [])],
        ...(paper.scan === undefined ? {} : { scan: paper.scan }),
        closing: [...remedies.map(({ zh }) => `${zh}。`), ...form.closing.map(say)],
      });
    },
    /** Seals a paper that is written out by whoever asks for it. */
    page: (tx: Tx, open: OpenCase, page: Page) => sealPage(deps, tx, open, page),
    /** Seals the result itself where it is a document of the bureau, not a licence. */
    sealResult(tx: Tx, open: OpenCase, result: { addressee: string; rows: readonly Line[] }) {
      const { item, english } = open.edition.folder;
      const en = english?.result;
      return sealPage(deps, tx, open, {
        ...{ kind: 'result', addressee: result.addressee, rows: result.rows },
        title: en === undefined ? { zh: item.result.name } : { zh: item.result.name, en },
        paragraphs: [`根据您的申请，现出具${item.result.name}，内容如下。`],
        closing: [`依据：${basisOf(open)}`],
      });
    },
  };
}

/** What the papers of a case can say of it today. */
function factsOf({ clock, offices, calendar }: Deps, open: OpenCase): PaperFacts {
  const { item } = open.edition.folder;
  const { state } = open;
  const today = shanghaiDay(clock());
  const { promised, statutory } = readClocks(state, calendar, today);
  const shown = promised ?? statutory;
  const refusal = findRefusal(state);
  const office = offices.organisation(open.row.office);
  const received = shanghaiDay(open.row.submitted_at);
  return {
    ...{ item: item.name, result: item.result.name, caseNumber: open.row.case_number },
    ...{ office: office?.name ?? '', phone: office?.phone ?? '' },
    receivedOn: dayText(received),
    answerBy: dayText(answerDueOn(calendar, received)),
    promise: shown === undefined ? '当场办结' : limitText(shown.limit),
    dueOn: dayText('running' in state ? state.running.dueOn : (shown?.dueOn ?? today)),
    replyBy: 'notice' in state ? dayText(state.notice.replyBy) : '',
    reason: refusal?.reason ?? '',
    basis: refusal?.basis.join('；') ?? basisOf(open),
  };
}

async function sealPage(
  { clock, files, offices }: Deps,
  tx: Tx,
  open: OpenCase,
  page: Page,
): Promise<OpenCase> {
  const { row } = open;
  const { kind, title, ...words } = page;
  const issuer = offices.organisation(row.office)?.name ?? '';
  const today = shanghaiDay(clock());
  const number = `${row.case_number}-${String(row.documents.length + 1).padStart(2, '0')}`;
  const { document, code } = await files.papers.seal(tx, {
    ...{ ownerId: row.person_id, kind, title, number, issuer, issuedOn: today },
    facts: publicFacts(open),
    page: { ...words, title: title.zh, number, issuer, issuedOn: dayText(today) },
  });
  const sealed = { document, code, kind, title, number, madeAt: clock().toISOString() };
  return { ...open, row: { ...row, documents: [...row.documents, sealed] } };
}

export type Page = {
  kind: string;
  title: { zh: string; en?: string };
  addressee: string;
  paragraphs: readonly string[];
  rows: readonly Line[];
  closing: readonly string[];
  scan?: Line;
  /** The signature somebody drew, to stand under the paper. */
  signature?: { label: string; file: string };
};

/** What anybody who checks the paper may know. */
function publicFacts({ edition, row }: OpenCase) {
  return [
    { label: { zh: '事项', en: 'Service' }, value: edition.folder.item.name },
    { label: { zh: '办件编号', en: 'Case number' }, value: row.case_number },
    { label: { zh: '申请人', en: 'Applicant' }, value: row.applicant },
  ];
}

/** The materials of a case and how each was handed in, for the receipt. */
export function materialRows({
  edition,
  content,
}: Pick<OpenCase, 'edition'> & { content: Pick<OpenCase['content'], 'slots'> }): Line[] {
  const ways = {
    files: '电子文件',
    licence: '电子证照',
    promise: '书面承诺',
    window: '到窗口交',
    data: '数据核验',
    investigation: '由我们核实',
    open: '未交',
  };
  return content.slots
    .filter(({ met, need }) => need === 'required' || met !== 'open')
    .map((slot) => {
      const count = slot.met === 'files' ? ` ${slot.files.length} 个` : '';
      const seen = slot.originalSeen === true ? '，已核验原件' : '';
      return { label: slotName(edition, slot).zh, value: `${ways[slot.met]}${count}${seen}` };
    });
}

export function basisText({ law, article = '' }: Basis): string {
  return law === undefined ? '事项办事指南' : `《${law}》${article}`;
}

function basisOf({ edition }: OpenCase): string {
  return edition.folder.item.basis.map(basisText).join('；');
}

export function limitText({ days, unit }: { days: number; unit: 'working' | 'natural' }): string {
  return `${days} ${unit === 'working' ? '个工作日' : '天'}`;
}

/** 2026年3月2日 */
export function dayText(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
