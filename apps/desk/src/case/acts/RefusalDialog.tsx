import { deskRoutes } from '@tongban/contract';
import { call } from '../../api/call.ts';
import { useKept } from '../../kept/use-kept.ts';
import { ActDialog } from './ActDialog.tsx';
import { RefusalFields } from './RefusalFields.tsx';
import { basisOf, emptyRefusal, findRefusalGap } from './refusal.ts';
import { type ActRun, type DialogProps, useRun } from './use-run.ts';
import { dialogWords } from './words.ts';

const said = dialogWords.refusal;
const needs = { reason: said.needReason, basis: said.needBasis };

/** 不予受理、不予许可: reason, legal basis and remedies, all three or nothing leaves. */
export function RefusalDialog(props: DialogProps) {
  const { act, desk } = props;
  const draft = useKept(`${act}.${desk.deskCase.case}`, emptyRefusal);
  const run = useRun(props);
  const gap = findRefusalGap(draft.value);
  const written = { reason: draft.value.reason.trim(), basis: basisOf(draft.value) };
  const beforeAcceptance = act === 'not-accept';
  return (
    <ActDialog
      title={beforeAcceptance ? said.notAccept : said.refuse}
      send={beforeAcceptance ? said.sendNotAccept : said.sendRefuse}
      run={run}
      danger
      blocked={gap !== undefined}
      confirm={() =>
        beforeAcceptance ? turnAway(run, written, draft.drop) : refuse(run, written, draft.drop)
      }
    >
      <p>{said.lead}</p>
      <RefusalFields desk={desk} draft={draft.value} change={draft.set} />
      {gap === undefined ? null : <p className="faint">{needs[gap]}</p>}
    </ActDialog>
  );
}

type Written = { readonly reason: string; readonly basis: string };

function turnAway({ run }: ActRun, written: Written, done: () => void): void {
  run(({ number, version, keyed }) => {
    const body = { version, ...written };
    return call(deskRoutes.turnAway, { params: { case: number }, body }, keyed(body));
  }, done);
}

function refuse({ run }: ActRun, written: Written, done: () => void): void {
  run(({ number, version, keyed }) => {
    const body = { version, verdict: 'refuse' as const, ...written };
    return call(deskRoutes.decide, { params: { case: number }, body }, keyed(body));
  }, done);
}
