import type { PromiseCheck } from '@tongban/contract';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { useSettled } from './queries.ts';
import { promiseWords as said } from './words.ts';

type Outcome = keyof typeof said.outcomes;
type Written = { readonly outcome: Outcome; readonly finding: string; readonly correctBy: string };

/** 核查结果: kept, to be put right within time, put right, or broken. */
export function OutcomeDialog({ made, close }: { made: PromiseCheck; close: () => void }) {
  const first: Outcome = made.state === 'correcting' ? 'corrected' : 'kept';
  const [written, setWritten] = useState<Written>({ outcome: first, finding: '', correctBy: '' });
  const act = useSettled();
  const press = () => {
    const { outcome, finding, correctBy } = written;
    const day = outcome === 'correct' ? { correctBy } : {};
    act.mutate({ task: made.task, outcome, finding: finding.trim(), ...day }, { onSuccess: close });
  };
  return (
    <SendDialog
      title={`${said.settle}：${made.materialName}`}
      send={said.send}
      press={press}
      close={close}
      pending={act.isPending}
      error={act.error}
      gap={gapOf(written)}
      danger={written.outcome === 'broken'}
    >
      <Fields made={made} written={written} change={setWritten} />
    </SendDialog>
  );
}

type FieldsProps = { made: PromiseCheck; written: Written; change: (written: Written) => void };

function Fields({ made, written, change }: FieldsProps) {
  const offered: readonly Outcome[] =
    made.state === 'correcting' ? ['corrected', 'broken'] : ['kept', 'correct', 'broken'];
  return (
    <>
      <Radio.Group
        aria-label={said.outcome}
        value={written.outcome}
        onChange={({ target }) => change({ ...written, outcome: target.value })}
        options={offered.map((value) => ({ value, label: said.outcomes[value] }))}
      />
      {written.outcome === 'broken' ? <p>{said.brokenLead}</p> : null}
      {written.outcome === 'correct' ? (
        <>
          <label htmlFor="correct-by">{said.correctBy}</label>
          <Input
            id="correct-by"
            type="date"
            value={written.correctBy}
            onChange={({ target }) => change({ ...written, correctBy: target.value })}
          />
        </>
      ) : null}
      <label htmlFor="promise-finding">{said.finding}</label>
      <Input.TextArea
        id="promise-finding"
        rows={4}
        maxLength={1000}
        value={written.finding}
        onChange={({ target }) => change({ ...written, finding: target.value })}
      />
    </>
  );
}

function gapOf({ outcome, finding, correctBy }: Written): string | undefined {
  if (finding.trim().length < 4) return said.needFinding;
  return outcome === 'correct' && correctBy === '' ? said.needDay : undefined;
}
