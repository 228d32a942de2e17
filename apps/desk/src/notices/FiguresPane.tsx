import type { Answered, NoticeFigure, noticesRoutes } from '@tongban/contract';
import { Spin } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords } from '../clocks/moments.ts';
import { CountsPane } from './CountsPane.tsx';
import { useFigures } from './queries.ts';
import { noticeWords as said } from './words.ts';

const words = said.figures;
type Provider = Answered<typeof noticesRoutes.figures>['providers'][number];

/** 数字: of what fell due on each day, how much was handed over within ten seconds; and how the providers share the work. */
export function FiguresPane() {
  const figures = useFigures();
  const { data } = figures;
  if (data === undefined) return figures.error === null ? <Spin /> : <ProblemNote error={figures.error} />;
  return (
    <>
      <CountsPane />
      <h2 className="notice-part">{words.how}</h2>
      <ul className="notice-providers" aria-label={words.providers}>
        {data.providers.map((provider) => (
          <ProviderCard key={provider.provider} provider={provider} />
        ))}
      </ul>
      <p className="notice-lead faint">{words.lead}</p>
      {data.days.length === 0 ? <p className="notice-none">{words.none}</p> : <Days days={data.days} />}
    </>
  );
}

function ProviderCard({ provider: one }: { provider: Provider }) {
  return (
    <li>
      <strong>{one.provider}</strong>
      <span className="faint">
        {said.channels[one.channel]}
        {one.simulated ? ` · ${words.simulated}` : ''}
      </span>
      <meter min={0} max={100} value={one.weight} aria-label={words.weightOf(one.weight)} />
      <span className="number">{words.weightOf(one.weight)}</span>
      <span className={one.resting ? 'notice-bad' : 'notice-good'}>
        {one.resting ? words.resting : words.working}
      </span>
    </li>
  );
}

function Days({ days }: { days: readonly NoticeFigure[] }) {
  return (
    <table className="dense notice-days">
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{said.outbox.channel}</th>
          {(['share', 'prompt', 'due', 'handed', 'delivered', 'failed', 'dropped'] as const).map((name) => (
            <th scope="col" className="figure" key={name}>
              {words[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={`${day.day} ${day.channel}`}>
            <th scope="row">{dayWords(day.day)}</th>
            <td>{said.channels[day.channel]}</td>
            <td className="figure">
              <strong>{shareOf(day)}</strong>
            </td>
            {(['prompt', 'due', 'handed', 'delivered', 'failed', 'dropped'] as const).map((name) => (
              <td className="figure" key={name}>
                {day[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of nothing there is no share. */
function shareOf({ prompt, due }: NoticeFigure): string {
  return due === 0 ? '—' : `${((100 * prompt) / due).toFixed(1)}%`;
}
