import type { ClockView, Correction, DeskCase } from '@tongban/contract';
import { Alert, Progress } from 'antd';
import { LightTag } from '../../clocks/LightTag.tsx';
import { usedPercent } from '../../clocks/light.ts';
import { dayWords, momentWords } from '../../clocks/moments.ts';
import { words } from '../../words.ts';
import { dialogWords } from '../acts/words.ts';
import { caseWords } from '../words.ts';

const said = words.clock;

/** 期限: both clocks with what is used and what pauses them, and the correction still open. */
export function ClocksTab({ deskCase }: { deskCase: DeskCase }) {
  const { clocks, correction, state, running, extensionAsked: asked } = deskCase;
  return (
    <>
      {running === undefined ? null : (
        <Alert type="info" title={caseWords.clocks.running(running.name, dayWords(running.dueOn))} />
      )}
      {asked === undefined ? null : (
        <Alert
          type="warning"
          title={caseWords.clocks.asked(asked.by, asked.days)}
          description={asked.reason}
        />
      )}
      {clocks.length === 0 ? <p className="faint">{said.notStarted}</p> : null}
      {clocks.map((clock) => (
        <Clock key={clock.kind} clock={clock} state={state} />
      ))}
      {correction === undefined ? null : <Told correction={correction} />}
    </>
  );
}

function Clock({ clock, state }: { clock: ClockView; state: string }) {
  const unit = said[clock.unit];
  const used = said.used(clock.used, clock.days, unit);
  return (
    <section className="clock">
      <h2>
        {said.kinds[clock.kind]} <LightTag clock={clock} state={state} />
      </h2>
      <Progress
        percent={usedPercent(clock)}
        showInfo={false}
        size="small"
        aria-label={used}
        className={clock.light}
      />
      <p>
        {used}
        {clock.dueOn === undefined ? null : ` · ${said.dueOn(dayWords(clock.dueOn))}`}
      </p>
      {clock.paused === undefined ? null : <Alert type="info" title={said.pausedNow(clock.paused.zh)} />}
      {clock.published ? null : <Alert type="warning" title={said.unpublished} />}
    </section>
  );
}

function Told({ correction: { toldAt, dueOn, defects } }: { correction: Correction }) {
  return (
    <section className="clock">
      <h2>{caseWords.correction.title}</h2>
      <p>
        {caseWords.correction.told(momentWords(toldAt))} · {dialogWords.notice.dueOn(dayWords(dueOn))}
      </p>
      <ul className="told">
        {defects.map(({ id, materialName, say, mended }) => (
          <li key={id}>
            <strong>{materialName.zh}</strong>
            <span className={mended ? 'tally good' : 'tally bad'}>
              {mended ? caseWords.correction.mended : caseWords.correction.open}
            </span>
            <div>{say}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
