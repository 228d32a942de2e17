/** @jsxImportSource preact */
import { type PublicForum, publicForumsRoutes, volunteersRoutes } from '@tongban/contract';
import { Inset, LinkButton, LinkList } from '@tongban/ui';
import { address, first } from '../address.ts';
import { dayText } from '../days.ts';
import type { Pair } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 从哪个征集来: the collection whose link somebody followed. */
export function forumIn({ query, request }: Visit): string | undefined {
  const said = first(request.form, 'forum') ?? first(query, 'forum') ?? '';
  return shape.test(said) ? said : undefined;
}

export function forumPairs(forum: string | undefined): Pair[] {
  return forum === undefined ? [] : [['forum', forum]];
}

type Here = {
  readonly forums: readonly PublicForum[];
  readonly forum: PublicForum | undefined;
  /** 警民联系台 whoever has signed in reports to as a volunteer of this city today. */
  readonly contactDesk: string | undefined;
  /** Somebody writes as a volunteer. */
  readonly isVolunteer: boolean;
};

/** 正在征集: what is being collected here at this moment, and which of it somebody came from. */
export async function forumsHere(visit: Visit): Promise<Here> {
  const query = { division: visit.city.code };
  const { forums } = await visit.call(publicForumsRoutes.list, { query });
  const isSignedIn = visit.session.kind === 'citizen';
  const { forum: contactDesk } = isSignedIn ? await visit.call(volunteersRoutes.own, { query }) : {};
  const asked = forumIn(visit);
  return {
    ...{ forums, contactDesk, forum: forums.find((one) => one.forum === asked) },
    isVolunteer: contactDesk !== undefined && contactDesk === asked,
  };
}

/** Each collection that is open, with what it is for and a way to write to it; none where somebody came from one. */
export function OpenForums({ visit, here }: { readonly visit: Visit; readonly here: Here }) {
  const { say } = visit;
  if (here.forum !== undefined || here.isVolunteer || here.forums.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h2>{say('正在征集', 'What we are asking about')}</h2>
      {here.forums.map((one) => (
        <OpenForum key={one.forum} visit={visit} forum={one} />
      ))}
    </section>
  );
}

type Shown = { readonly visit: Visit; readonly forum: PublicForum };

function OpenForum({ visit, forum: { forum, title, words, endsOn } }: Shown) {
  const { say } = visit;
  const day = dayText(visit, endsOn);
  return (
    <section class="sheet stack stack--tight">
      <h3>
        <Told visit={visit} words={title} />
      </h3>
      <p>
        <Told visit={visit} words={words} />
      </p>
      <p class="soft small">{say(`写到${day}为止`, `Open until ${day}`)}</p>
      <div class="actions">
        <LinkButton look="quiet" href={address('/orders/new', forumPairs(forum))}>
          {say('我来说说', 'Have my say')}
        </LinkButton>
      </div>
    </section>
  );
}

/** 警民联系台: one line for whoever is a volunteer supervisor here; nobody else sees it. */
export function AsVolunteer({ visit, here }: { readonly visit: Visit; readonly here: Here }) {
  const { say } = visit;
  if (here.contactDesk === undefined || here.isVolunteer) return null;
  return (
    <section class="stack stack--tight">
      <h2>{say('警民联系台', 'Contact desk')}</h2>
      <LinkList
        rows={[
          {
            href: address('/orders/new', forumPairs(here.contactDesk)),
            title: say('以义务监督员身份反映', 'Report as a volunteer supervisor'),
            line: say(
              '建议或投诉，进联系台的台账',
              'A suggestion or a complaint, followed by the contact desk',
            ),
          },
        ]}
      />
    </section>
  );
}

/** What is written here belongs to this collection, or to the contact desk. */
export function WithinForum({ visit, here: { forum, isVolunteer } }: { visit: Visit; here: Here }) {
  const { say } = visit;
  if (isVolunteer)
    return (
      <Inset>
        <p>
          <b>
            {say('警民联系台：以义务监督员身份反映', 'Contact desk: you report as a volunteer supervisor')}
          </b>
        </p>
        <p>
          {say(
            '实名提的才记作监督员反映；选保密或匿名的，照样办，只是不进联系台。',
            'It counts as such in your own name only; in confidence or without your name it is handled all the same.',
          )}
        </p>
      </Inset>
    );
  if (forum === undefined) return null;
  return (
    <Inset>
      <p>
        <b>
          {say('专题征集：', 'We are asking: ')}
          <Told visit={visit} words={forum.title} />
        </b>
      </p>
      <p>
        <Told visit={visit} words={forum.words} />
      </p>
    </Inset>
  );
}
