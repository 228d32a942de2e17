import { proofsRoutes } from '@tongban/contract';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Phrases } from '../../dialog/PhraseButtons.tsx';
import { SendDialog } from '../../dialog/SendDialog.tsx';
import { useProofAct } from './queries.ts';
import { proofWords } from './words.ts';

const said = proofWords;
type Slot = { readonly material: string; readonly person?: number };

/** What is to be written: a check by hand, a new investigation, or what one has found. */
export type FindingWish =
  | { readonly kind: 'by-hand'; readonly slot: Slot }
  | { readonly kind: 'investigate'; readonly slot: Slot }
  | { readonly kind: 'finding'; readonly task: string };

type Props = { number: string; wish: FindingWish; close: () => void };
type Written = { readonly good: boolean; readonly text: string };

const forms = {
  'by-hand': {
    title: said.byHand,
    label: said.byHandReason,
    yes: said.match,
    no: said.mismatch,
    phrases: said.byHandPhrases,
  },
  investigate: { title: said.investigate, label: said.what, yes: '', no: '', phrases: [] },
  finding: { title: said.finish, label: said.finding, yes: said.found, no: said.notFound, phrases: [] },
} as const;

/** 核验结果: a verdict where there is one, and how it was come by. */
export function FindingDialog({ number, wish, close }: Props) {
  const [written, setWritten] = useState<Written>({ good: true, text: '' });
  const act = useProofAct(number);
  const form = forms[wish.kind];
  return (
    <SendDialog
      title={form.title}
      send={said.send}
      press={() => act.mutate(() => send(number, wish, written), { onSuccess: close })}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={written.text.trim().length < 4 ? said.needReason : undefined}
    >
      {form.yes === '' ? null : (
        <Radio.Group
          aria-label={form.title}
          value={written.good}
          onChange={({ target }) => setWritten({ ...written, good: target.value })}
          options={[
            { value: true, label: form.yes },
            { value: false, label: form.no },
          ]}
        />
      )}
      <label htmlFor="finding-text">{form.label}</label>
      <Input.TextArea
        id="finding-text"
        rows={3}
        maxLength={300}
        value={written.text}
        onChange={({ target }) => setWritten({ ...written, text: target.value })}
      />
      <Phrases
        phrases={form.phrases}
        text={written.text}
        change={(text) => setWritten({ ...written, text })}
      />
    </SendDialog>
  );
}

async function send(number: string, wish: FindingWish, { good, text }: Written) {
  const params = { case: number };
  switch (wish.kind) {
    case 'by-hand': {
      const body = {
        ...wish.slot,
        verdict: good ? ('match' as const) : ('mismatch' as const),
        reason: text.trim(),
      };
      return call(proofsRoutes.checkByHand, { params, body });
    }
    case 'investigate':
      return call(proofsRoutes.investigate, { params, body: { ...wish.slot, what: text.trim() } });
    case 'finding': {
      const body = { verdict: good ? ('found' as const) : ('not-found' as const), finding: text.trim() };
      await call(proofsRoutes.finishInvestigation, { params: { task: wish.task }, body });
      return undefined;
    }
  }
}
