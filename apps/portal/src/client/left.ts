import { say } from './say.ts';

/** 还剩多久: counts down to the moment a kept time lapses, then shows what became of it. */
export function countDown(part: HTMLElement): void {
  const until = Date.parse(part.dataset.at ?? '');
  const tick = () => {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    if (seconds <= 0) {
      window.clearInterval(timer);
      // A moment later, so that the server too thinks it has lapsed.
      window.setTimeout(() => location.reload(), 1500);
      return;
    }
    const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')];
    part.textContent = say(`${minutes} 分 ${rest} 秒`, `${minutes}:${rest} left`);
  };
  const timer = window.setInterval(tick, 1000);
  tick();
}
