import { deskRoutes } from '@tongban/contract';
import { Alert } from 'antd';
import { call } from '../../api/call.ts';
import { progressOf } from '../checks/marks.ts';
import { caseWords } from '../words.ts';
import { ActDialog } from './ActDialog.tsx';
import { type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.grant;

/** 准予: the decision is made and told. */
export function GrantDialog(props: DialogProps) {
  const { cards, checks, deskCase } = props.desk;
  const run = useRun(props);
  const { done, total, defects } = progressOf(cards, checks.marks);
  const confirm = () =>
    run.run(({ number, version, keyed }) => {
      const body = { version, verdict: 'grant' as const };
      return call(deskRoutes.decide, { params: { case: number }, body }, keyed(body));
    });
  return (
    <ActDialog title={`${said.title}：${deskCase.itemName}`} send={said.send} run={run} confirm={confirm}>
      <p>{said.lead}</p>
      <Alert
        type={defects === 0 && done === total ? 'success' : 'warning'}
        showIcon
        title={`${said.checks}：${caseWords.checks.total(done, total, defects)}`}
      />
    </ActDialog>
  );
}
