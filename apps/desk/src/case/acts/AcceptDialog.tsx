import { deskRoutes } from '@tongban/contract';
import { Alert } from 'antd';
import { call } from '../../api/call.ts';
import { progressOf } from '../checks/marks.ts';
import { ActDialog } from './ActDialog.tsx';
import { type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.accept;

/** 受理: the clocks start; what is not checked or not told yet is said first. */
export function AcceptDialog(props: DialogProps) {
  const { cards, checks } = props.desk;
  const run = useRun(props);
  const { done, total, defects } = progressOf(cards, checks.marks);
  const confirm = () =>
    run.run(({ number, version, keyed }) =>
      call(deskRoutes.accept, { params: { case: number }, body: { version } }, keyed({ version })),
    );
  return (
    <ActDialog title={said.title} send={said.send} run={run} confirm={confirm}>
      <p>{said.lead}</p>
      {defects > 0 ? <Alert type="warning" showIcon title={said.defects(defects)} /> : null}
      {done < total ? <Alert type="warning" showIcon title={said.unchecked(total - done)} /> : null}
      {defects === 0 && done === total ? <Alert type="success" showIcon title={said.clean} /> : null}
    </ActDialog>
  );
}
