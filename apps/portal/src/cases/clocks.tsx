/** @jsxImportSource preact */
import type { CaseView, ClockView } from '@tongban/contract';
import { Details, SummaryList } from '@tongban/ui';
import { dayText } from '../days.ts';
import type { Visit } from '../visit.ts';
import { Told } from '../words.tsx';

type Shown = { readonly visit: Visit; readonly view: CaseView };

/** 期限: which day it is of how many, said for the promise and for the law, and why a clock stands still. */
export function Clocks({ visit, view }: Shown) {
  if (view.clocks.length === 0) return null;
  const { say } = visit;
  const labels = { promised: say('我们承诺', 'Our promise'), statutory: say('法律规定', 'By law') };
  return (
    <section class="sheet">
      <h2>{say('办理期限', 'Time')}</h2>
      <SummaryList
        rows={view.clocks.map((clock) => ({
          key: clock.kind,
          label: labels[clock.kind],
          value: <Clock visit={visit} clock={clock} />,
        }))}
      />
      <Details summary={say('期限怎么算', 'How the days are counted')}>
        <ul>
          <li>
            {say(
              '从受理的第二天开始数，最后一天结束前办好。',
              'Counting starts the day after acceptance; we finish by the end of the last day.',
            )}
          </li>
          <li>
            {say(
              '“工作日”不算周末和法定节假日，调休上班的日子要算。',
              '“Working days” leave out weekends and public holidays; make-up working days count.',
            )}
          </li>
          <li>
            {say(
              '等您补材料，或者检验、鉴定、听证、专家评审的时候，停止计时，结束后接着数。',
              'Counting stops while we wait for your papers or for an inspection, test, hearing or expert review, and then goes on.',
            )}
          </li>
        </ul>
      </Details>
    </section>
  );
}

function Clock({ visit, clock }: { readonly visit: Visit; readonly clock: ClockView }) {
  const { say } = visit;
  const unit = clock.unit === 'working' ? say('个工作日', 'working days') : say('天', 'days');
  const of = clock.unit === 'working' ? say('个', '') : say('天', '');
  return (
    <>
      <b>
        {say(
          `第 ${clock.used} ${unit}，共 ${clock.days} ${of}`,
          `Day ${clock.used} of ${clock.days} ${unit}`,
        )}
      </b>
      {clock.paused && (
        <span class="paused">
          <Told visit={visit} words={clock.paused} />
        </span>
      )}
      {clock.dueOn && (
        <span class="soft small">
          {say(
            `最晚 ${dayText(visit, clock.dueOn, { year: true })}`,
            `Due ${dayText(visit, clock.dueOn, { year: true })}`,
          )}
          {!clock.published &&
            say('（明年的放假安排公布后可能变）', ' (may change when next year’s holidays are announced)')}
        </span>
      )}
      {clock.overdue && (
        <span>{say('已超过期限，我们正在抓紧办。', 'This is late. We are working on it.')}</span>
      )}
    </>
  );
}
