import { say } from './say.ts';

const warnMs = 5 * 60_000;

/** 还在吗: five minutes before the session ends the person is asked, and one press goes on. */
export function warnBefore(until: string): void {
  const left = Date.parse(until) - Date.now();
  window.setTimeout(() => ask(until), Math.max(0, left - warnMs));
}

function ask(until: string): void {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'timeout-title');
  const title = element('h2', say('您还在办吗', 'Are you still there?'));
  title.id = 'timeout-title';
  const time = new Date(until).toTimeString().slice(0, 5);
  const line = element(
    'p',
    say(
      `为了安全，${time} 会自动退出登录。填的内容已经保存。`,
      `For safety you will be signed out at ${time}. What you typed is saved.`,
    ),
  );
  const button = element('button', say('继续办', 'Go on'));
  button.className = 'button';
  button.addEventListener('click', () => {
    dialog.close();
    dialog.remove();
    void extend();
  });
  dialog.append(title, line, button);
  document.body.append(dialog);
  dialog.showModal();
}

/** Any request of the person prolongs the session; the answer says until when. */
async function extend(): Promise<void> {
  const answer = await fetch('/api/session');
  const session: unknown = await answer.json();
  const until =
    typeof session === 'object' && session !== null ? Reflect.get(session, 'expiresAt') : undefined;
  if (typeof until === 'string') warnBefore(until);
  else location.reload();
}

function element(name: 'h2' | 'p' | 'button', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
