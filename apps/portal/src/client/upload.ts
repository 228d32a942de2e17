import { casesRoutes, draftsRoutes } from '@tongban/contract';
import type { Transfer } from '@tongban/contract/transfer';
import { Problem } from '@tongban/kernel';
import { say } from './say.ts';
import { call } from './send-call.ts';
import { shrink } from './shrink.ts';
import { createTransfer } from './transfer.ts';

/** 上传: choosing files starts sending them; each shows how far it is and can be paused and tried again. */
export function sendInParts(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const list = form.querySelector<HTMLElement>('[data-told="sending"]');
  if (input === null || list === null) return;
  form.addEventListener('submit', (event) => {
    if ((input.files?.length ?? 0) === 0) return;
    event.preventDefault();
    start();
  });
  input.addEventListener('change', start);

  function start(): void {
    const chosen = [...(input?.files ?? [])];
    if (input === null || list === null || chosen.length === 0) return;
    input.value = '';
    void sendAll(
      form,
      chosen.map((file) => createRow(list, file)),
    ).catch((error: unknown) => {
      const line = list.appendChild(document.createElement('p'));
      line.className = 'field__error';
      line.textContent =
        error instanceof Problem
          ? error.message
          : say('没有存上，再按一次上传', 'Not kept; press upload again');
    });
  }
}

type Row = { readonly send: () => Promise<string | undefined> };

/** One after another, as a phone network likes it; then all that arrived are laid under the material. */
async function sendAll(form: HTMLFormElement, rows: readonly Row[]): Promise<void> {
  const arrived: string[] = [];
  for (const row of rows) {
    const id = await row.send();
    if (id !== undefined) arrived.push(id);
  }
  if (arrived.length === 0) return;
  await lay(form, arrived);
  if (arrived.length === rows.length) location.reload();
}

async function lay(form: HTMLFormElement, arrived: readonly string[]): Promise<void> {
  const { draft, case: number, material = '', person, files = '' } = form.dataset;
  const all = [...files.split(' ').filter(Boolean), ...arrived];
  const whose = person === undefined ? {} : { person: Number(person) };
  if (draft !== undefined) {
    await call(draftsRoutes.lay, {
      params: { draft, material },
      body: { met: 'files', files: all, ...whose },
    });
  } else if (number !== undefined) {
    await call(casesRoutes.mend, { params: { case: number, material }, body: { files: all, ...whose } });
  }
  form.dataset.files = all.join(' ');
}

function createRow(list: HTMLElement, chosen: File): Row {
  const row = list.appendChild(document.createElement('div'));
  row.className = 'sending';
  const line = row.appendChild(document.createElement('span'));
  line.setAttribute('role', 'status');
  const bar = row.appendChild(document.createElement('progress'));
  bar.className = 'progress';
  bar.max = 100;
  bar.setAttribute('aria-label', chosen.name);
  const button = row.appendChild(document.createElement('button'));
  button.type = 'button';
  button.className = 'linkish';
  const tell = (words: string) => {
    line.textContent = `${chosen.name}：${words}`;
  };
  return { send: () => sendOne(chosen, { tell, bar, button }) };
}

type Shown = {
  readonly tell: (words: string) => void;
  readonly bar: HTMLProgressElement;
  readonly button: HTMLButtonElement;
};

/** Settles when the file has arrived, or when it was refused for good. */
async function sendOne(chosen: File, shown: Shown): Promise<string | undefined> {
  const { tell, bar, button } = shown;
  tell(say('准备中', 'preparing'));
  const transfer = createTransfer(await shrink(chosen));
  for (;;) {
    try {
      offerPause(button, transfer);
      const result = await transfer.run(({ sent, of }) => {
        bar.value = (100 * sent) / of;
        tell(say(`已传 ${Math.round((100 * sent) / of)}%`, `${Math.round((100 * sent) / of)}% sent`));
      });
      if (result !== 'paused') {
        tell(say('传好了', 'done'));
        button.hidden = true;
        return result;
      }
      tell(say('已暂停', 'paused'));
    } catch (error) {
      if (error instanceof Problem && error.kind !== 'unavailable') {
        tell(error.message);
        button.hidden = true;
        return undefined;
      }
      tell(
        say(
          '网络断了。传过的不用重传，连上后接着传',
          'The network is gone. What was sent is kept; go on when you are back',
        ),
      );
    }
    await pressed(button, say('接着传', 'Go on'));
  }
}

function offerPause(button: HTMLButtonElement, transfer: Transfer): void {
  button.hidden = false;
  button.textContent = say('暂停', 'Pause');
  button.onclick = transfer.pause;
}

function pressed(button: HTMLButtonElement, words: string): Promise<void> {
  button.textContent = words;
  return new Promise((done) => {
    button.onclick = () => done();
    window.addEventListener('online', () => done(), { once: true });
  });
}
