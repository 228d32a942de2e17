/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';

const names = ['日', '一', '二', '三', '四', '五', '六'];

/** The day and the time, to the minute. */
export function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="hall-clock">
      <span class="hall-clock__day">
        {`${now.getMonth() + 1}月${now.getDate()}日 星期${names[now.getDay()]}`}
      </span>
      <span class="hall-clock__time">{timeText(now)}</span>
    </p>
  );
}

/** `9:05`. */
export function timeText(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
