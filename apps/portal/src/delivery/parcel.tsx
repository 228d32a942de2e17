/** @jsxImportSource preact */
import type { CaseDeliveries, Delivery } from '@tongban/contract';
import { SummaryList, Timeline } from '@tongban/ui';
import { momentText } from '../days.ts';
import type { Visit } from '../visit.ts';
import { Chinese, Told } from '../words.tsx';
import { stateText, wayLabel } from './ways.ts';

type Props = {
  readonly visit: Visit;
  readonly delivery: Delivery;
  readonly office: CaseDeliveries['office'];
};

/** 一个邮件: what it is, where it is, and every step of its way. */
export function Parcel({ visit, delivery, office }: Props) {
  const { say } = visit;
  const { purpose, to, waybill, steps } = delivery;
  return (
    <section class="sheet">
      <h2>
        {purpose === 'result' ? say('办理结果', 'Result') : say('您寄来的原件', 'Originals you send in')}
      </h2>
      <SummaryList
        rows={[
          {
            key: 'way',
            label: say('方式', 'Way'),
            value:
              purpose === 'originals'
                ? say('快递上门取', 'Fetched by courier')
                : wayLabel(visit, delivery.way, office).label,
          },
          { key: 'state', label: say('现在', 'Now'), value: <b>{stateText(visit, delivery)}</b> },
          ...(waybill === undefined
            ? []
            : [
                {
                  key: 'waybill',
                  label: say('运单号', 'Waybill'),
                  value: <span class="numbers">{waybill}</span>,
                },
              ]),
          ...(to === undefined
            ? []
            : [
                {
                  key: 'to',
                  label: purpose === 'result' ? say('寄到', 'To') : say('从哪里取', 'From'),
                  value: <Chinese visit={visit}>{`${to.name} ${to.phone} ${to.address}`}</Chinese>,
                },
              ]),
        ]}
      />
      {steps.length > 0 && (
        <Timeline
          entries={steps.toReversed().map(({ at, title, place }, nth) => ({
            ...{ key: `${at} ${nth}`, at, when: momentText(visit, at) },
            title: <Told visit={visit} words={title} />,
            ...(place === undefined ? {} : { detail: <Chinese visit={visit}>{place}</Chinese> }),
          }))}
        />
      )}
    </section>
  );
}
