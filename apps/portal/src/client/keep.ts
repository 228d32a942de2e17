import { say } from './say.ts';

const pauseMs = 600;

/** 自动保存: keeps what is written in this tab alone until it is sent, so that signing in or a reload loses nothing. */
export function keepTyped(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>('[data-told="kept"]');
  const key = `written ${location.pathname}`;
  let timer = 0;
  restore(form, sessionStorage.getItem(key));
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      sessionStorage.setItem(key, JSON.stringify(writtenIn(form)));
      if (told !== null) told.textContent = say('已存在这一页', 'Kept on this page');
    }, pauseMs);
  };
  form.addEventListener('input', soon);
  form.addEventListener('submit', () => {
    window.clearTimeout(timer);
    sessionStorage.removeItem(key);
  });
}

function writtenIn(form: HTMLFormElement): [string, string][] {
  return boxesIn(form).map((box) => [box.name, box.value]);
}

function boxesIn(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea')];
}

/** Only into boxes that are empty: what the page brought is newer. */
function restore(form: HTMLFormElement, kept: string | null): void {
  if (kept === null) return;
  const values = new Map(JSON.parse(kept) as [string, string][]);
  for (const box of boxesIn(form)) if (box.value === '') box.value = values.get(box.name) ?? '';
}

/** 马上离开: the page is replaced, so that the way back leads elsewhere. */
export function leaveAtOnce(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}
