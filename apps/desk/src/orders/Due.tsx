import type { OrderRow } from '@tongban/contract';
import { orderWords as said } from './words.ts';

/** 红黄灯: dot and days left, so that no colour stands alone; a closed order shows how it ended. */
export function Due({ row }: { row: OrderRow }) {
  const { light, workingDaysLeft, stage, how } = row;
  if (stage === 'closed') return <span className="faint">{how === undefined ? '' : said.endings[how]}</span>;
  if (stage === 'call-back') return <span className="faint">{said.stages['call-back']}</span>;
  return (
    <span className={`light light-${light}`}>
      <span className="light-dot" aria-hidden="true" />
      <span className="visually-hidden">{said.lights[light]}</span>
      <span>{said.days(workingDaysLeft)}</span>
    </span>
  );
}

/** 紧急、举报、催过几次: what makes an order stand out. */
export function Marks({ row }: { row: Pick<OrderRow, 'urgent' | 'tipOff' | 'urges'> }) {
  return (
    <>
      {row.urgent ? <span className="order-mark order-mark--urgent">{said.urgent}</span> : null}
      {row.tipOff ? <span className="order-mark">{said.tipOff}</span> : null}
      {row.urges === 0 ? null : <span className="order-mark">{said.urges(row.urges)}</span>}
    </>
  );
}
