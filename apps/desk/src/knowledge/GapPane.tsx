import type { ReplyGap } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import type { About } from './queries.ts';
import { useGaps, useSettleGap } from './queries.ts';
import { WriteDialog } from './WriteDialog.tsx';
import { knowledgeWords } from './words.ts';

const said = knowledgeWords.gaps;

/** 检索缺口: what was looked for and not found; each leads to a new entry or is put aside. */
export function GapPane({ about }: { about: About }) {
  const { data, error, isPending } = useGaps();
  const settle = useSettleGap();
  const [answering, answer] = useState<ReplyGap>();
  return (
    <section className="hall-pane gap-pane" aria-label={knowledgeWords.tabs.gaps}>
      <p className="pane-note faint">{said.lead}</p>
      <ProblemNote error={error ?? settle.error} />
      {isPending ? <Spin description={knowledgeWords.loading} /> : null}
      {data?.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{said.none}</p>
        </div>
      ) : null}
      {data === undefined || data.length === 0 ? null : (
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{said.words}</th>
              <th scope="col" className="figure">
                {said.asked}
              </th>
              <th scope="col" className="figure">
                {said.outside}
              </th>
              <th scope="col">{said.scope}</th>
              <th scope="col">{said.last}</th>
              <th scope="col" aria-label={said.answer} />
            </tr>
          </thead>
          <tbody>
            {data.map((gap) => (
              <tr key={`${gap.scope} ${gap.words}`}>
                <th scope="row" className="rest">
                  {gap.words}
                </th>
                <td className="figure">{gap.asked}</td>
                <td className="figure">{gap.askedOutside}</td>
                <td>{gap.scopeName}</td>
                <td>{momentWords(gap.lastAt)}</td>
                <td>
                  <span className="gap-acts">
                    <Button size="small" onClick={() => answer(gap)}>
                      {said.answer}
                    </Button>
                    <Button
                      size="small"
                      type="text"
                      onClick={() => settle.mutate({ words: gap.words, scope: gap.scope })}
                    >
                      {said.settle}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {answering === undefined ? null : (
        <WriteDialog
          about={about}
          title={answering.words}
          scope={answering.scope}
          close={() => answer(undefined)}
          done={() => settle.mutate({ words: answering.words, scope: answering.scope })}
        />
      )}
    </section>
  );
}
