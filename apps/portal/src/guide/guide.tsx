/** @jsxImportSource preact */
import { answerWords, type FactView, factView, type ItemEdition, itemView } from '@tongban/catalogue';
import { Banner, Details } from '@tongban/ui';
import { address } from '../address.ts';
import { leadTo, page } from '../frame.tsx';
import { getItem } from '../items.ts';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Said } from '../words.tsx';
import { type Asking, answeredKeys, type GuidePlace, guideAddress, itemPlace, readAsking } from './asking.ts';
import { QuestionForm } from './question-form.tsx';

/** A walk through the questions: of which edition, where, and how far. */
export type Walk = {
  readonly visit: Visit;
  readonly edition: ItemEdition;
  readonly place: GuidePlace;
  readonly asking: Asking;
};

/** 情形引导: one question a page; every answer stands in the address, so back, reload and sharing simply work. */
export async function showGuide(visit: Visit): Promise<PageAnswer> {
  const { item = '' } = visit.params;
  const { edition } = await getItem(visit, item);
  return walkGuide({ visit, edition, place: itemPlace(item), asking: readAsking(edition, visit.query) });
}

/** Shows the question that is due, or leads to what the answers come to. */
export function walkGuide(shown: Walk): PageAnswer {
  const { visit, edition, place, asking } = shown;
  if (asking.stands.contradiction && asking.wrong === undefined && !isChanging(visit))
    return contradictionPage(shown);
  const question = asking.key === undefined ? undefined : factView(edition, asking.key, visit.locale);
  if (question === undefined) return leadTo(visit, address(place.end, asking.pairs));
  return questionPage(shown, question);
}

function isChanging(visit: Visit): boolean {
  return visit.query.some(([key]) => key === 'at');
}

function questionPage(shown: Walk, question: FactView): PageAnswer {
  const { visit, edition, place, asking } = shown;
  const { say } = visit;
  const name = itemView(edition, visit.locale).name;
  return page(visit, {
    title: `${question.ask.text} · ${name.text}`,
    status: asking.wrong === undefined ? 200 : 400,
    back: backOf(shown),
    children: (
      <>
        <p class="soft small">
          <Said words={name} />
          {' · '}
          {progress(shown)}
        </p>
        <Dropped {...shown} />
        <QuestionForm
          visit={visit}
          path={place.path}
          question={question}
          asking={asking}
          isCount={isCount(edition, question)}
        />
        <Answered
          {...shown}
          summary={say(
            `已回答 ${answeredKeys(asking).length} 个问题`,
            `${answeredKeys(asking).length} answered so far`,
          )}
        />
      </>
    ),
  });
}

/** Two answers that exclude each other: nothing is asked until one of them is changed. */
function contradictionPage(shown: Walk): PageAnswer {
  const { visit } = shown;
  const title = visit.say('有两个回答对不上', 'Two answers do not fit together');
  return page(visit, {
    title,
    status: 400,
    back: backOf(shown),
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {visit.say(
            '看看下面的回答，把不对的改过来。',
            'Look at your answers and change the one that is wrong.',
          )}
        </p>
        <Dropped {...shown} />
        <Answered {...shown} open summary={visit.say('您的回答', 'Your answers')} />
      </>
    ),
  });
}

function backOf({ visit, place, asking }: Walk) {
  const keys = answeredKeys(asking);
  const now = asking.key === undefined ? -1 : keys.indexOf(asking.key);
  const previous = now < 0 ? keys.at(-1) : keys[now - 1];
  return {
    href: previous === undefined ? place.start : guideAddress(place, asking.pairs, previous),
    words:
      previous === undefined
        ? visit.say('办事指南', 'About this service')
        : visit.say('上一问', 'Previous question'),
  };
}

function progress({ visit, asking }: Walk): string {
  const { say } = visit;
  const keys = answeredKeys(asking);
  const now = asking.key === undefined ? -1 : keys.indexOf(asking.key);
  const number = now < 0 ? asking.stands.asked + 1 : now + 1;
  const { expected, left: open } = asking.stands;
  const left = Math.max(0, Math.round(expected) - (now < 0 ? 1 : 0));
  if (open.length <= 1 && now < 0)
    return say(`第 ${number} 问，最后一问`, `Question ${number}, the last one`);
  return left === 0
    ? say(`第 ${number} 问，快问完了`, `Question ${number}, nearly done`)
    : say(`第 ${number} 问，大约还有 ${left} 问`, `Question ${number}, about ${left} to go`);
}

function isCount(edition: ItemEdition, question: FactView): boolean {
  return edition.folder.guide.people?.some(({ id }) => id === question.id) === true;
}

/** Answers of an old or damaged link are named and left out, never silently believed. */
export function Dropped({ visit, asking }: Pick<Walk, 'visit' | 'asking'>) {
  const { say } = visit;
  const { dropped } = asking;
  if (dropped.length === 0) return null;
  return (
    <Banner mood="warn" title={say('链接里有的回答用不上了', 'Some answers in this link no longer fit')}>
      <p>
        {say(
          '问题改过，或者链接不完整。这几个回答已经去掉，其余的都在：',
          'The questions changed, or the link is incomplete. We left these out and kept the rest:',
        )}
      </p>
      <ul>
        {dropped.slice(0, 8).map(({ fact }) => (
          <li key={fact} lang="zh-CN">
            {fact.slice(0, 40)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** 已回答: what was answered so far, each with its way back. */
export function Answered({
  visit,
  edition,
  place,
  asking,
  summary,
  open,
}: Walk & { readonly summary: string; readonly open?: boolean }) {
  const keys = answeredKeys(asking);
  if (keys.length === 0) return null;
  return (
    <Details summary={summary} open={open === true}>
      <ul class="stack stack--tight plain">
        {keys.map((key) => {
          const words = answerWords(edition, key, { answers: asking.answers, locale: visit.locale });
          return (
            <li key={key} class="row">
              <span>
                <Said words={words} />
              </span>
              <a class="no-print" href={guideAddress(place, asking.pairs, key)}>
                {visit.say('改', 'Change')}
                <span class="unseen">{words.text}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Details>
  );
}
