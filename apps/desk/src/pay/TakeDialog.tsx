import type { DeskPayment } from '@tongban/contract';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { findFen, yuan } from './money.ts';
import { useTake } from './queries.ts';
import { payWords } from './words.ts';

const said = payWords.dialog;
type Written = { readonly way: 'cash' | 'pos'; readonly given: string; readonly slip: string };
type Props = { payment: DeskPayment; close: () => void; done: (words: string) => void };

/** 收款: the exact amount is what is taken; of cash the change is worked out. */
export function TakeDialog({ payment, close, done }: Props) {
  const [written, setWritten] = useState<Written>({ way: 'cash', given: '', slip: '' });
  const act = useTake(payment.order);
  const press = () => {
    const slip = written.way === 'pos' ? { slip: written.slip.trim() } : {};
    const settled = () => {
      done(payWords.took(yuan(payment.fen)));
      close();
    };
    act.mutate({ way: written.way, fen: payment.fen, ...slip }, { onSuccess: settled });
  };
  return (
    <SendDialog
      title={`${said.take}：${payment.title}`}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={gapOf(written, payment.fen)}
    >
      <Lines payment={payment} />
      <Fields fen={payment.fen} written={written} change={setWritten} />
    </SendDialog>
  );
}

function Lines({ payment }: { payment: DeskPayment }) {
  return (
    <dl className="pay-lines">
      {payment.lines.map(({ name, fen, basis }) => (
        <div key={name}>
          <dt>
            {name}
            <span className="faint">{basis}</span>
          </dt>
          <dd className="number">{yuan(fen)}</dd>
        </div>
      ))}
      {payment.lateFen === 0 ? null : (
        <div>
          <dt>{said.late}</dt>
          <dd className="number">{yuan(payment.lateFen)}</dd>
        </div>
      )}
      <div className="pay-total">
        <dt>{payWords.columns.due}</dt>
        <dd className="number">{yuan(payment.fen)}</dd>
      </div>
    </dl>
  );
}

type FieldsProps = { fen: number; written: Written; change: (written: Written) => void };

function Fields({ fen, written, change }: FieldsProps) {
  const back = (findFen(written.given) ?? 0) - fen;
  return (
    <>
      <Radio.Group
        aria-label={said.way}
        value={written.way}
        onChange={({ target }) => change({ ...written, way: target.value })}
        options={[
          { value: 'cash', label: said.cash },
          { value: 'pos', label: said.pos },
        ]}
      />
      {written.way === 'cash' ? (
        <>
          <label htmlFor="pay-given">{said.given}</label>
          <Input
            id="pay-given"
            inputMode="decimal"
            autoComplete="off"
            value={written.given}
            onChange={({ target }) => change({ ...written, given: target.value })}
          />
          {back >= 0 ? <p className="pay-change">{said.change(yuan(back))}</p> : null}
        </>
      ) : (
        <>
          <label htmlFor="pay-slip">{said.slip}</label>
          <Input
            id="pay-slip"
            autoComplete="off"
            maxLength={40}
            value={written.slip}
            onChange={({ target }) => change({ ...written, slip: target.value })}
          />
        </>
      )}
    </>
  );
}

function gapOf({ way, given, slip }: Written, fen: number): string | undefined {
  if (way === 'pos') return /^[0-9A-Za-z-]{4,40}$/.test(slip.trim()) ? undefined : said.needSlip;
  const taken = findFen(given);
  if (taken === undefined) return said.needGiven;
  return taken < fen ? said.short : undefined;
}
