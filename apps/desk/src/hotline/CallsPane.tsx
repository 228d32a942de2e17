import type { OrderTerms, PhoneCall } from '@tongban/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { timeWords } from '../clocks/moments.ts';
import { CallerPane } from './CallerPane.tsx';
import { usePretend } from './queries.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.calls;
type Props = {
  calls: readonly PhoneCall[];
  here: string | undefined;
  pick: (call: string) => void;
  simulated: boolean;
  terms: OrderTerms | undefined;
};

/** 来电: the calls at my place, and who the one at hand may be. */
export function CallsPane({ calls, here, pick, simulated, terms }: Props) {
  return (
    <aside className="order-pane hotline-caller" aria-label={said.title}>
      <h2>{said.title}</h2>
      {calls.length === 0 ? (
        <div className="hotline-none">
          <p className="hotline-none-title">{said.none}</p>
          <p className="faint">{said.noneHelp}</p>
        </div>
      ) : (
        <ul className="hotline-calls">
          {calls.map((one) => (
            <li key={one.call}>
              <button
                type="button"
                className={one.call === here ? 'hotline-call here' : 'hotline-call'}
                aria-current={one.call === here}
                onClick={() => pick(one.call)}
              >
                <strong className="number">{one.phone}</strong>
                <span className={one.state === 'ringing' ? 'call-rings' : 'faint'}>
                  {said.states[one.state]} {timeWords(one.at)}
                </span>
                <span className="faint">{lineOf(one.dialled, terms)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {here === undefined ? null : <CallerPane key={here} call={here} />}
      {simulated ? <Pretend /> : null}
    </aside>
  );
}

/** The old line that was dialled, by its name and how it was merged. */
function lineOf(dialled: string, terms: OrderTerms | undefined): string {
  const line = terms?.lines.find(({ number }) => number === dialled);
  return line === undefined ? dialled : `${dialled} ${line.name}（${hotlineWords.merges[line.merge]}）`;
}

function Pretend() {
  const [phone, setPhone] = useState('19900000001');
  const [dialled, setDialled] = useState('96110');
  const pretend = usePretend();
  return (
    <form
      className="hotline-pretend"
      onSubmit={(event) => {
        event.preventDefault();
        pretend.mutate({ phone, dialled });
      }}
    >
      <h3>{said.simulator}</h3>
      <p className="faint">{said.simulated}</p>
      <Input
        size="small"
        aria-label={said.phone}
        value={phone}
        maxLength={20}
        onChange={({ target }) => setPhone(target.value.replace(/\D/g, ''))}
      />
      <Input
        size="small"
        aria-label={said.dialled}
        value={dialled}
        maxLength={20}
        onChange={({ target }) => setDialled(target.value)}
      />
      <Button size="small" htmlType="submit" loading={pretend.isPending}>
        {said.pretend}
      </Button>
      <ProblemNote error={pretend.error} />
    </form>
  );
}
