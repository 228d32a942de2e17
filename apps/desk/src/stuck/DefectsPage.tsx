import type { GuideDefect } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { useDefects, useMend } from './queries.ts';
import { stuckWords } from './words.ts';

const said = stuckWords.defects;

/** 指南要改的: what people could not get done because of a guide, for those who write them. */
export function DefectsPage() {
  const { data, error } = useDefects();
  const mend = useMend();
  const { columns } = said;
  return (
    <main id="main" className="plain-page orders">
      <h1>{said.title}</h1>
      <ProblemNote error={error ?? mend.error} />
      <section className="order-pane defects" aria-label={said.title}>
        {data === undefined && error === null ? <Spin /> : null}
        {data?.defects.length === 0 ? (
          <div className="empty">
            <p className="empty-title">{said.none}</p>
            <p>{said.noneHelp}</p>
          </div>
        ) : null}
        {data === undefined || data.defects.length === 0 ? null : (
          <table className="dense">
            <thead>
              <tr>
                {Object.entries(columns).map(([key, name]) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.defects.map((one) => (
                <Row
                  key={one.order}
                  defect={one}
                  pending={mend.isPending && mend.variables === one.order}
                  mend={() => mend.mutate(one.order)}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </main>
  );
}

type RowProps = { defect: GuideDefect; pending: boolean; mend: () => void };

function Row({ defect: one, pending, mend }: RowProps) {
  return (
    <tr>
      <th scope="row">{one.item?.name ?? said.general}</th>
      <td>{one.rootCauseName}</td>
      <td className="defect-words">{one.defect}</td>
      <td>{one.unit}</td>
      <td className="number">{momentWords(one.at)}</td>
      <td>
        {one.mendedAt === undefined ? (
          <Button size="small" loading={pending} onClick={mend}>
            {said.mend}
          </Button>
        ) : (
          <span className="faint">{said.mended}</span>
        )}
      </td>
    </tr>
  );
}
