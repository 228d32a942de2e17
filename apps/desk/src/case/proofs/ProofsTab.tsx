import type { CaseProofs, DataCheck, DeskCase, PromiseCheck } from '@tongban/contract';
import { proofsRoutes } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { dayWords, momentWords } from '../../clocks/moments.ts';
import type { MaterialCard } from '../checks/cards.ts';
import { FindingDialog, type FindingWish } from './FindingDialog.tsx';
import { useProofAct, useProofs } from './queries.ts';
import { proofWords } from './words.ts';

const said = proofWords;

type Props = { deskCase: DeskCase; cards: readonly MaterialCard[] };

/** 核验: what stands in for papers: data checks with their evidence, investigations, promises. */
export function ProofsTab({ deskCase, cards }: Props) {
  const number = deskCase.case;
  const proofs = useProofs(number);
  const [wish, setWish] = useState<FindingWish>();
  if (proofs.isPending) return <Spin />;
  if (proofs.isError) return <ProblemNote error={proofs.error} />;
  const nameOf = (slot: { material: string; person?: number }) =>
    cards.find(({ slot: one }) => one.material === slot.material && one.person === slot.person)?.name ??
    slot.material;
  const place = { number, nameOf, begin: setWish };
  return (
    <div className="proofs">
      <Nothing proofs={proofs.data} />
      <Checks checks={proofs.data.checks} place={place} />
      <Investigations tasks={proofs.data.investigations} place={place} />
      <Promises promises={proofs.data.promises} place={place} />
      {wish === undefined ? null : (
        <FindingDialog number={number} wish={wish} close={() => setWish(undefined)} />
      )}
    </div>
  );
}

type Place = {
  number: string;
  nameOf: (slot: { material: string; person?: number }) => string;
  begin: (wish: FindingWish) => void;
};

function Nothing({ proofs }: { proofs: CaseProofs }) {
  const { checks, investigations, promises } = proofs;
  if (checks.length + investigations.length + promises.length > 0) return null;
  return <p className="faint">{said.none}</p>;
}

function Checks({ checks, place }: { checks: CaseProofs['checks']; place: Place }) {
  if (checks.length === 0) return null;
  return (
    <section aria-label={said.checks}>
      <h2>{said.checks}</h2>
      {checks.map((check) => (
        <Check key={check.check} check={check} place={place} />
      ))}
    </section>
  );
}

const good = ['match', 'manual'];

function Check({ check, place }: { check: DataCheck; place: Place }) {
  const act = useProofAct(place.number);
  const { material, person, state, source, simulated, at, facts, say, by } = check;
  const slot = { material, ...(person === undefined ? {} : { person }) };
  const settled = good.includes(state);
  const again = () =>
    act.mutate(() => call(proofsRoutes.check, { params: { case: place.number }, body: slot }));
  return (
    <article className="proof">
      <header>
        <strong>{place.nameOf(slot)}</strong>
        <span className={settled ? 'tally good' : 'tally bad'}>{said.states[state]}</span>
        {simulated ? <span className="simulated">{said.simulated}</span> : null}
        <span className="faint">
          {source} · {momentWords(at)}
          {by === undefined ? '' : ` · ${by}`}
        </span>
      </header>
      {facts.length === 0 ? null : (
        <dl className="facts">
          {facts.map(({ label, value }) => (
            <div key={label.zh}>
              <dt>{label.zh}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {say === undefined ? null : <p>{say}</p>}
      {settled ? null : (
        <p className="proof-acts">
          <Button size="small" loading={act.isPending} onClick={again}>
            {said.again}
          </Button>
          <Button size="small" onClick={() => place.begin({ kind: 'by-hand', slot })}>
            {said.byHand}
          </Button>
          <Button size="small" onClick={() => place.begin({ kind: 'investigate', slot })}>
            {said.investigate}
          </Button>
        </p>
      )}
      <ProblemNote error={act.error} />
    </article>
  );
}

function Investigations({ tasks, place }: { tasks: CaseProofs['investigations']; place: Place }) {
  if (tasks.length === 0) return null;
  return (
    <section aria-label={said.investigations}>
      <h2>{said.investigations}</h2>
      {tasks.map(({ task, what, state, dueOn, finding, assignee }) => (
        <article key={task} className="proof">
          <header>
            <strong>{what}</strong>
            <span className={state === 'found' ? 'tally good' : 'tally bad'}>{said.taskStates[state]}</span>
            <span className="faint">
              {said.dueOn(dayWords(dueOn))}
              {assignee === undefined ? '' : ` · ${assignee}`}
            </span>
          </header>
          {finding === undefined ? null : <p>{finding}</p>}
          {state === 'open' ? (
            <p className="proof-acts">
              <Button size="small" onClick={() => place.begin({ kind: 'finding', task })}>
                {said.finish}
              </Button>
            </p>
          ) : null}
        </article>
      ))}
    </section>
  );
}

function Promises({ promises, place }: { promises: readonly PromiseCheck[]; place: Place }) {
  if (promises.length === 0) return null;
  return (
    <section aria-label={said.promises}>
      <h2>{said.promises}</h2>
      {promises.map((made) => (
        <article key={made.task} className="proof">
          <header>
            <strong>{place.nameOf(made)}</strong>
            <span className={made.state === 'broken' ? 'tally bad' : 'tally good'}>
              {said.promiseStates[made.state]}
            </span>
            <span className="faint">
              {momentWords(made.promisedAt)} · {said.dueOn(dayWords(made.dueOn))}
            </span>
          </header>
          {made.finding === undefined ? null : <p>{made.finding}</p>}
        </article>
      ))}
    </section>
  );
}
