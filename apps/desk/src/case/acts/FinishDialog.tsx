import { deskRoutes } from '@tongban/contract';
import { call } from '../../api/call.ts';
import { ActDialog } from './ActDialog.tsx';
import { type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.finish;

/** 制证完成: the result is made; the applicant is told to collect it. */
export function FinishDialog(props: DialogProps) {
  const run = useRun(props);
  const confirm = () =>
    run.run(({ number, version, keyed }) =>
      call(deskRoutes.finish, { params: { case: number }, body: { version } }, keyed({ version })),
    );
  return (
    <ActDialog title={said.title} send={said.send} run={run} confirm={confirm}>
      <p>{said.lead}</p>
    </ActDialog>
  );
}
