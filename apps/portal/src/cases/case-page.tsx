/** @jsxImportSource preact */
import { type CaseView, casesRoutes, licencesRoutes } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Banner, Details, LinkButton, LinkList, ScriptButton, SummaryList, Timeline } from '@tongban/ui';
import { momentText } from '../days.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { CasePayment } from '../pay/case-payment.tsx';
import { findCaseOffer } from '../rate/rate-case.ts';
import { AskRating } from '../rate/rate-page.tsx';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { Clocks } from './clocks.tsx';
import { getCase } from './find-case.ts';
import { moodOf } from './moods.ts';
import { Promises } from './promises.tsx';
import { Urges } from './urge.tsx';

type Shown = { readonly visit: Visit; readonly view: CaseView };

/** 办件进度: do I have to do something, how far is it, what happened, and every paper of it. */
export async function showCase(visit: Visit): Promise<PageAnswer> {
  const view = await getCase(visit);
  const offer = await findCaseOffer(visit, view);
  const { say } = visit;
  const shown = { visit, view };
  return page(visit, {
    title: visit.locale === 'zh' ? view.name.zh : (view.name.en ?? view.name.zh),
    personal: true,
    back: { href: '/cases', words: say('我的办件', 'My cases') },
    children: (
      <>
        <div class="stack stack--tight">
          <h1>
            <Told visit={visit} words={view.name} />
          </h1>
          <p class="soft small">
            {say('办件编号 ', 'Case number ')}
            <span class="numbers">{view.case}</span>
          </p>
        </div>
        <Status {...shown} />
        {offer !== undefined && <AskRating visit={visit} offer={offer} to={`/cases/${view.case}/rate`} />}
        <CasePayment {...shown} />
        <Refusal {...shown} />
        <Clocks {...shown} />
        <Urges {...shown} />
        <Promises {...shown} />
        <Papers {...shown} />
        <section class="sheet">
          <h2>{say('办到哪一步', 'What happened')}</h2>
          <Timeline
            entries={view.timeline.toReversed().map((entry, at) => ({
              key: `${entry.at} ${at}`,
              at: entry.at,
              when: momentText(visit, entry.at),
              title: <Told visit={visit} words={entry.title} />,
              ...(entry.detail === undefined ? {} : { detail: <Told visit={visit} words={entry.detail} /> }),
            }))}
          />
          <p>
            <a href={`/cases/${view.case}/delivery`}>
              {say('怎么领、寄到哪里了', 'Collection, delivery and tracking')}
            </a>
          </p>
        </section>
        <Filed {...shown} />
        <Actions {...shown} />
      </>
    ),
  });
}

function Status({ visit, view }: Shown) {
  const { say } = visit;
  const { status } = view;
  return (
    <section class="stack stack--tight">
      <Banner big mood={moodOf(status)} title={<Told visit={visit} words={status.title} />}>
        <p>
          <Told visit={visit} words={status.line} />
        </p>
        {!status.needsYou && (
          <p class="small">
            {say(
              '您现在不用做什么，有变化会通知您。',
              'You need not do anything now. We will tell you of any change.',
            )}
          </p>
        )}
      </Banner>
      {view.correction && status.needsYou && (
        <div class="actions">
          <LinkButton href={`/cases/${view.case}/correct`}>
            {say('去补材料', 'Send what is missing')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function Refusal({ visit, view }: Shown) {
  const { say } = visit;
  if (view.refusal === undefined) return null;
  const { reason, basis, remedies } = view.refusal;
  return (
    <section class="sheet">
      <h2>{say('理由和依据', 'The reason and its basis')}</h2>
      <p>
        <Chinese visit={visit}>{reason}</Chinese>
      </p>
      <p>
        {say('依据：', 'Basis: ')}
        <Chinese visit={visit}>{basis}</Chinese>
      </p>
      {remedies.length > 0 && (
        <>
          <h3>{say('您还可以', 'What you can do')}</h3>
          <ul>
            {remedies.map((words) => (
              <li key={words.zh}>
                <Told visit={visit} words={words} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Papers({ visit, view }: Shown) {
  const { say } = visit;
  const rows = view.documents.map((one) => ({
    href: addressOf(casesRoutes.document, { params: { case: view.case, document: one.document } }),
    title: <Told visit={visit} words={one.title} />,
    line: `PDF · ${one.number} · ${momentText(visit, one.madeAt)}`,
  }));
  if (rows.length === 0 && view.licence === undefined) return null;
  return (
    <section class="stack stack--tight">
      <h2>{say('通知和证件', 'Notices and documents')}</h2>
      {view.licence !== undefined && (
        <div class="actions">
          <LinkButton href={addressOf(licencesRoutes.certificate, { params: { licence: view.licence } })}>
            {say('下载电子证照（PDF）', 'Download the certificate (PDF)')}
          </LinkButton>
          <LinkButton look="quiet" href="/licences">
            {say('到证照夹看', 'Open my licences')}
          </LinkButton>
        </div>
      )}
      {rows.length > 0 && <LinkList rows={rows} />}
    </section>
  );
}

function Filed({ visit, view }: Shown) {
  if (view.summary.length === 0) return null;
  return (
    <Details summary={visit.say('您填写的内容', 'What you told us')}>
      <SummaryList
        rows={view.summary.map(({ label, value }, at) => ({
          key: `${at} ${label.zh}`,
          label: <Told visit={visit} words={label} />,
          value,
        }))}
      />
    </Details>
  );
}

function Actions({ visit, view }: Shown) {
  const { say } = visit;
  return (
    <>
      <p class="soft small">
        {say('办理单位：', 'Office: ')}
        <Told visit={visit} words={view.office} />
        {visit.city.phone !== undefined && say(`，电话 ${visit.city.phone}`, `, phone ${visit.city.phone}`)}
      </p>
      <div class="actions">
        <ScriptButton does="print">{say('打印', 'Print')}</ScriptButton>
        {view.mayWithdraw && (
          <LinkButton look="quiet" href={`/cases/${view.case}/withdraw`}>
            {say('撤回申请', 'Withdraw')}
          </LinkButton>
        )}
      </div>
      <p>
        <a href={`/access?case=${view.case}`}>{say('谁看过这件的资料', 'Who looked at this case')}</a>
      </p>
      <p>
        <a href={`/orders/new?about=case:${view.case}`}>
          {say('对这件有疑问、不满意，或办不成', 'Ask, complain, or say that it is stuck')}
        </a>
      </p>
    </>
  );
}
