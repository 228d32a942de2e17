import { type DeskCase, deskRoutes } from '@tongban/contract';
import { App } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useAct } from '../queries.ts';
import { type Chosen, findNewestPaper } from '../viewer/subject.ts';
import { caseWords } from '../words.ts';
import { type Act, type ActId, actsOf } from './acts.ts';

type Given = { deskCase: DeskCase; choose: (chosen: Chosen) => void };

/** The acts of a case with their keys; claiming happens at once, the others ask first. */
export function useActs({ deskCase, choose }: Given) {
  const { case: number, version, documents } = deskCase;
  const { message } = App.useApp();
  const [open, setOpen] = useState<ActId>();
  const claim = useAct(number);
  const takeIn = () =>
    claim.mutate(
      (keyed) => call(deskRoutes.claim, { params: { case: number }, body: { version } }, keyed({ version })),
      { onSuccess: () => void message.success(caseWords.acts.done.claim) },
    );
  const begin = ({ id, may, why }: Act) => {
    if (!may) void message.info(`${caseWords.acts[id]}：${why ?? ''}`);
    else if (id === 'claim') takeIn();
    else setOpen(id);
  };
  const list = actsOf(deskCase);
  const printNewest = () => {
    const newest = findNewestPaper(documents);
    if (newest !== undefined) choose({ kind: 'paper', document: newest.document, print: true });
  };
  useKeys({
    ...Object.fromEntries(
      list.flatMap((act) => (act.key === undefined ? [] : [[act.key, () => begin(act)]])),
    ),
    F9: printNewest,
  });
  return {
    list,
    begin,
    open,
    close: () => setOpen(undefined),
    claiming: claim.isPending,
    error: claim.error,
  };
}
export type Acts = ReturnType<typeof useActs>;
