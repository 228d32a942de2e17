import { deskRoutes } from '@tongban/contract';
import { Input } from 'antd';
import { call } from '../../api/call.ts';
import { useKept } from '../../kept/use-kept.ts';
import { ActDialog } from './ActDialog.tsx';
import { type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.step;

/** 环节: passes the step on with an opinion, or returns it with a reason. */
export function StepDialog(props: DialogProps) {
  const { deskCase } = props.desk;
  const passes = props.act === 'pass-step';
  const note = useKept(`${props.act}.${deskCase.case}`, passes ? said.agreed : '');
  const run = useRun(props);
  const text = note.value.trim();
  const confirm = () =>
    run.run(({ number, version, keyed }) => {
      const verdict = passes ? ('pass' as const) : ('return' as const);
      const body = { version, step: deskCase.step?.id ?? '', verdict, note: text };
      return call(deskRoutes.passStep, { params: { case: number }, body }, keyed(body));
    }, note.drop);
  return (
    <ActDialog
      title={passes ? said.pass : said.back}
      send={passes ? said.sendPass : said.sendBack}
      run={run}
      confirm={confirm}
      blocked={!passes && text === ''}
    >
      <p>{said.passLead(deskCase.step?.name ?? deskCase.stateName)}</p>
      <label htmlFor="step-note">{passes ? said.note : said.reason}</label>
      <Input.TextArea
        id="step-note"
        rows={4}
        maxLength={1000}
        showCount
        value={note.value}
        onChange={({ target }) => note.set(target.value)}
      />
      {!passes && text === '' ? <p className="faint">{said.needReason}</p> : null}
    </ActDialog>
  );
}
