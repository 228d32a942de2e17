/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { KioskWords, Language } from '../words.ts';
import { Icon } from './icons.tsx';

type Props = { readonly said: KioskWords; readonly language: Language };

/** 读给我听: reads the screen with a voice of the machine; where there is none it says so. */
export function Aloud({ said, language }: Props) {
  const voice = useVoice(language);
  const [reading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  const stop = () => {
    window.speechSynthesis.cancel();
    setReading(false);
  };
  const start = () => {
    const words = new SpeechSynthesisUtterance(textOf(document.querySelector('main')));
    words.lang = language === 'zh' ? 'zh-CN' : 'en';
    words.rate = 0.9;
    words.onend = () => setReading(false);
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(words);
    setReading(true);
  };
  return (
    <button
      type="button"
      class="tool"
      aria-pressed={reading}
      disabled={!voice}
      onClick={reading ? stop : start}
    >
      <Icon name="aloud" />
      {voice ? said.tools[reading ? 'aloudStop' : 'aloud'] : said.tools.noVoice}
    </button>
  );
}

/** Voices may arrive late, so they are looked for again whenever the list changes. */
function useVoice(language: Language): boolean {
  const [found, setFound] = useState(false);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setFound(speechSynthesis.getVoices().some(({ lang }) => lang.startsWith(language)));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, [language]);
  return found;
}

function textOf(box: HTMLElement | null): string {
  const parts = [...(box?.querySelectorAll('h1, h2, p, li, button strong, dt, dd') ?? [])];
  return parts.map((part) => part.textContent?.trim() ?? '').join('。');
}
