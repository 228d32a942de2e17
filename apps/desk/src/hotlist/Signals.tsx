import type { HotSignals } from '@tongban/contract';
import { hotlistWords as said } from './words.ts';

const names = Object.keys(said.signals) as (keyof HotSignals)[];

/** 五项信号 in a row of a list: five small bars, said in words to who listens. */
export function SignalMarks({ signals }: { signals: HotSignals }) {
  return (
    <span className="signal-marks">
      {names.map((name) => (
        <span
          key={name}
          className="signal-mark"
          title={`${said.signalLine(said.signals[name], signals[name])}：${said.signalHelp[name]}`}
        >
          <span className="signal-mark-bar" style={{ height: `${barOf(signals[name])}%` }} />
          <span className="visually-hidden">{said.signalLine(said.signals[name], signals[name])}</span>
        </span>
      ))}
    </span>
  );
}

/** 为什么上来: the same five with their names, their figures and what they mean. */
export function SignalBars({ signals }: { signals: HotSignals }) {
  return (
    <dl className="signal-bars">
      {names.map((name) => (
        <div key={name}>
          <dt>{said.signals[name]}</dt>
          <dd>
            <span className="signal-track" aria-hidden="true">
              <span style={{ width: `${barOf(signals[name])}%` }} />
            </span>
            <strong className="number">{said.of100(signals[name])}</strong>
            <span className="faint">{said.signalHelp[name]}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Even the least signal leaves a trace; none leaves nothing. */
function barOf(share: number): number {
  const hundredths = Math.round(share * 100);
  return hundredths === 0 ? 0 : Math.max(3, hundredths);
}
