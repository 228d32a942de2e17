/** @jsxImportSource preact */
import { LinkList, type LinkRow } from '@tongban/ui';
import { address } from '../address.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { inLocale } from '../words.tsx';
import { aboutIn, aboutPairs } from './about.ts';
import { Emergencies } from './emergencies.tsx';
import { AsVolunteer, forumIn, forumPairs, forumsHere, OpenForums, WithinForum } from './forum.tsx';
import { kinds } from './kinds.ts';

/** 咨询投诉: what people may want to say, and where to find what was said and answered before. */
export async function showKinds(visit: Visit): Promise<PageAnswer> {
  const { say } = visit;
  const title = say('咨询、投诉、建议', 'Ask, complain, suggest');
  const here = await forumsHere(visit);
  return page(visit, {
    title,
    back: { href: '/', words: say('首页', 'Home') },
    children: (
      <>
        <h1>{title}</h1>
        <Emergencies visit={visit} />
        <WithinForum visit={visit} here={here} />
        <section class="stack stack--tight">
          <h2>{say('您想说什么', 'What is it')}</h2>
          <LinkList rows={here.isVolunteer ? volunteerOffers(visit) : offersOf(visit, here.forum?.forum)} />
        </section>
        <AsVolunteer visit={visit} here={here} />
        <OpenForums visit={visit} here={here} />
        <section class="stack stack--tight">
          <h2>{say('已经提过的', 'What you asked before')}</h2>
          <LinkList
            rows={[
              {
                href: '/orders',
                title: say('我的诉求', 'My requests'),
                line: say(
                  '登录后看办到哪一步，催一催，说解决没有',
                  'Sign in to follow, urge, and say if it is solved',
                ),
              },
              {
                href: '/orders/follow',
                title: say('用查询码看', 'Follow by receipt code'),
                line: say(
                  '没有登录、没有留名的，用回执上的 16 位查询码',
                  'Without your name: by the 16 digits of the receipt',
                ),
              },
            ]}
          />
        </section>
        <section class="stack stack--tight">
          <h2>{say('也许已经有答案', 'Perhaps it is answered already')}</h2>
          <LinkList
            rows={[
              {
                href: '/answered',
                title: say('大家问过的', 'Answered in public'),
                line: say('公开的答复，看不出是谁问的', 'Public answers; nobody can be told from them'),
              },
              {
                href: '/answers',
                title: say('常见问题', 'Questions and answers'),
                line: say('材料、费用、时限，先查一查', 'Papers, fees and times: look here first'),
              },
            ]}
          />
        </section>
      </>
    ),
  });
}

/** A volunteer suggests or complains. */
function volunteerOffers(visit: Visit): LinkRow[] {
  const places = ['suggestion', 'complaint'].map((id) => `/orders/new/${id}?`);
  return offersOf(visit, forumIn(visit)).filter(({ href }) => places.some((place) => href.startsWith(place)));
}

/** Each kind with what somebody came from; of a report nothing comes along. */
function offersOf(visit: Visit, forum: string | undefined): LinkRow[] {
  const { say } = visit;
  const about = aboutPairs(aboutIn(visit));
  const pairs = [...about, ...forumPairs(forum)];
  return [
    ...kinds.map(({ id, name, line }) => ({
      href: address(`/orders/new/${id}`, id === 'report' ? [] : pairs),
      title: inLocale(visit, name).text,
      line: inLocale(visit, line).text,
    })),
    {
      href: address('/orders/new/visit', about),
      title: say('申请上门', 'Ask us to come to you'),
      line: say('行动不便，或单位人多一起办', 'You cannot come, or many of one employer would'),
    },
  ];
}
