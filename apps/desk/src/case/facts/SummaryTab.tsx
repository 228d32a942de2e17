import type { DeskCase } from '@tongban/contract';
import { caseWords } from '../words.ts';

/** 申请信息: what the applicant filled in, persons masked by the server. */
export function SummaryTab({ rows }: { rows: DeskCase['summary'] }) {
  if (rows.length === 0) return <p className="faint">{caseWords.summary.none}</p>;
  return (
    <dl className="facts">
      {rows.map(({ label, value }) => (
        <div key={label.zh}>
          <dt>{label.zh}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
