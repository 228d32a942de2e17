import { say } from './say.ts';

const pauseMs = 900;

/** 自动保存: keeps what is typed in the draft, and in this tab while the network or the session is gone. */
export function saveAsTyped(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>('[data-told="saved"]');
  const key = `draft ${location.pathname}`;
  const tell = (words: string) => {
    if (told !== null) told.textContent = words;
  };
  let timer = 0;
  const save = async () => {
    sessionStorage.setItem(key, JSON.stringify(typedIn(form)));
    const words = await send(form);
    if (words !== undefined) sessionStorage.removeItem(key);
    tell(
      words ??
        say(
          '还没存上。内容留在这一页，连上后会再存',
          'Not saved yet. It stays on this page and is saved when you are back online',
        ),
    );
  };
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pauseMs);
  };
  restore(form, sessionStorage.getItem(key), soon);
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', () => {
    window.clearTimeout(timer);
    sessionStorage.removeItem(key);
  });
  window.addEventListener('online', () => {
    if (sessionStorage.getItem(key) !== null) soon();
  });
}

/** The page itself takes the answers, as when the button is pressed, and says when it kept them. */
async function send(form: HTMLFormElement): Promise<string | undefined> {
  const body = new URLSearchParams([...typedIn(form), ['then', 'stay']]);
  try {
    const answer = await fetch(location.pathname, { method: 'POST', body, redirect: 'manual' });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

function typedIn(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

/** What could not be saved last time is put back into the boxes and saved again. */
function restore(form: HTMLFormElement, kept: string | null, save: () => void): void {
  if (kept === null) return;
  for (const [name, value] of JSON.parse(kept) as [string, string][]) {
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList) control.value = value;
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      control.value = value;
    }
  }
  save();
}
