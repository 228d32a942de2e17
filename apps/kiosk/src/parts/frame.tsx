/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { mayGive } from '../journey/doors.ts';
import { useKiosk } from '../journey/kiosk.ts';
import { Aloud } from './aloud.tsx';
import { Clock, timeText } from './clock.tsx';
import { Icon } from './icons.tsx';

type Switches = {
  readonly large: boolean;
  readonly low: boolean;
  readonly setLarge: (on: boolean) => void;
  readonly setLow: (on: boolean) => void;
  readonly switchLanguage: () => void;
};
type Props = {
  readonly switches: Switches;
  /** The screen that greets has nothing to go back to. */
  readonly bar: boolean;
  readonly unmerged: number;
  readonly children: ComponentChildren;
};

/** 版面: whose machine this is, the screen itself, what leads on and back, and how it is read and reached. */
export function Frame({ switches, bar, unmerged, children }: Props) {
  const { said, start, awaySince } = useKiosk();
  return (
    <>
      <header class="top">
        <p class="top__bureau" lang="zh-CN">
          {start.bureau}
        </p>
        <p class="top__hall" lang="zh-CN">
          {start.hallName}
        </p>
        <Clock />
        {start.reader.kind === 'simulator' && <span class="top__demo">{said.demo}</span>}
      </header>
      {awaySince !== undefined && (
        <p class="away" role="status">
          {said.away(timeText(awaySince), mayGive(awaySince, new Date()))}
          {unmerged > 0 && <span>{said.unmerged(unmerged)}</span>}
        </p>
      )}
      <main>{children}</main>
      {bar && <Bar />}
      <HallNow />
      <Tools {...switches} />
    </>
  );
}

/** 操作栏: back, home, and the way out that clears everything. */
function Bar() {
  const { said, back, go, finish, known } = useKiosk();
  return (
    <nav class="bar">
      <button type="button" class="quiet" onClick={back}>
        <Icon name="back" />
        {said.bar.back}
      </button>
      <button type="button" class="quiet" onClick={() => go({ at: 'home' })}>
        <Icon name="home" />
        {said.bar.home}
      </button>
      <button type="button" class="quiet bar__end" onClick={finish}>
        <Icon name="done" />
        {known === undefined ? said.bar.end : said.bar.endKnown}
      </button>
    </nav>
  );
}

function HallNow() {
  const { said, start, awaySince } = useKiosk();
  const { open, says, waiting, phone } = start;
  return (
    <aside class="hall">
      {awaySince === undefined && (
        <p class="hall__now">
          <strong>{open ? said.hall.open : said.hall.closed}</strong>
          {open && <span>{waiting === 0 ? said.hall.nobody : said.hall.waiting(waiting)}</span>}
          <span lang="zh-CN">{says}</span>
        </p>
      )}
      <p class="hall__help">
        <span>{said.hall.help}</span>
        <span>{`${said.hall.phone} ${phone}`}</span>
      </p>
    </aside>
  );
}

function Tools({ large, low, setLarge, setLow, switchLanguage }: Switches) {
  const { said, language } = useKiosk();
  return (
    <footer class="tools">
      <button type="button" class="tool" aria-pressed={large} onClick={() => setLarge(!large)}>
        <Icon name="large" />
        {large ? said.tools.largeOn : said.tools.large}
      </button>
      <button type="button" class="tool" aria-pressed={low} onClick={() => setLow(!low)}>
        <Icon name="low" />
        {low ? said.tools.lowOn : said.tools.low}
      </button>
      <Aloud key={language} said={said} language={language} />
      <button type="button" class="tool" lang={said.otherLang} onClick={switchLanguage}>
        <Icon name="language" />
        {said.other}
      </button>
    </footer>
  );
}
