/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FrameWords } from '../words.ts';

type Props = { readonly said: FrameWords; readonly of: RefObject<HTMLElement | null> };

/** 读给我听: reads the page with the voice of the tablet; not offered where it has no Chinese voice. */
export function ReadAloud({ said, of }: Props) {
  const hasVoice = useChineseVoice();
  const [reading, setReading] = useState(false);
  useEffect(() => () => speechSynthesis?.cancel(), []);
  if (!hasVoice) return null;
  const stop = () => {
    speechSynthesis.cancel();
    setReading(false);
  };
  const start = () => {
    const words = new SpeechSynthesisUtterance(textOf(of.current));
    words.lang = 'zh-CN';
    words.rate = 0.9;
    words.onend = () => setReading(false);
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
    setReading(true);
  };
  return (
    <button
      type="button"
      class="button button--quiet"
      aria-pressed={reading}
      onClick={reading ? stop : start}
    >
      {reading ? said.aloud.stop : said.aloud.start}
    </button>
  );
}

/** Voices may arrive late, so they are looked for again whenever the list changes. */
function useChineseVoice(): boolean {
  const [found, setFound] = useState(false);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setFound(speechSynthesis.getVoices().some(({ lang }) => lang.startsWith('zh')));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  return found;
}

/** What is read: the facts without the buttons. */
function textOf(box: HTMLElement | null): string {
  if (box === null) return '';
  const parts = [...box.querySelectorAll('h1, .who, h2, dt, dd, li, h3, h4, .undertakings p')];
  return parts.map((part) => part.textContent?.trim() ?? '').join('。');
}
