/** @jsxImportSource preact */
import { itemView } from '@tongban/catalogue';
import { draftsRoutes } from '@tongban/contract';
import { Button, LinkButton, Tag, TaskList, type TaskRow } from '@tongban/ui';
import { hallsAddress } from '../book/aim.ts';
import { momentText } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Said, Told } from '../words.tsx';
import { type DraftHere, getDraft, isAnswered, isReady, openSlots, pageState, pagesToFill } from './draft.ts';

/** 办理任务表: fill in, lay the materials, check; in any order, each with how it stands. */
export async function showTasks(visit: Visit): Promise<PageAnswer> {
  const here = await getDraft(visit);
  const { draft, edition } = here;
  if (draft.case !== undefined) return leadTo(visit, `/cases/${draft.case}`);
  const { say } = visit;
  const { name } = itemView(edition, visit.locale);
  return page(visit, {
    title: name.text,
    personal: true,
    back: { href: '/cases', words: say('我的办件', 'My cases') },
    children: (
      <>
        <div class="stack stack--tight">
          <h1>
            <Said words={name} />
          </h1>
          <p class="soft small">
            {say(
              `还没提交。${momentText(visit, draft.savedAt)} 保存`,
              `Not submitted yet. Saved ${momentText(visit, draft.savedAt)}`,
            )}
          </p>
        </div>
        <section class="sheet">
          <h2>{say('1. 填写', '1. Fill in')}</h2>
          <TaskList rows={[answersRow(visit, here), ...fillRows(visit, here)]} />
        </section>
        <section class="sheet">
          <h2>{say('2. 材料', '2. Documents')}</h2>
          <TaskList rows={[materialsRow(visit, here)]} />
        </section>
        <section class="sheet">
          <h2>{say('3. 核对并提交', '3. Check and submit')}</h2>
          <TaskList rows={[checkRow(visit, here)]} />
        </section>
        <div class="actions">
          <LinkButton href={nextTask(here)}>{say('接着办', 'Continue')}</LinkButton>
          <LinkButton look="quiet" href={hallsAddress({ item: draft.item, draft: draft.draft })}>
            {say('改到大厅办，约个时间', 'Do it at a hall: book a time')}
          </LinkButton>
          <LinkButton look="quiet" href={`/apply/${draft.draft}/discard`}>
            {say('不办了，删掉草稿', 'Delete this draft')}
          </LinkButton>
        </div>
      </>
    ),
  });
}

/** What is to be done first: an unfinished page, then a missing material, then the check. */
export function nextTask(here: DraftHere): string {
  const { draft } = here;
  const base = `/apply/${draft.draft}`;
  if (!isAnswered(here)) return `${base}/answers`;
  const unfinished = pagesToFill(draft).find((one) => pageState(draft, one) !== 'done');
  if (unfinished !== undefined) return `${base}/form/${unfinished.id}`;
  return openSlots(draft).length > 0 ? `${base}/materials` : `${base}/check`;
}

function answersRow({ say }: Visit, here: DraftHere): TaskRow {
  const answered = isAnswered(here);
  return {
    key: 'answers',
    name: say('引导里的回答', 'Your answers to the guide'),
    href: `/apply/${here.draft.draft}/answers`,
    state: answered ? (
      <Tag mood="ok">{say('答完了', 'Done')}</Tag>
    ) : (
      <Tag mood="warn">{say('没答完', 'Not finished')}</Tag>
    ),
  };
}

function fillRows(visit: Visit, { draft }: DraftHere): TaskRow[] {
  const { say } = visit;
  const states = {
    done: <Tag mood="ok">{say('填好了', 'Done')}</Tag>,
    begun: <Tag mood="warn">{say('没填完', 'Not finished')}</Tag>,
    open: <Tag mood="plain">{say('还没填', 'Not started')}</Tag>,
  };
  return pagesToFill(draft).map((one) => ({
    key: one.id,
    name: <Told visit={visit} words={one.title} />,
    href: `/apply/${draft.draft}/form/${one.id}`,
    state: states[pageState(draft, one)],
  }));
}

function materialsRow({ say }: Visit, { draft }: DraftHere): TaskRow {
  const required = draft.slots.filter((slot) => slot.need === 'required');
  const open = openSlots(draft).length;
  return {
    key: 'materials',
    name: say('交材料', 'Provide documents'),
    hint: say(
      `${required.length} 样要交，已备好 ${required.length - open} 样`,
      `${required.length - open} of ${required.length} ready`,
    ),
    href: `/apply/${draft.draft}/materials`,
    state:
      open === 0 ? (
        <Tag mood="ok">{say('备齐了', 'Done')}</Tag>
      ) : (
        <Tag mood="warn">{say(`还差 ${open} 样`, `${open} missing`)}</Tag>
      ),
  };
}

function checkRow({ say }: Visit, here: DraftHere): TaskRow {
  const { draft } = here;
  const ready = isReady(here);
  const row = { key: 'check', name: say('核对并提交', 'Check and submit') };
  return ready
    ? { ...row, href: `/apply/${draft.draft}/check`, state: <Tag>{say('可以提交', 'Ready')}</Tag> }
    : {
        ...row,
        hint: say('前面都办好，才能提交', 'Finish the tasks above first'),
        state: <Tag mood="plain">{say('现在还不能办', 'Cannot start yet')}</Tag>,
      };
}

/** 删掉草稿: asked once more, for it cannot be brought back. */
export async function showDiscard(visit: Visit): Promise<PageAnswer> {
  const { draft } = await getDraft(visit);
  const { say } = visit;
  const title = say('确定删掉这份草稿？', 'Delete this draft?');
  return page(visit, {
    title,
    personal: true,
    back: { href: `/apply/${draft.draft}`, words: say('不删，回去', 'Keep it') },
    children: (
      <form class="stack" method="post">
        <h1>{title}</h1>
        <p>
          {say(
            '填的内容和传的材料都会删掉，找不回来。',
            'What you typed and uploaded will be gone for good.',
          )}
        </p>
        <div class="actions">
          <Button look="danger">{say('删掉', 'Delete')}</Button>
          <LinkButton look="quiet" href={`/apply/${draft.draft}`}>
            {say('不删', 'Keep it')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

export async function takeDiscard(visit: Visit): Promise<PageAnswer> {
  const { draft = '' } = visit.params;
  await visit.call(draftsRoutes.discard, { params: { draft } });
  return leadTo(visit, '/');
}
