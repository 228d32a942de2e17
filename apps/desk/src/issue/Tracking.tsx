import type { Delivery, Waiting } from '@tongban/contract';
import { Alert, Button, Input, Modal, Radio, Spin, Timeline } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { PhrasedLine } from '../dialog/PhrasedLine.tsx';
import { type Remedy, useDeclareLost, useSend, useSettle, useTracking } from './queries.ts';
import { issueWords } from './words.ts';

const said = issueWords.tracking;

/** 物流: where a parcel is, and what is done when it is lost: declared by one, decided by another, sent again. */
export function Tracking({ one, close }: { one: Waiting; close: () => void }) {
  const tracking = useTracking(one.case);
  return (
    <Modal open title={said.title} width={560} footer={null} onCancel={close}>
      <div className="dialog-body">
        <p>
          <strong>{one.result}</strong> <span className="number faint">{one.case}</span>
        </p>
        <ProblemNote error={tracking.error} />
        {tracking.isPending ? <Spin /> : null}
        {tracking.data === undefined ? null : <Parcel number={one.case} delivery={tracking.data} />}
      </div>
    </Modal>
  );
}

function Parcel({ number, delivery }: { number: string; delivery: Delivery }) {
  const { state, waybill, simulated, steps } = delivery;
  return (
    <>
      {simulated ? <Alert type="info" title={said.simulated} /> : null}
      <p>
        {said.states[state]}
        {waybill === undefined ? null : <span className="number"> {waybill}</span>}
      </p>
      <Timeline
        items={steps.toReversed().map(({ at, title, place }, nth) => ({
          key: `${at} ${nth}`,
          content: (
            <>
              {title.zh}
              {place === undefined ? null : <span className="faint"> {place}</span>}
              <div className="faint">{momentWords(at)}</div>
            </>
          ),
        }))}
      />
      {state === 'under-way' ? <Lose number={number} /> : null}
      {state === 'lost' ? <Settle number={number} /> : null}
      {state === 'reissued' || state === 'returned' ? <SendAgain number={number} /> : null}
    </>
  );
}

function Lose({ number }: { number: string }) {
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState(false);
  const lose = useDeclareLost(number);
  const ready = reason.trim().length >= 4;
  if (!open)
    return (
      <p>
        <Button size="small" onClick={() => setOpen(true)}>
          {said.lose.ask}
        </Button>
      </p>
    );
  return (
    <form className="dialog-body" onSubmit={(event) => event.preventDefault()}>
      <PhrasedLine
        id="lost-reason"
        label={said.lose.label}
        phrases={said.lose.phrases}
        text={reason}
        change={setReason}
      />
      <p className="faint">{said.lose.help}</p>
      <ProblemNote error={lose.error} />
      <Button danger disabled={!ready} loading={lose.isPending} onClick={() => lose.mutate(reason.trim())}>
        {said.lose.send}
      </Button>
    </form>
  );
}

function Settle({ number }: { number: string }) {
  const [remedy, setRemedy] = useState<Remedy>();
  const [reason, setReason] = useState('');
  const settle = useSettle(number);
  const ready = remedy !== undefined && reason.trim().length >= 4;
  return (
    <form className="dialog-body" onSubmit={(event) => event.preventDefault()}>
      <Radio.Group
        aria-label={said.settle.label}
        value={remedy}
        onChange={({ target }) => setRemedy(target.value as Remedy)}
        options={[
          { value: 'reissue', label: said.settle.reissue },
          { value: 'compensation', label: said.settle.compensation },
        ]}
      />
      <PhrasedLine
        id="settle-reason"
        label={said.settle.reason}
        phrases={said.settle.phrases}
        text={reason}
        change={setReason}
      />
      <p className="faint">{said.settle.help}</p>
      <ProblemNote error={settle.error} />
      <Button
        type="primary"
        disabled={!ready}
        loading={settle.isPending}
        onClick={() => remedy !== undefined && settle.mutate({ remedy, reason: reason.trim() })}
      >
        {said.settle.send}
      </Button>
    </form>
  );
}

function SendAgain({ number }: { number: string }) {
  const [waybill, setWaybill] = useState('');
  const send = useSend();
  const [failed] = send.data?.failed ?? [];
  return (
    <form className="dialog-body" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="waybill-again">{said.again.label}</label>
      <Input
        id="waybill-again"
        maxLength={40}
        autoComplete="off"
        value={waybill}
        onChange={({ target }) => setWaybill(target.value)}
      />
      <ProblemNote error={send.error} />
      {failed === undefined ? null : <Alert type="warning" role="alert" title={failed.why} />}
      <Button
        type="primary"
        disabled={waybill.trim() === ''}
        loading={send.isPending}
        onClick={() => send.mutate([{ case: number, waybill: waybill.trim() }])}
      >
        {said.again.send}
      </Button>
    </form>
  );
}
