/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { Frame } from './frame.tsx';
import type { Place } from './link/link.ts';
import { useLink } from './link/use-link.ts';
import { Asked } from './show/asked.tsx';
import { Code, Idle, Starting, Thanks } from './show/quiet.tsx';
import { Rate } from './show/rate.tsx';
import { type Language, words } from './words.ts';

/** 群众屏: what the person at the window is asked to check and sign; nothing of them when nobody is. */
export function App() {
  const { place, awaySince, answer, rate } = useLink();
  const [language, setLanguage] = useState<Language>('zh');
  const said = words[language];
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = said.title;
  }, [language, said]);
  // The next person begins with Chinese again.
  const about = aboutOf(place);
  useEffect(() => {
    if (about === undefined) setLanguage('zh');
  }, [about]);
  return (
    <Frame
      said={said}
      bureau={about === undefined || place.at !== 'paired' ? '' : place.bureau}
      windowName={about === undefined || place.at !== 'paired' ? '' : place.show.windowName}
      awaySince={awaySince}
      switchLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {place.at === 'starting' && <Starting said={said} />}
      {place.at === 'offering' && <Code said={said} code={place.code} />}
      {place.at === 'paired' && place.show.kind === 'idle' && place.rating !== undefined && (
        <Rate key={place.rating.visit} said={said} language={language} asked={place.rating} rate={rate} />
      )}
      {place.at === 'paired' && place.show.kind === 'idle' && place.rating === undefined && (
        <Idle said={said} bureau={place.bureau} windowName={place.show.windowName} />
      )}
      {place.at === 'paired' && place.show.kind === 'thanks' && (
        <Thanks said={said} verdict={place.show.verdict} />
      )}
      {place.at === 'paired' && (place.show.kind === 'confirm' || place.show.kind === 'collect') && (
        <Asked key={about} said={said} show={place.show} answer={answer} />
      )}
    </Frame>
  );
}

/** The sitting or collection on the screen; undefined while nobody is asked anything. */
function aboutOf(place: Place): string | undefined {
  if (place.at !== 'paired') return undefined;
  if (place.rating !== undefined) return place.rating.visit;
  switch (place.show.kind) {
    case 'confirm':
      return place.show.sitting;
    case 'collect':
      return place.show.collection;
    case 'idle':
    case 'thanks':
      return undefined;
  }
}
