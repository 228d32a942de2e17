/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';

const shanghai = { timeZone: 'Asia/Shanghai', hour12: false } as const;

/** The time on the wall, e.g. `9:05`. */
export function timeText(at: Date): string {
  const text = new Intl.DateTimeFormat('zh-CN', { ...shanghai, hour: 'numeric', minute: '2-digit' }).format(
    at,
  );
  return text.replace(/^0(\d)/, '$1');
}

/** A day and time in words: `12月5日 14:30`. */
export function momentText(at: string, language: 'zh' | 'en'): string {
  const moment = new Date(at);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { ...shanghai, month: 'long', day: 'numeric' }).format(moment);
  return `${day} ${timeText(moment)}`;
}

/** A day in words: `12月5日`. */
export function dayText(day: string, language: 'zh' | 'en'): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const moment = new Date(`${day}T12:00:00+08:00`);
  return new Intl.DateTimeFormat(locale, { ...shanghai, month: 'long', day: 'numeric' }).format(moment);
}

export function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5000);
    return () => clearInterval(timer);
  }, []);
  return <time class="top__clock">{timeText(now)}</time>;
}
