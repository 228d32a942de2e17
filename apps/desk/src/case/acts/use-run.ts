import type { ItemEdition } from '@tongban/catalogue';
import type { DeskCase } from '@tongban/contract';
import { App } from 'antd';
import type { MaterialCard } from '../checks/cards.ts';
import type { Checks } from '../checks/use-checks.ts';
import { type Keyed, useAct } from '../queries.ts';
import { caseWords } from '../words.ts';
import type { ActId } from './acts.ts';

/** What every dialog knows of the case. */
export type Desk = {
  readonly deskCase: DeskCase;
  readonly edition: ItemEdition;
  readonly cards: readonly MaterialCard[];
  readonly checks: Checks;
};

export type DialogProps = { readonly act: ActId; readonly desk: Desk; readonly close: () => void };

type Seen = { readonly number: string; readonly version: number; readonly keyed: Keyed };

/** Carries out one act: marks are saved first, so that the version sent is the one on the screen. */
export function useRun({ act, desk, close }: DialogProps) {
  const { message } = App.useApp();
  const number = desk.deskCase.case;
  const send = useAct(number);
  const run = (wish: (seen: Seen) => Promise<DeskCase>, done?: () => void) =>
    send.mutate(
      async (keyed) => {
        const { version } = await desk.checks.flush();
        return wish({ number, version, keyed });
      },
      {
        onSuccess: ({ held }) => {
          done?.();
          // What can still be taken back has not happened yet.
          void message.success(held === undefined ? caseWords.acts.done[act] : caseWords.held.waits);
          close();
        },
      },
    );
  return { desk, close, run, pending: send.isPending, error: send.error, forget: send.reset };
}
export type ActRun = ReturnType<typeof useRun>;
