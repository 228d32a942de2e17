/** @jsxImportSource preact */
import { itemView } from '@tongban/catalogue';
import { casesRoutes, type Draft, draftsRoutes, type FormPage } from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, SummaryList, Tick } from '@tongban/ui';
import { first } from '../address.ts';
import { dayText } from '../days.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Said, Told } from '../words.tsx';
import { divisionName, divisionOptions } from './divisions.ts';
import {
  type DraftHere,
  declarationsOf,
  getDraft,
  isAnswered,
  openSlots,
  pageState,
  pagesToFill,
  slotKey,
} from './draft.ts';
import { SlotName, SlotState, viewOf } from './materials.tsx';

/** 核对并提交: everything once more with its way to change it, the declaration in full, and one button. */
export async function showCheck(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  return here.draft.case === undefined
    ? checkPage(visit, here, [])
    : leadTo(visit, `/cases/${here.draft.case}`);
}

/** Hands in; the key of the form makes a double press one case. */
export async function takeCheck(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  const { draft } = here;
  if (draft.case !== undefined) return leadTo(visit, `/cases/${draft.case}/done`);
  const faults = undeclared(visit, draft);
  if (faults.length > 0) return checkPage(visit, here, faults);
  const key = first(visit.request.form, 'key');
  const made = Object.fromEntries(declarationsOf(draft).map(({ id }) => [id, 'yes']));
  try {
    await visit.call(draftsRoutes.saveValues, { params: { draft: draft.draft }, body: { values: made } });
    const body = { draft: draft.draft, declared: true };
    const filed = await visit.call(casesRoutes.submit, { body }, key === undefined ? {} : { key });
    return leadTo(visit, `/cases/${filed.case}/done`);
  } catch (error) {
    const told = faultsFrom(error, 'main').map((fault) => onThisPage(draft, fault));
    const now = await getDraft(visit);
    return now.draft.case === undefined
      ? checkPage(visit, now, told)
      : leadTo(visit, `/cases/${now.draft.case}/done`);
  }
}

function undeclared(visit: Visit, draft: Draft): FieldFault[] {
  const { form } = visit.request;
  const message = visit.say('读完声明，在前面打勾', 'Read the declaration and tick the box');
  return declarationIds(draft)
    .filter((id) => first(form, id) !== 'yes')
    .map((id) => ({ id, message }));
}

/** A fault of a field on another page is told here too, for there is nothing to link to. */
function onThisPage(draft: Draft, { id, message }: FieldFault): FieldFault {
  return { id: declarationIds(draft).includes(id) ? id : 'main', message };
}

function declarationIds(draft: Draft): string[] {
  const asked = declarationsOf(draft).map(({ id }) => id);
  return asked.length === 0 ? ['declared'] : asked;
}

async function checkPage(visit: Visit, here: DraftHere, faults: readonly FieldFault[]): Promise<PageAnswer> {
  const { say } = visit;
  const { draft, edition } = here;
  const { name } = itemView(edition, visit.locale);
  const areas = await divisionOptions(visit, undefined, draft.division.slice(0, 4));
  const missing = missingParts(visit, here);
  const title = say('核对并提交', 'Check and submit');
  return page(visit, {
    title: `${title} · ${name.text}`,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: `/apply/${draft.draft}`, words: say('任务表', 'Tasks') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <p class="soft small">
            <Said words={name} />
          </p>
          <h1>{title}</h1>
        </div>
        {missing.length > 0 && <Missing visit={visit} parts={missing} />}
        {pagesToFill(draft).map((topic) => (
          <TopicSummary
            key={topic.id}
            visit={visit}
            draft={draft}
            topic={topic}
            areaOf={(code) => divisionName(areas, code)}
          />
        ))}
        <MaterialSummary visit={visit} here={here} />
        {missing.length === 0 && <SubmitForm visit={visit} draft={draft} faults={faults} />}
      </>
    ),
  });
}

type Part = { readonly href: string; readonly words: string };

function missingParts(visit: Visit, here: DraftHere): Part[] {
  const { draft } = here;
  const base = `/apply/${draft.draft}`;
  const pages = pagesToFill(draft).filter((one) => pageState(draft, one) !== 'done');
  return [
    ...pages.map(({ id, title }) => ({
      href: `${base}/form/${id}?from=check`,
      words: visit.say(`填写：${title.zh}`, `Fill in: ${title.en ?? title.zh}`),
    })),
    ...(isAnswered(here)
      ? []
      : [
          {
            href: `${base}/answers`,
            words: visit.say('引导里还有问题没有答完', 'The guide still has open questions'),
          },
        ]),
    ...openSlots(draft).map((slot) => {
      const name = viewOf(visit, here, slot)?.name.text ?? slot.material;
      return {
        href: `${base}/materials/${slotKey(slot)}`,
        words: visit.say(`材料：${name}`, `Document: ${name}`),
      };
    }),
  ];
}

function Missing({ visit, parts }: { readonly visit: Visit; readonly parts: readonly Part[] }) {
  return (
    <Banner
      mood="warn"
      title={visit.say(`还差 ${parts.length} 处，补上就能提交`, `${parts.length} things are missing`)}
    >
      <ul>
        {parts.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

type TopicProps = {
  readonly visit: Visit;
  readonly draft: Draft;
  readonly topic: FormPage;
  readonly areaOf: (code: string) => string;
};

function TopicSummary({ visit, draft, topic, areaOf }: TopicProps) {
  const href = `/apply/${draft.draft}/form/${topic.id}?from=check`;
  return (
    <section class="sheet">
      <h2>
        <Told visit={visit} words={topic.title} />
      </h2>
      <SummaryList
        rows={topic.questions.map((question) => ({
          key: question.id,
          label: <Told visit={visit} words={question.label} />,
          value: (
            <Value
              visit={visit}
              question={question}
              value={draft.values[question.id] ?? ''}
              areaOf={areaOf}
            />
          ),
          act: {
            href: `${href}#${question.id}`,
            words: (
              <>
                {visit.say('修改', 'Change')}
                <span class="unseen"> {visit.locale === 'zh' ? question.label.zh : question.label.en}</span>
              </>
            ),
          },
        }))}
      />
    </section>
  );
}

type ValueProps = Pick<TopicProps, 'visit' | 'areaOf'> & {
  readonly question: FormPage['questions'][number];
  readonly value: string;
};

function Value({ visit, question, value, areaOf }: ValueProps) {
  if (value === '')
    return (
      <span class="soft">
        {question.required ? visit.say('还没填', 'Missing') : visit.say('没填', 'Not given')}
      </span>
    );
  if (question.kind === 'division') return <>{areaOf(value)}</>;
  if (question.kind === 'date') return <>{dayText(visit, value, { year: true })}</>;
  return <span class="numbers">{value}</span>;
}

function MaterialSummary({ visit, here }: { readonly visit: Visit; readonly here: DraftHere }) {
  const { say } = visit;
  const { draft } = here;
  const shown = draft.slots.filter((slot) => slot.need === 'required' || slot.met !== 'open');
  if (shown.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{say('材料', 'Documents')}</h2>
      <SummaryList
        rows={shown.map((slot) => {
          const view = viewOf(visit, here, slot);
          return {
            key: slotKey(slot),
            label: view === undefined ? slot.material : <SlotName visit={visit} slot={slot} view={view} />,
            value: (
              <span>
                <SlotState visit={visit} slot={slot} />
              </span>
            ),
            act: {
              href: `/apply/${draft.draft}/materials/${slotKey(slot)}`,
              words: (
                <>
                  {say('修改', 'Change')}
                  <span class="unseen"> {view?.name.text}</span>
                </>
              ),
            },
          };
        })}
      />
    </section>
  );
}

type SubmitProps = { readonly visit: Visit; readonly draft: Draft; readonly faults: readonly FieldFault[] };

function SubmitForm({ visit, draft, faults }: SubmitProps) {
  const { say } = visit;
  const asked = declarationsOf(draft);
  return (
    <form class="sheet" id="submit" method="post" novalidate data-does="once">
      <h2>{say('声明', 'Declaration')}</h2>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      {asked.map((one) => (
        <Tick key={one.id} id={one.id} name={one.id} error={messageFor(faults, one.id)}>
          <Told visit={visit} words={one.label} />
        </Tick>
      ))}
      {asked.length === 0 && (
        <Tick id="declared" name="declared" error={messageFor(faults, 'declared')}>
          {say('以上内容是真实的。', 'What I have stated is true.')}
        </Tick>
      )}
      <div class="actions">
        <Button>{say('提交', 'Submit')}</Button>
      </div>
    </form>
  );
}
