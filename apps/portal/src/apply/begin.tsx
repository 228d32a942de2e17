/** @jsxImportSource preact */
import { itemView } from '@tongban/catalogue';
import { draftsRoutes } from '@tongban/contract';
import { Button, LinkList } from '@tongban/ui';
import { address, first } from '../address.ts';
import { BeginFields } from '../checklist/apply-form.tsx';
import { momentText } from '../days.ts';
import { leadTo, page } from '../frame.tsx';
import { itemPlace, readAsking } from '../guide/asking.ts';
import { getItem } from '../items.ts';
import type { PageAnswer, Pair } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Said, Told } from '../words.tsx';

/** 开始办: where a person lands after signing in, with the answers they gave before. */
export async function showBegin(visit: Visit): Promise<PageAnswer> {
  const { say, city } = visit;
  const { item = '' } = visit.params;
  const { edition } = await getItem(visit, item);
  const drafts = (await visit.call(draftsRoutes.list, {})).filter((one) => one.item === item);
  const { pairs } = readAsking(edition, visit.query);
  const title = say('开始填写', 'Start your application');
  return page(visit, {
    title,
    personal: true,
    back: { href: address(itemPlace(item).end, pairs), words: say('我的材料清单', 'My checklist') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          <Said words={itemView(edition, visit.locale).name} /> · <Chinese visit={visit}>{city.name}</Chinese>
        </p>
        {drafts.length > 0 && (
          <section class="stack stack--tight">
            <h2>{say('您有没填完的', 'You have a draft')}</h2>
            <LinkList
              rows={drafts.map((draft) => ({
                href: `/apply/${draft.draft}`,
                title: <Told visit={visit} words={draft.name} />,
                line: say(
                  `${momentText(visit, draft.savedAt)} 保存，接着填`,
                  `Saved ${momentText(visit, draft.savedAt)}; go on`,
                ),
              }))}
            />
          </section>
        )}
        <ul>
          <li>
            {say(
              '已经知道的信息会替您填好，您只要核对。',
              'What we already know is filled in; you only check it.',
            )}
          </li>
          <li>
            {say('填的内容自动保存，可以分几次填。', 'What you type is saved; you can stop and come back.')}
          </li>
        </ul>
        <form method="post" action={`/items/${item}/begin`}>
          <BeginFields pairs={pairs} />
          <div class="actions">
            <Button>
              {drafts.length === 0 ? say('开始填写', 'Start') : say('另填一份新的', 'Start a new one')}
            </Button>
          </div>
        </form>
      </>
    ),
  });
}

/** Begins the draft; the key of the form makes a double press begin one. */
export async function takeBegin(visit: Visit): Promise<PageAnswer> {
  const { item = '' } = visit.params;
  const { form = [] } = visit.request;
  const answers = answersIn(form);
  if (visit.session.kind === 'anyone') {
    const here = address(`/items/${item}/begin`, answers);
    return leadTo(visit, address('/sign-in', [['next', here]]));
  }
  const key = first(form, 'key');
  const body = { item, division: visit.city.code, answers };
  const draft = await visit.call(draftsRoutes.begin, { body }, key === undefined ? {} : { key });
  return leadTo(visit, `/apply/${draft.draft}`);
}

/** The answers of a sent form; they survive an expired session in the address of the page to come back to. */
function answersIn(form: readonly Pair[]): [string, string][] {
  return form.flatMap(([name, value]): [string, string][] =>
    name.startsWith('a.') ? [[name.slice(2), value]] : [],
  );
}
