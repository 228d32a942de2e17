import { useQueryClient } from '@tanstack/react-query';
import { caseWorkRoutes, type DeskCase } from '@tongban/contract';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { caseKey, useAct } from '../queries.ts';
import { caseWords } from '../words.ts';

const said = caseWords.held;
type Held = NonNullable<DeskCase['held']>;

/** 撤回: a decision that has not left yet, the seconds it is still held, and the way to take it back. */
export function HeldNote({ number, held }: { number: string; held: Held }) {
  const { message } = App.useApp();
  const left = useSecondsLeft(held.leavesAt, number);
  const act = useAct(number);
  const undo = () => {
    if (!held.mine || act.isPending) return;
    const body = { held: held.held };
    act.mutate((keyed) => call(caseWorkRoutes.undo, { params: { case: number }, body }, keyed(body)), {
      onSuccess: () => void message.success(said.undone),
    });
  };
  useKeys({ z: undo });
  const what = caseWords.acts[held.command];
  return (
    <>
      <div className="held" role="status">
        <span>{left > 0 ? said.leaving(what, left) : said.left(what)}</span>
        {held.mine && left > 0 ? (
          <Button size="small" danger loading={act.isPending} onClick={undo} aria-keyshortcuts="z">
            {said.undo}
            <KeyCap of="z" />
          </Button>
        ) : null}
      </div>
      <ProblemNote error={act.error} />
    </>
  );
}

/** Seconds until a moment; when it has passed the case is asked for again, for then the decision has left. */
function useSecondsLeft(moment: string, number: string): number {
  const client = useQueryClient();
  const secondsTo = () => Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000));
  const [left, setLeft] = useState(secondsTo);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000));
      setLeft(now);
      if (now === 0) void client.invalidateQueries({ queryKey: caseKey(number) });
    }, 1000);
    return () => clearInterval(timer);
  }, [client, moment, number]);
  return left;
}
