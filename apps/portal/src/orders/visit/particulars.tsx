/** @jsxImportSource preact */
import type { OwnOrder, ToldVisit, VisitReason } from '@tongban/contract';
import { Banner } from '@tongban/ui';
import { dayText } from '../../days.ts';
import type { Visit } from '../../visit.ts';
import { Chinese } from '../../words.tsx';

/** Why somebody asks to be visited, in everyday words. */
export function reasonWords({ say }: Pick<Visit, 'say'>): Readonly<Record<VisitReason, string>> {
  return {
    'hard-to-move': say('行动不便', 'Hard to get out'),
    'many-people': say('单位人多一起办', 'Many of one employer'),
  };
}

type Shown = { readonly visit: Visit; readonly order: OwnOrder };

/** 约好的上门: on what day, when, and who comes, until it was answered. */
export function Coming({ visit, order }: Shown) {
  const arranged = order.visit?.arranged;
  if (arranged === undefined || order.stage === 'call-back' || order.stage === 'closed') return null;
  const { say } = visit;
  return (
    <Banner big mood="ok" title={say('约好上门了', 'We are coming')}>
      <p>
        <Chinese visit={visit}>{comingText(visit, arranged)}</Chinese>
      </p>
      <p class="small">
        {say('备好身份证和要用的材料。', 'Have your identity card and papers ready. ')}
        {visit.city.phone !== undefined && (
          <>
            {say('日子不方便，打 ', 'If the day does not suit you, call ')}
            <a href={`tel:${visit.city.phone}`}>{visit.city.phone}</a>
            {say(' 改。', '.')}
          </>
        )}
      </p>
    </Banner>
  );
}

/** 12月3日（星期四）上午，由示例·陈受理上门 */
function comingText(visit: Visit, { day, time, who }: ToldVisit): string {
  const { say } = visit;
  const on = dayText(visit, day);
  const when = {
    morning: say('上午', 'in the morning'),
    afternoon: say('下午', 'in the afternoon'),
  };
  const at = typeof time === 'string' ? when[time] : `${time.from}–${time.to}`;
  return say(`${on}${at}，由${who}上门`, `${on}, ${at}, by ${who}`);
}

/** 上门申请 among what somebody said. */
export function visitRows(visit: Visit, { visit: asked }: OwnOrder) {
  if (asked === undefined) return [];
  const { say } = visit;
  const { reason, people, address, suits } = asked;
  const why = reasonWords(visit)[reason];
  const row = (key: string, label: string, value: string | undefined) =>
    value === undefined ? [] : [{ key, label, value: <Chinese visit={visit}>{value}</Chinese> }];
  return [
    ...row(
      'reason',
      say('为什么上门', 'Why'),
      people === undefined ? why : say(`${why}，${people} 人`, `${why}, ${people} people`),
    ),
    ...row('address', say('上门地址', 'Where'), address),
    ...row('suits', say('方便的时间', 'When it suits'), suits),
  ];
}
