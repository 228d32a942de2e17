/** 常亮: a dark screen would be missed; the browser lets go of the lock whenever the page is hidden. */
export function keepAwake(): void {
  if (!('wakeLock' in navigator)) return;
  const hold = () => {
    if (document.visibilityState === 'visible')
      void navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', hold);
  hold();
}
