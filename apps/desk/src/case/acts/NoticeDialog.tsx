import { deskRoutes } from '@tongban/contract';
import { Alert } from 'antd';
import { call } from '../../api/call.ts';
import { dayWords } from '../../clocks/moments.ts';
import { defectLines, progressOf } from '../checks/marks.ts';
import { ActDialog } from './ActDialog.tsx';
import { type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.notice;

/** 一次性告知: every defect told at once, seen as the applicant will read it before it is sent. */
export function NoticeDialog(props: DialogProps) {
  const { cards, checks, deskCase } = props.desk;
  const run = useRun(props);
  const lines = defectLines(cards, checks.marks);
  const { done, total, defects } = progressOf(cards, checks.marks);
  const blank = lines.some(({ rows }) => rows.some(({ say }) => say === ''));
  const confirm = () =>
    run.run(({ number, version, keyed }) =>
      call(deskRoutes.notify, { params: { case: number }, body: { version } }, keyed({ version })),
    );
  return (
    <ActDialog
      title={said.title}
      send={said.send}
      run={run}
      confirm={confirm}
      blocked={defects === 0 || blank}
    >
      {defects === 0 ? <Alert type="info" title={said.none} /> : <p>{said.lead(defects)}</p>}
      <ol className="notice">
        {lines.map(({ name, rows }) => (
          <li key={name}>
            <strong>{name}</strong>
            <ul>
              {rows.map(({ key, say }) => (
                <li key={key}>{say}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {defects === 0 ? null : <p className="due">{dueWords(deskCase.noticeDueOn)}</p>}
      {done < total ? <Alert type="warning" showIcon title={said.unchecked(total - done)} /> : null}
      {blank ? <Alert type="error" showIcon title={said.blank} /> : null}
    </ActDialog>
  );
}

function dueWords(dueOn: string | undefined): string {
  return dueOn === undefined ? said.dueLater : said.dueOn(dayWords(dueOn));
}
