import { intakeRoutes } from '@tongban/contract';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { screenStateOf, useMyScreen, useWindowSettings } from '../devices/queries.ts';
import { finishAndNext, useQueueAct } from '../queue/queries.ts';
import type { Printing } from './side/use-printing.ts';
import { isConfirmed, todosOfPart } from './todo.ts';
import type { Desk } from './use-desk.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.acts;

/** One of the big acts: what it does now, or why it cannot. */
export type Act = { readonly run: () => void; readonly why?: string };

/** 办理键: confirm, hand in, print, end — in the order they are pressed. */
export type Acts = ReturnType<typeof useActs>;

export function useActs(desk: Desk, printing: Printing) {
  const [dialog, setDialog] = useState<'screen' | 'leave'>();
  const screen = screenStateOf(useMyScreen().data);
  const { sitting, parts } = desk;
  const open = parts.flatMap(todosOfPart).filter(({ state }) => state === 'open').length;
  const done = parts.length === 0 && sitting.filed.length > 0;
  const close = () => setDialog(undefined);
  const send = sendingOf(desk, printing, useNextPerson());
  const ask = (paper: string | undefined) => {
    close();
    send.ask(paper);
  };
  const confirm = () => (screen === 'online' ? ask(undefined) : setDialog('screen'));
  const print = () => {
    desk.go({ at: 'papers' });
    printing.printNext();
  };
  const confirmWhy = parts.length === 0 ? said.why.noItem : open > 0 ? said.why.open(open) : undefined;
  const fileWhy = confirmWhy ?? (isConfirmed(sitting.confirmation.state) ? undefined : said.why.unsigned);
  return {
    /** How many things are still to do before the person may sign. */
    open,
    /** Everything was handed in; what is left is to print and to end. */
    done,
    dialog,
    close,
    screen,
    ask,
    confirm: actOf(confirm, confirmWhy),
    file: done ? actOf(print, undefined) : actOf(send.file, fileWhy),
    end: actOf(done ? send.end : () => setDialog('leave'), undefined),
    leave: () => {
      close();
      send.end();
    },
  };
}

/** What goes to the server. */
function sendingOf(desk: Desk, printing: Printing, callNext: () => void) {
  const params = { sitting: desk.sitting.sitting };
  return {
    ask: (paper: string | undefined) => {
      desk.go({ at: 'confirm' });
      const body = paper === undefined ? {} : { paper };
      // What cannot be saved says so in the head of the page; then nothing is shown to the person.
      desk.flush().then(
        () => desk.run(() => call(intakeRoutes.askConfirmation, { params, body })),
        () => undefined,
      );
    },
    file: () => {
      printing.printWhenThere();
      desk.run(
        () => call(intakeRoutes.file, { params }),
        () => desk.go({ at: 'papers' }),
      );
    },
    end: () =>
      desk.run(async () => {
        const ended = await call(intakeRoutes.end, { params });
        callNext();
        return ended;
      }),
  };
}

/** An act that does nothing while there is a reason why not. */
function actOf(run: () => unknown, why: string | undefined): Act {
  return why === undefined ? { run: () => void run() } : { run: () => undefined, why };
}

/** At a window that calls numbers the next person is called as soon as this one has been seen to. */
function useNextPerson(): () => void {
  const { data } = useWindowSettings();
  const queue = useQueueAct();
  return () => {
    if (data?.window !== undefined) queue.mutate(finishAndNext);
  };
}
