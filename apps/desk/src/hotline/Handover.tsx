import type { PhoneCall } from '@tongban/contract';
import { Button } from 'antd';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { Emergency } from './EmergencyBar.tsx';
import { useWrapUp } from './queries.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.emergency;
type Props = { to: Emergency; phoneCall: PhoneCall | undefined; back: () => void; done: () => void };
/** What a call is noted as that was handed to an emergency number. */
const handedOver = 'handed-over';

/** 转 110、119、120、122: the number and what to say, in front of everything, until the call is handed over. */
export function Handover({ to, phoneCall, back, done }: Props) {
  const wrapUp = useWrapUp();
  const press = () => {
    if (phoneCall === undefined) done();
    else wrapUp.mutate({ id: phoneCall.call, code: handedOver }, { onSuccess: done });
  };
  useKeys({ 'Ctrl+Enter': press, Escape: back });
  return (
    <section className="order-pane handover" role="alert" aria-label={said.handing(to.number)}>
      <p className="handover-name">{to.name}</p>
      <h2>{said.said(to.number)}</h2>
      <p className="handover-say">{to.say}</p>
      <p>{said.how(to.number)}</p>
      <div className="talk-ends">
        <Button autoFocus size="large" loading={wrapUp.isPending} onClick={press}>
          {said.done}
          <KeyCap of="Ctrl+Enter" />
        </Button>
        <Button ghost size="large" onClick={back}>
          {said.back}
          <KeyCap of="Esc" />
        </Button>
      </div>
      <ProblemNote error={wrapUp.error} />
    </section>
  );
}
