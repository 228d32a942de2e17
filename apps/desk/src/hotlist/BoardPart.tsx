import type { HotTopic } from '@tongban/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useDeed } from './queries.ts';
import { WordsDialog } from './WordsDialog.tsx';
import { hotlistWords } from './words.ts';

const said = hotlistWords.board;

/** 公示: what the public reads of it, or would read once it is approved. */
export function BoardPart({ topic }: { topic: HotTopic }) {
  const [writing, write] = useState(false);
  const deed = useDeed(topic.topic);
  const { board, mayWrite, mayShow, mayHide } = topic;
  useKeys(mayWrite ? { w: () => write(true) } : {});
  const show = (shown: boolean) =>
    board !== undefined && deed.mutate({ type: 'show', revision: board.revision, shown });
  return (
    <section className="hot-public" aria-labelledby="hot-public">
      <h3 id="hot-public">
        {said.title}
        {board === undefined ? null : (
          <span className="order-mark">{board.shown ? said.state.shown : said.state.hidden}</span>
        )}
      </h3>
      {board === undefined ? <p className="faint">{said.none}</p> : <Written board={board} />}
      <div className="hot-public-acts">
        {mayWrite ? (
          <KeyButton
            label={board === undefined ? said.write : said.change}
            of="w"
            run={() => write(true)}
            size="small"
          />
        ) : null}
        {mayShow ? (
          <Button size="small" type="primary" loading={deed.isPending} onClick={() => show(true)}>
            {said.show}
          </Button>
        ) : null}
        {mayHide ? (
          <Button size="small" danger loading={deed.isPending} onClick={() => show(false)}>
            {said.hide}
          </Button>
        ) : null}
      </div>
      <ProblemNote error={deed.error} />
      {writing ? <WordsDialog topic={topic} close={() => write(false)} /> : null}
    </section>
  );
}

function Written({ board }: { board: NonNullable<HotTopic['board']> }) {
  return (
    <>
      <p>
        <strong>{board.title}</strong>
      </p>
      <p>{board.doing}</p>
      {board.titleEn === undefined ? null : (
        <p lang="en" className="faint">
          {[board.titleEn, board.doingEn].filter((one) => one !== undefined).join('. ')}
        </p>
      )}
      <p className="faint">
        {said.by(board.by)}
        {board.approver === undefined ? '' : said.approvedBy(board.approver)}
      </p>
    </>
  );
}
