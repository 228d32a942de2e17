import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { QueueBar } from '../queue/QueueBar.tsx';
import type { DeskSession } from '../sign-in/queries.ts';
import { useSignOut } from '../sign-in/queries.ts';
import { words } from '../words.ts';
import { KeySheet } from './KeySheet.tsx';
import { PostSwitch } from './PostSwitch.tsx';
import { pagesOf } from './pages.ts';
import { useLargePrint } from './use-large-print.ts';

/** So many links stand in the top line with their keys beside everything else. */
const few = 6;

/** The frame of every page: who is here, from which post, and the way out. */
export function Shell({ session, children }: { session: DeskSession; children: ReactNode }) {
  const [sheet, setSheet] = useState(false);
  const [, go] = useLocation();
  const pages = pagesOf(session);
  const print = useLargePrint();
  useKeys({
    '?': () => setSheet(true),
    L: print.change,
    ...Object.fromEntries(pages.map(({ key, path }) => [key, () => go(path)])),
  });
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {words.app.skip}
      </a>
      <header className={pages.length > few ? 'top crowded' : 'top'}>
        <Link href="/" className="brand">
          <strong>{words.app.name}</strong>
          <span>{words.app.desk}</span>
        </Link>
        <nav aria-label={words.app.desk}>
          {pages.map(({ path, link, key }) => (
            <Link
              key={path}
              href={path}
              className={(active) => (active ? 'top-link here' : 'top-link')}
              aria-keyshortcuts={key}
            >
              {link}
              <KeyCap of={key} />
            </Link>
          ))}
        </nav>
        <div className="top-right">
          <PostSwitch session={session} />
          <span className="who">{session.name}</span>
          <button type="button" className="top-button" aria-keyshortcuts="Shift+L" onClick={print.change}>
            {print.large ? words.app.standard : words.app.large}
            <KeyCap of="L" />
          </button>
          <button type="button" className="top-button" aria-keyshortcuts="?" onClick={() => setSheet(true)}>
            {words.app.keys}
            <KeyCap of="?" />
          </button>
          <SignOut />
        </div>
      </header>
      <QueueBar session={session} />
      {children}
      <KeySheet open={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}

function SignOut() {
  const leave = useSignOut();
  return (
    <Button ghost size="small" loading={leave.isPending} onClick={() => leave.mutate()}>
      {words.app.signOut}
    </Button>
  );
}
