import type { HotMonth, HotRun } from '@tongban/contract';
import { Button, Input, Progress, Select } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { monthBeside, thisMonth } from './months.ts';
import { type Asked, useMine } from './queries.ts';
import { hotlistWords as said } from './words.ts';

type Props = {
  asked: Asked;
  ask: (asked: Asked) => void;
  data: HotMonth | undefined;
  children: ReactNode;
};

/** 选月份: which month of which list, how far its mining is, and the button that mines it again. */
export function MonthBar({ asked, ask, data, children }: Props) {
  const mine = useMine(asked);
  const { month } = asked;
  const move = (by: 1 | -1) => {
    const next = monthBeside(month, by);
    if (next <= thisMonth()) ask({ ...asked, month: next });
  };
  const run = data?.run;
  const isUnderWay = run?.state === 'waiting' || run?.state === 'running';
  const scope = data?.scope;
  const again = () => scope !== undefined && !isUnderWay && mine.mutate(scope);
  useKeys({ '[': () => move(-1), ']': () => move(1), m: again });
  return (
    <div className="hot-bar">
      <div className="hot-month">
        <Button aria-label={said.earlier} aria-keyshortcuts="[" onClick={() => move(-1)}>
          ‹
        </Button>
        <Input
          type="month"
          aria-label={said.month}
          max={thisMonth()}
          value={month}
          onChange={({ target }) => target.value !== '' && ask({ ...asked, month: target.value })}
        />
        <Button
          aria-label={said.later}
          aria-keyshortcuts="]"
          disabled={month >= thisMonth()}
          onClick={() => move(1)}
        >
          ›
        </Button>
      </div>
      {(data?.scopes.length ?? 0) > 1 ? (
        <Select
          className="hot-scope"
          aria-label={said.scope}
          value={scope ?? null}
          options={(data?.scopes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next: string) => ask({ ...asked, scope: next })}
        />
      ) : null}
      {run === undefined ? null : <RunLine run={run} />}
      <span className="pane-acts">
        {children}
        {scope === undefined ? null : (
          <KeyButton
            label={run === undefined ? said.mine : said.mineAgain}
            of="m"
            run={again}
            busy={isUnderWay || mine.isPending}
            look={run === undefined ? 'primary' : 'default'}
          />
        )}
      </span>
      <ProblemNote error={mine.error} />
    </div>
  );
}

function RunLine({ run }: { run: HotRun }) {
  const { state, read, total, endedAt } = run;
  if (state === 'done' && endedAt !== undefined)
    return <span className="faint">{said.minedAt(momentWords(endedAt), total)}</span>;
  if (state === 'failed') return <span role="status">{said.runs.failed}</span>;
  return (
    <span className="hot-run" role="status">
      <span>{said.runs[state]}</span>
      {total === 0 ? null : (
        <>
          <Progress percent={Math.round((read / total) * 100)} showInfo={false} size="small" />
          <span className="faint number">{said.running(read, total)}</span>
        </>
      )}
    </span>
  );
}
