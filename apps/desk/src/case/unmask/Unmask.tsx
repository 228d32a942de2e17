import { useMutation } from '@tanstack/react-query';
import { accessRoutes, type unmaskable } from '@tongban/contract';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Phrases } from '../../dialog/PhraseButtons.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { caseWords } from '../words.ts';

const said = caseWords.unmask;
type Field = (typeof unmaskable)[number];
const fields = Object.entries(said.fields).map(([value, label]) => ({ value: value as Field, label }));
const shownMs = 60_000;

/** 查看完整号码: with a reason, for a minute; nothing of it is kept on this desk. */
export function Unmask({ number }: { number: string }) {
  const [open, setOpen] = useState(false);
  useKeys({ u: () => setOpen(true) });
  return (
    <>
      <Button size="small" type="text" aria-keyshortcuts="u" onClick={() => setOpen(true)}>
        {said.open}
        <KeyCap of="u" />
      </Button>
      {open ? <UnmaskDialog number={number} close={() => setOpen(false)} /> : null}
    </>
  );
}

function UnmaskDialog({ number, close }: { number: string; close: () => void }) {
  const [wish, setWish] = useState<{ chosen: Field[]; reason: string }>({ chosen: [], reason: '' });
  const look = useMutation({
    gcTime: 0,
    mutationFn: () =>
      call(accessRoutes.unmask, {
        params: { case: number },
        body: { fields: wish.chosen, reason: wish.reason.trim() },
      }),
  });
  const { data, reset } = look;
  useEffect(() => {
    if (data === undefined) return undefined;
    const timer = setTimeout(reset, shownMs);
    return () => clearTimeout(timer);
  }, [data, reset]);
  const gap = gapOf(wish);
  const press = () => gap === undefined && !look.isPending && look.mutate();
  useKeys({ 'Ctrl+Enter': press }, 'in-dialog');
  const button = (
    <Button key="send" type="primary" disabled={gap !== undefined} loading={look.isPending} onClick={press}>
      {said.send}
      <KeyCap of="Ctrl+Enter" />
    </Button>
  );
  return (
    <Modal
      open
      title={said.title}
      onCancel={close}
      footer={
        data === undefined
          ? [button]
          : [
              <Button key="close" onClick={close}>
                {said.close}
              </Button>,
            ]
      }
    >
      <div className="dialog-body">
        {data === undefined ? <Wish wish={wish} change={setWish} gap={gap} /> : <Seen seen={data} />}
        <ProblemNote error={look.error} />
      </div>
    </Modal>
  );
}

type WishProps = {
  wish: { chosen: Field[]; reason: string };
  change: (wish: { chosen: Field[]; reason: string }) => void;
  gap: string | undefined;
};

function Wish({ wish, change, gap }: WishProps) {
  return (
    <>
      <p>{said.lead}</p>
      <Checkbox.Group
        aria-label={said.title}
        options={fields}
        value={wish.chosen}
        onChange={(chosen) => change({ ...wish, chosen })}
      />
      <label htmlFor="unmask-reason">{said.reason}</label>
      <Input
        id="unmask-reason"
        maxLength={200}
        value={wish.reason}
        onChange={({ target }) => change({ ...wish, reason: target.value })}
      />
      <Phrases phrases={said.phrases} text={wish.reason} change={(reason) => change({ ...wish, reason })} />
      {gap === undefined ? null : <p className="faint">{gap}</p>}
    </>
  );
}

function Seen({ seen }: { seen: Partial<Record<Field, string>> & { left: number } }) {
  return (
    <>
      <dl className="facts">
        {fields.map(({ value, label }) =>
          seen[value] === undefined ? null : (
            <div key={value}>
              <dt>{label}</dt>
              <dd className="number">{seen[value]}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="faint">{said.left(seen.left)}</p>
    </>
  );
}

function gapOf({ chosen, reason }: { chosen: Field[]; reason: string }): string | undefined {
  if (chosen.length === 0) return said.needField;
  return reason.trim().length < 4 ? said.needReason : undefined;
}
