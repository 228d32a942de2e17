import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { problemWords } from '../api/problem-words.ts';
import { timeWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import type { Acts } from './use-acts.ts';
import type { Desk } from './use-desk.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.head;
const minuteMs = 60_000;

/** The line above the work: how long the visit takes, whether everything is saved, how the second screen stands. */
export function Head({ desk, acts, palette }: { desk: Desk; acts: Acts; palette: () => void }) {
  const { beganAt } = desk.sitting;
  return (
    <div className="intake-head">
      <strong className="intake-title">{intakeWords.title}</strong>
      <span className="faint number">
        {said.since(timeWords(beganAt))} · {said.minutes(useMinutesSince(beganAt))}
      </span>
      <Saved desk={desk} />
      <span className="head-end">
        <Link href="/devices" className={`screen-state ${acts.screen}`}>
          {said.screen[acts.screen]}
        </Link>
        <button type="button" className="head-button" aria-keyshortcuts="Control+K" onClick={palette}>
          {said.palette}
          <KeyCap of="Ctrl+K" />
        </button>
      </span>
    </div>
  );
}

function Saved({ desk: { marks, typed } }: { desk: Desk }) {
  const error = marks.error ?? typed.error;
  const unsaved = marks.unsaved || typed.unsaved;
  if (unsaved && error !== null) {
    return (
      <span className="fault" role="alert">
        {said.failed}：{problemWords(error).said}
      </span>
    );
  }
  return (
    <span className="faint" role="status">
      {unsaved ? said.saving : said.saved}
    </span>
  );
}

function useMinutesSince(moment: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs / 4);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - new Date(moment).getTime()) / minuteMs));
}
