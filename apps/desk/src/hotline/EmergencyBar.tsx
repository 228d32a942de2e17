import type { OrderTerms } from '@tongban/contract';
import { Button, Checkbox } from 'antd';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { exclusionIn, type Heard } from './listening.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.emergency;
export type Emergency = OrderTerms['emergencies'][number];
/** 听到的紧急情况: and whether somebody has asked, and it is past. */
type Danger = {
  readonly heard: Heard<Emergency> | undefined;
  readonly isPast: boolean;
  readonly setPast: (isPast: boolean) => void;
};
type Props = {
  text: string;
  terms: OrderTerms;
  danger: Danger;
  hand: (to: Emergency) => void;
};
const keys = ['F7', 'F8', 'F9', 'F10'] as const;

/** 紧急转接: one key for each number; as soon as its words are heard nothing else stands out more. */
export function EmergencyBar({ text, terms, danger: { heard, isPast, setPast }, hand }: Props) {
  useKeys(
    Object.fromEntries(
      terms.emergencies.flatMap((one, at) => (keys[at] === undefined ? [] : [[keys[at], () => hand(one)]])),
    ),
  );
  const isUrgent = heard !== undefined && !isPast;
  return (
    <div className={isUrgent ? 'emergency emergency--heard' : 'emergency'}>
      <div role={isUrgent ? 'alert' : 'status'}>
        {heard === undefined ? (
          <p className="emergency-calm">{said.title}</p>
        ) : (
          <p className="emergency-heard">
            {said.heard(heard.word)}
            {isUrgent ? <strong>{heard.what.say}</strong> : null}
          </p>
        )}
      </div>
      <div className="emergency-keys">
        {terms.emergencies.map((one, at) => (
          <Button
            key={one.number}
            className={isUrgent && heard.what.number === one.number ? 'emergency-first' : ''}
            title={one.name}
            onClick={() => hand(one)}
          >
            {said.said(one.number)}
            {keys[at] === undefined ? null : <KeyCap of={keys[at]} />}
          </Button>
        ))}
      </div>
      {heard === undefined ? null : (
        <Checkbox checked={isPast} onChange={({ target }) => setPast(target.checked)}>
          {said.past}
        </Checkbox>
      )}
      <Excluded text={text} terms={terms} />
    </div>
  );
}

function Excluded({ text, terms }: Pick<Props, 'text' | 'terms'>) {
  const excluded = exclusionIn(text, terms);
  if (excluded === undefined) return null;
  return (
    <p className="emergency-excluded">
      <strong>{hotlineWords.excluded(excluded.what.name)}</strong>
      {excluded.what.say}
    </p>
  );
}
