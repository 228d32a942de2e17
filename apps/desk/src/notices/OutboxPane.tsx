import { deliveryStates, type Outgoing } from '@tongban/contract';
import { Button, Select, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { type OutboxWish, useOutbox } from './queries.ts';
import { noticeWords as said } from './words.ts';

const words = said.outbox;
const stateOptions = deliveryStates.map((value) => ({ value, label: said.states[value] }));
const channelOptions = (['sms', 'wechat', 'mail'] as const).map((value) => ({
  value,
  label: said.channels[value],
}));

/** 发件箱: what is on its way and what was handed over; what a simulator took shows its words. */
export function OutboxPane() {
  const [wish, setWish] = useState<OutboxWish>({});
  const list = useOutbox(wish);
  const rows = (list.data?.pages ?? []).flatMap(({ outgoing }) => outgoing);
  return (
    <>
      <div className="notice-lead">
        <span className="faint">{words.lead}</span>
        <Narrow wish={wish} change={setWish} />
      </div>
      <ProblemNote error={list.error} />
      {list.isPending ? <Spin /> : <Rows rows={rows} />}
      {list.hasNextPage ? (
        <p className="list-foot">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {words.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Narrow({ wish, change }: { wish: OutboxWish; change: (wish: OutboxWish) => void }) {
  const { channel: _channel, ...noChannel } = wish;
  const { state: _state, ...noState } = wish;
  return (
    <span className="notice-narrow">
      <Select<NonNullable<OutboxWish['channel']> | null>
        allowClear
        aria-label={words.channel}
        placeholder={words.channel}
        value={wish.channel ?? null}
        onChange={(channel) =>
          change(channel === undefined || channel === null ? noChannel : { ...wish, channel })
        }
        options={channelOptions}
      />
      <Select<NonNullable<OutboxWish['state']> | null>
        allowClear
        aria-label={words.state}
        placeholder={words.state}
        value={wish.state ?? null}
        onChange={(state) => change(state === undefined || state === null ? noState : { ...wish, state })}
        options={stateOptions}
      />
    </span>
  );
}

function Rows({ rows }: { rows: readonly Outgoing[] }) {
  if (rows.length === 0) return <p className="notice-none">{words.none}</p>;
  return (
    <table className="dense notice-outbox">
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.event}</th>
          <th scope="col">{words.channel}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" className="figure">
            {words.attempts}
          </th>
          <th scope="col">{words.text}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.delivery} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: Outgoing }) {
  const { madeAt, event, channel, to, state, why, attempts, subject, text, provider } = row;
  const reason = why === undefined ? undefined : (said.why[why] ?? why);
  return (
    <tr>
      <td className="number">{momentWords(madeAt)}</td>
      <td>{event}</td>
      <td>{said.channels[channel]}</td>
      <td className="number">{to}</td>
      <td className={`notice-state ${state}`}>
        {said.states[state]}
        {reason === undefined || state === 'sent' || state === 'delivered' ? null : (
          <span className="faint">{reason}</span>
        )}
      </td>
      <td className="figure">{attempts}</td>
      <td className="notice-words">
        {subject === undefined ? null : <b>{subject}</b>}
        {text === undefined ? <span className="faint">{provider}</span> : <p>{text}</p>}
        {text === undefined ? null : <span className="notice-simulated">{words.simulated}</span>}
      </td>
    </tr>
  );
}
