/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { createTraces } from './journey/traces.ts';
import { useMachine } from './machine/use-machine.ts';
import { Session } from './session.tsx';
import { Offering, Starting } from './steps/waiting.tsx';
import { type Language, words } from './words.ts';

/** 自助终端: one machine of a hall, and one person after another who stands at it. */
export function App() {
  // Counting persons forgets: whatever a screen held belongs to the one before.
  const [person, setPerson] = useState(0);
  const [language, setLanguage] = useState<Language>('zh');
  const [traces] = useState(makeTraces);
  const wipe = async () => {
    setPerson((before) => before + 1);
    setLanguage('zh');
    await traces.wipe();
  };
  const { standing, machine, numbers } = useMachine(wipe);
  const said = words[language];
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = said.title;
  }, [language, said]);
  if (standing.at === 'starting') return <Starting said={said} />;
  if (standing.at === 'offering') return <Offering said={said} code={standing.code} />;
  return (
    <Session
      key={person}
      {...{ standing, machine, numbers, traces, language, wipe }}
      switchLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    />
  );
}

function makeTraces() {
  return createTraces({
    ...{ local: localStorage, session: sessionStorage, databases: window.indexedDB, caches: window.caches },
    revoke: (url) => URL.revokeObjectURL(url),
  });
}
