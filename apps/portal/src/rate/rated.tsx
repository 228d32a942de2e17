/** @jsxImportSource preact */
import type { OwnRating } from '@tongban/contract';
import { SummaryList, type SummaryRow } from '@tongban/ui';
import { dayText, momentText } from '../days.ts';
import type { Visit } from '../visit.ts';
import { Chinese, inLocale, Told } from '../words.tsx';

type RatedProps = { readonly visit: Visit; readonly rated: OwnRating };

/** 我的评价: what I said, and how far it has been put right. */
export function Rated({ visit, rated }: RatedProps) {
  const { say } = visit;
  const comma = say('、', ', ');
  const reasons = rated.reasons.map(({ name }) => inLocale(visit, name).text).join(comma);
  const rows: SummaryRow[] = [
    { key: 'level', label: say('您的评价', 'Your rating'), value: <Told visit={visit} words={rated.name} /> },
    ...(reasons === '' ? [] : [{ key: 'reasons', label: say('原因', 'Why'), value: reasons }]),
    ...(rated.say === undefined
      ? []
      : [
          {
            key: 'say',
            label: say('您说的', 'What you said'),
            value: <Chinese visit={visit}>{rated.say}</Chinese>,
          },
        ]),
    { key: 'at', label: say('评价时间', 'Rated'), value: momentText(visit, rated.ratedAt) },
  ];
  return (
    <section class="sheet" id="rating">
      <h2>{say('谢谢您的评价', 'Thank you for your rating')}</h2>
      <SummaryList rows={rows} />
      {rated.repair !== undefined && <Repair visit={visit} repair={rated.repair} />}
      <p>
        <a href="/surveys">
          {say('答一份满意度问卷，帮我们改进', 'Answer a short survey, to help us improve')}
        </a>
      </p>
      <p>
        <a href="/orders/new">{say('还想投诉、表扬或提建议', 'Complain, praise or suggest something')}</a>
      </p>
    </section>
  );
}

function Repair({
  visit,
  repair,
}: {
  readonly visit: Visit;
  readonly repair: NonNullable<OwnRating['repair']>;
}) {
  return (
    <>
      <h3>{visit.say('整改情况', 'Putting it right')}</h3>
      <p>{repairLine(visit, repair)}</p>
      {repair.reply?.split('\n').map((line) => (
        <p key={line}>
          <Chinese visit={visit}>{line}</Chinese>
        </p>
      ))}
    </>
  );
}

/** How far it is, in one sentence. */
function repairLine(visit: Visit, { state, dueOn }: NonNullable<OwnRating['repair']>): string {
  const { say } = visit;
  const day = dayText(visit, dueOn);
  switch (state) {
    case 'opened':
    case 'taken':
      return say(
        `正在整改，${day}前改好，答复在这里看。留了电话的，我们还会打给您。`,
        `We are putting it right by ${day}. The reply will stand here, and we call whoever left a phone.`,
      );
    case 'answered':
      return say(
        '已经整改。留了电话的，我们会打给您，听听您是不是满意。',
        'It has been put right. We call whoever left a phone, to hear what they think.',
      );
    case 'called-back':
      return say('已经联系过您，马上办结。', 'We have been in touch with you; this will be closed soon.');
    case 'closed':
      return say('这次整改已经办结。', 'This is closed.');
  }
}
