/** @jsxImportSource preact */
import { draftsRoutes, proofsRoutes, type UndertakingNotice } from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, LinkButton, Tick } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';

/** 告知承诺: everything the applicant must know before promising instead of bringing a paper, and the promise itself. */
export async function showUndertaking(visit: Visit): Promise<PageAnswer> {
  return undertakingPage(visit, await noticeOf(visit), []);
}

/** Takes the promise; it counts only when the notice was agreed to. */
export async function takeUndertaking(visit: Visit): Promise<PageAnswer> {
  const agreed = first(visit.request.form, 'agreed') === 'yes';
  const { draft, material, person } = placeOf(visit);
  if (!agreed) {
    const message = visit.say('读完后打勾，再按“我承诺”', 'Read it and tick the box before you promise');
    return undertakingPage(visit, await noticeOf(visit), [{ id: 'agreed', message }]);
  }
  try {
    await visit.call(draftsRoutes.lay, {
      params: { draft, material },
      body: { met: 'promise', files: [], agreed: true, ...(person === undefined ? {} : { person }) },
    });
  } catch (error) {
    return undertakingPage(visit, await noticeOf(visit), faultsFrom(error, 'agreed'));
  }
  return leadTo(visit, `/apply/${draft}/materials`);
}

function placeOf(visit: Visit) {
  const [material = '', person] = (visit.params.slot ?? '').split('~');
  return {
    draft: visit.params.draft ?? '',
    material,
    person: person === undefined ? undefined : Number(person),
  };
}

function noticeOf(visit: Visit): Promise<UndertakingNotice> {
  const { draft, material } = placeOf(visit);
  return visit.call(proofsRoutes.notice, { params: { draft, material } });
}

function undertakingPage(visit: Visit, notice: UndertakingNotice, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const back = `/apply/${visit.params.draft}/materials/${visit.params.slot}`;
  const title = say('书面承诺', 'Promise in writing');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: back, words: say('这份材料', 'This document') },
    children: (
      <>
        <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
        <div class="stack stack--tight">
          <p class="soft small">
            <Told visit={visit} words={notice.materialName} />
          </p>
          <h1>{title}</h1>
        </div>
        <p>
          {say(
            '承诺由您自己选。不承诺的，照常交这份材料就行。',
            'It is your choice. If you would rather not promise, simply provide the paper.',
          )}
        </p>
        <Notice visit={visit} notice={notice} />
        {notice.allowed ? (
          <Commitment visit={visit} notice={notice} faults={faults} back={back} />
        ) : (
          <Banner mood="warn" title={say('这次不能用承诺代替', 'A promise is not possible this time')}>
            <p>
              <Chinese visit={visit}>{notice.why ?? ''}</Chinese>
            </p>
          </Banner>
        )}
      </>
    ),
  });
}

/** 告知: basis, conditions, what it would prove, consequences, checking, publication. */
function Notice({ visit, notice }: { readonly visit: Visit; readonly notice: UndertakingNotice }) {
  const { say } = visit;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [say('依据', 'Legal basis'), notice.basis],
    [say('要满足的条件', 'What must be true'), notice.conditions],
    [say('本来要证明的事', 'What the paper would prove'), [notice.proves]],
    [say('承诺不实的后果', 'If it is not true'), notice.liability],
    [
      say('我们怎么核查', 'How we check'),
      [notice.checkedWithin, notice.public ? '承诺书会公开。' : '承诺书不公开。'],
    ],
  ];
  return (
    <section class="sheet" lang={visit.locale === 'zh' ? undefined : 'zh-CN'}>
      {lists.map(([heading, lines]) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Commitment({
  visit,
  notice,
  faults,
  back,
}: {
  readonly visit: Visit;
  readonly notice: UndertakingNotice;
  readonly faults: readonly FieldFault[];
  readonly back: string;
}) {
  const { say } = visit;
  return (
    <form class="stack" method="post" novalidate data-does="once">
      <section class="sheet" lang={visit.locale === 'zh' ? undefined : 'zh-CN'}>
        <h2>{say('我承诺', 'I promise')}</h2>
        <ol>
          {notice.commits.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <Tick id="agreed" name="agreed" error={messageFor(faults, 'agreed')}>
        {say(
          '以上内容我都读过，知道后果，愿意承诺。',
          'I have read all of this, know the consequences and promise.',
        )}
      </Tick>
      <div class="actions">
        <Button>{say('我承诺', 'I promise')}</Button>
        <LinkButton look="quiet" href={back}>
          {say('不承诺，交材料', 'No, I will provide the paper')}
        </LinkButton>
      </div>
    </form>
  );
}
