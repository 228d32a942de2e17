/** @jsxImportSource preact */
import { showsRoutes } from '@tongban/contract';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/** 用证记录: who used this licence, when and for what. */
export async function showUses(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const { licence = '' } = visit.params;
  const uses = await visit.call(showsRoutes.uses, { params: { licence } });
  const title = say('谁用过这张证照', 'Who used this licence');
  return page(visit, {
    title,
    personal: true,
    back: { href: '/licences', words: say('我的证照', 'My licences') },
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {say(
            '每用一次就记一笔，改不了，也删不掉。',
            'Every use is recorded; nobody can change or delete the record.',
          )}
        </p>
        {uses.length === 0 ? (
          <p class="sheet">{say('还没有人用过。', 'Nobody has used it yet.')}</p>
        ) : (
          <ol class="accesses">
            {uses.map(({ at, who, cause }, place) => (
              <li key={`${at} ${place}`}>
                <b>
                  <Chinese visit={visit}>{cause}</Chinese>
                </b>
                <p>
                  <Chinese visit={visit}>{who}</Chinese>
                </p>
                <p class="small soft">
                  <time datetime={at}>{momentText(visit, at)}</time>
                </p>
              </li>
            ))}
          </ol>
        )}
      </>
    ),
  });
}
