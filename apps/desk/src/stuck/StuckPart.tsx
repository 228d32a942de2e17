import type { StuckView } from '@tongban/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { CauseDialog } from './CauseDialog.tsx';
import { useStuck } from './queries.ts';
import { stuckWords } from './words.ts';

const said = stuckWords.cause;

/** 卡在哪里: the item or case a stuck matter hangs on, and why. */
export function StuckPart({ order }: { order: string }) {
  const { data, error } = useStuck(order);
  const [finding, find] = useState(false);
  if (data === undefined) return <ProblemNote error={error} />;
  const { cause, mayFind } = data;
  return (
    <section className="stuck-part">
      <h3>
        {said.title}
        {mayFind ? (
          <Button size="small" onClick={() => find(true)}>
            {cause === undefined ? said.find : said.change}
          </Button>
        ) : null}
      </h3>
      <dl className="order-facts">
        {rowsOf(data).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {cause === undefined ? <p className="faint">{said.none}</p> : null}
      {finding ? <CauseDialog view={data} close={() => find(false)} /> : null}
    </section>
  );
}

function rowsOf({ attached, cause }: Pick<StuckView, 'attached' | 'cause'>): [string, string][] {
  const { item, case: number } = attached;
  return [
    ...(item === undefined ? [] : [[said.item, item.name] as [string, string]]),
    ...(number === undefined ? [] : [[said.case, number] as [string, string]]),
    ...(cause === undefined
      ? []
      : ([
          [said.type, cause.rootCauseName],
          [said.finding, `${cause.finding}（${said.by(cause.by)}）`],
        ] as [string, string][])),
    ...(cause?.defect === undefined
      ? []
      : ([[said.defect, `${cause.defect}（${cause.mendedAt === undefined ? said.open : said.mended}）`]] as [
          string,
          string,
        ][])),
  ];
}
