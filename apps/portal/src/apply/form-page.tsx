/** @jsxImportSource preact */
import { type Draft, draftsRoutes, type FormPage } from '@tongban/contract';
import { checkAnswer, readValues } from '@tongban/forms';
import {
  Button,
  ErrorSummary,
  type FieldFault,
  joinDate,
  type SelectGroup,
  type SelectOption,
} from '@tongban/ui';
import { first } from '../address.ts';
import { momentText, timeText } from '../days.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';
import { divisionOptions } from './divisions.ts';
import { checkable, type DraftHere, getDraft, pagesToFill } from './draft.ts';
import { missingPage } from './missing-page.ts';
import { QuestionField } from './question-field.tsx';
import { nextTask } from './task-list.tsx';

type Filling = {
  readonly here: DraftHere;
  readonly topic: FormPage;
  readonly values: Readonly<Record<string, string>>;
};

/** 填写: one topic a page, prefilled, saved as it is typed. */
export async function showFormPage(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  return formPage(visit, { here, topic: topicOf(visit, here.draft), values: here.draft.values }, []);
}

/** Goes to the first page there is to fill in. */
export async function showForm(visit: Visit): Promise<PageAnswer> {
  const { draft } = await getDraft(visit);
  const [topic] = pagesToFill(draft);
  return leadTo(
    visit,
    topic === undefined ? `/apply/${draft.draft}` : `/apply/${draft.draft}/form/${topic.id}`,
  );
}

/** Keeps whatever was typed, right or wrong; only going on asks for it to be right. */
export async function takeFormPage(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  const topic = topicOf(visit, here.draft);
  const values = readSent(visit, topic);
  const draft = await visit.call(draftsRoutes.saveValues, {
    params: { draft: here.draft.draft },
    body: { values },
  });
  const then = first(visit.request.form, 'then');
  if (then === 'stay') return savedNote(visit, draft);
  if (then === 'later') return leadTo(visit, `/apply/${draft.draft}`);
  const faults = faultsOf(visit, topic, values);
  if (faults.length > 0) return formPage(visit, { here: { ...here, draft }, topic, values }, faults);
  return leadTo(visit, afterPage(visit, { ...here, draft }, topic));
}

function topicOf(visit: Visit, draft: Draft): FormPage {
  const found = pagesToFill(draft).find((one) => one.id === visit.params.page);
  if (found === undefined) throw missingPage();
  return found;
}

function readSent({ request: { form } }: Visit, topic: FormPage): Record<string, string> {
  const questions = topic.questions.map((one) => checkable(one, topic.id));
  const sent = questions.map(({ id, kind }) => {
    const typed = kind === 'date' ? joinDate((name) => first(form, name), id) : first(form, id);
    return [id, (typed ?? '').slice(0, 2000)] as const;
  });
  return { ...readValues({ pages: [], questions }, Object.fromEntries(sent)) };
}

function faultsOf(
  { locale }: Visit,
  topic: FormPage,
  values: Readonly<Record<string, string>>,
): FieldFault[] {
  return topic.questions.flatMap((one) => {
    const wrong = checkAnswer(checkable(one, topic.id), values[one.id] ?? '');
    return wrong === undefined ? [] : [{ id: one.id, message: wrong.message[locale] }];
  });
}

/** What the saving script shows: 已保存 14:02. */
function savedNote({ say }: Visit, draft: Draft): PageAnswer {
  const time = timeText(draft.savedAt);
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: say(`已保存 ${time}`, `Saved ${time}`),
  };
}

function afterPage(visit: Visit, here: DraftHere, topic: FormPage): string {
  const { draft } = here;
  const base = `/apply/${draft.draft}`;
  if (first(visit.query, 'from') === 'check') return `${base}/check`;
  const topics = pagesToFill(draft);
  const next = topics[topics.findIndex(({ id }) => id === topic.id) + 1];
  return next === undefined ? nextTask(here) : `${base}/form/${next.id}`;
}

async function formPage(visit: Visit, filling: Filling, faults: readonly FieldFault[]): Promise<PageAnswer> {
  const { say } = visit;
  const { here, topic, values } = filling;
  const { draft } = here;
  const topics = pagesToFill(draft);
  const place = topics.findIndex(({ id }) => id === topic.id) + 1;
  const divisions = await divisionsFor(visit, topic, draft.division);
  return page(visit, {
    title: visit.locale === 'zh' ? topic.title.zh : (topic.title.en ?? topic.title.zh),
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: backOf(visit, draft, topics[place - 2]), words: say('上一页', 'Back') },
    children: (
      <form class="stack stack--wide" method="post" novalidate data-does="save" data-draft={draft.draft}>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <p class="soft small">
            {say(`第 ${place} 页，共 ${topics.length} 页`, `Page ${place} of ${topics.length}`)}
          </p>
          <h1>
            <Told visit={visit} words={topic.title} />
          </h1>
        </div>
        {topic.questions.map((question) => (
          <QuestionField
            key={question.id}
            visit={visit}
            question={question}
            value={values[question.id] ?? ''}
            error={messageFor(faults, question.id)}
            from={
              draft.values[question.id] === values[question.id] ? draft.provenance[question.id] : undefined
            }
            divisions={divisions.get(question.id) ?? []}
          />
        ))}
        <div class="actions">
          <Button name="then" value="go">
            {say('保存并继续', 'Save and continue')}
          </Button>
          <Button name="then" value="later" look="quiet">
            {say('先存着，以后再填', 'Save and come back later')}
          </Button>
        </div>
        <p class="toast" role="status" data-told="saved">
          {say(`已保存 ${momentText(visit, draft.savedAt)}`, `Saved ${momentText(visit, draft.savedAt)}`)}
        </p>
      </form>
    ),
  });
}

type Options = ReadonlyMap<string, readonly (SelectOption | SelectGroup)[]>;

async function divisionsFor(visit: Visit, topic: FormPage, division: string): Promise<Options> {
  const asked = topic.questions.filter(({ kind }) => kind === 'division');
  const city = division.slice(0, 4);
  const found = asked.map(
    async ({ id, within }) => [id, await divisionOptions(visit, within, city)] as const,
  );
  return new Map(await Promise.all(found));
}

function backOf(visit: Visit, draft: Draft, previous: FormPage | undefined): string {
  const base = `/apply/${draft.draft}`;
  if (first(visit.query, 'from') === 'check') return `${base}/check`;
  return previous === undefined ? base : `${base}/form/${previous.id}`;
}
