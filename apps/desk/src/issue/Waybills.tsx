import type { Waiting } from '@tongban/contract';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useSend } from './queries.ts';
import { issueWords } from './words.ts';

const said = issueWords.waybills;

type Props = { picked: readonly Waiting[]; close: (sent: boolean) => void };

/** 交寄登记: one waybill for each parcel, scanned one after another. */
export function Waybills({ picked, close }: Props) {
  const [waybills, setWaybills] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(picked.flatMap((one) => (one.ordered === undefined ? [] : [[one.case, one.ordered]]))),
  );
  const send = useSend();
  const shipments = picked.flatMap((one) => {
    const waybill = waybills[one.case]?.trim() ?? '';
    return waybill === '' ? [] : [{ case: one.case, waybill }];
  });
  const record = () => {
    if (shipments.length === 0 || send.isPending) return;
    send.mutate(shipments, { onSuccess: ({ failed }) => failed.length === 0 && close(true) });
  };
  useKeys({ 'Ctrl+Enter': record }, 'in-dialog');
  return (
    <Modal
      open
      title={said.title}
      width={640}
      onCancel={() => close(send.data !== undefined)}
      afterOpenChange={(opened) => opened && focusAt(0)}
      footer={[
        <Button key="cancel" onClick={() => close(send.data !== undefined)}>
          {said.cancel}
          <KeyCap of="Esc" />
        </Button>,
        <Button
          key="send"
          type="primary"
          disabled={shipments.length === 0}
          loading={send.isPending}
          onClick={record}
        >
          {shipments.length === 0 ? said.needed : said.send}
          <KeyCap of="Ctrl+Enter" />
        </Button>,
      ]}
    >
      <div className="dialog-body">
        <p className="faint">{said.help}</p>
        <ul className="waybills">
          {picked.map((one, at) => (
            <li key={one.case} className="waybill-line">
              <span>
                <strong>{one.result}</strong>
                <span className="waiting-number number faint">{one.case}</span>
              </span>
              <Input
                className="waybill"
                maxLength={40}
                autoComplete="off"
                aria-label={said.of(one.case)}
                value={waybills[one.case] ?? ''}
                onChange={({ target }) => setWaybills({ ...waybills, [one.case]: target.value })}
                onPressEnter={({ ctrlKey }) => !ctrlKey && focusAt(at + 1)}
              />
            </li>
          ))}
        </ul>
        <ProblemNote error={send.error} />
        <Outcome result={send.data} />
      </div>
    </Modal>
  );
}

function Outcome({ result }: { result: ReturnType<typeof useSend>['data'] }) {
  if (result === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={`${said.done(result.done.length)}。${said.failed}`}
      description={result.failed.map(({ case: number, why }) => (
        <div key={number}>
          <span className="number">{number}</span> {why}
        </div>
      ))}
    />
  );
}

function focusAt(place: number): void {
  document.querySelectorAll<HTMLElement>('input.waybill')[place]?.focus();
}
