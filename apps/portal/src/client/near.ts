import { say } from './say.ts';

const decimals = 3;

/** 我在哪: asked only when pressed; about a hundred metres are enough, so no more is told. */
export function offerNear(button: HTMLElement): void {
  if (!('geolocation' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    tell(say('正在找您的位置…', 'Finding where you are…'));
    navigator.geolocation.getCurrentPosition(goNear, () => tell(notKnown()), {
      timeout: 10_000,
      maximumAge: 300_000,
    });
  });
}

function goNear({ coords }: GeolocationPosition): void {
  const url = new URL(location.href);
  url.searchParams.set('near', `${coords.latitude.toFixed(decimals)},${coords.longitude.toFixed(decimals)}`);
  location.assign(url);
}

function notKnown(): string {
  return say(
    '没有拿到位置，下面按城市列出。手机设置里打开定位可以再试。',
    'We could not find where you are; the halls of the city are listed. Allow location and try again.',
  );
}

function tell(words: string): void {
  const told = document.querySelector<HTMLElement>('[data-near]');
  if (told !== null) told.textContent = words;
}
