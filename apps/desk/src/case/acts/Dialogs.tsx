import { AcceptDialog } from './AcceptDialog.tsx';
import type { ActId } from './acts.ts';
import { FinishDialog } from './FinishDialog.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';
import { PlainDialog } from './PlainDialog.tsx';
import { RefusalDialog } from './RefusalDialog.tsx';
import { StepDialog } from './StepDialog.tsx';
import type { Desk, DialogProps } from './use-run.ts';

type Props = { open: ActId | undefined; close: () => void; desk: Desk };

/** The dialog of the act that was begun. */
export function ActsDialogs({ open, close, desk }: Props) {
  if (open === undefined) return null;
  return <ActOf act={open} close={close} desk={desk} />;
}

function ActOf(props: DialogProps) {
  switch (props.act) {
    case 'accept':
      return <AcceptDialog {...props} />;
    case 'request-correction':
      return <NoticeDialog {...props} />;
    case 'not-accept':
    case 'refuse':
      return <RefusalDialog {...props} />;
    case 'pass-step':
    case 'return-step':
      return <StepDialog {...props} />;
    case 'grant':
      return <GrantDialog {...props} />;
    case 'finish-production':
      return <FinishDialog {...props} />;
    case 'hand-over':
      return <HandOverDialog {...props} />;
    case 'start-special-procedure':
    case 'end-special-procedure':
    case 'request-extension':
    case 'decide-extension':
    case 'settle-ask':
    case 'ask':
    case 'return':
    case 'forward':
      return <PlainDialog {...props} act={props.act} />;
    case 'claim':
      return null;
  }
}
