import type { KeyboardEvent } from 'react';
import type { ControlProps } from './control-props.ts';

/** One of a few: a digit picks, arrows move, Enter goes on. */
export function ChoiceBox({ box, id, change, next, leave }: ControlProps) {
  const { options = [], label } = box.question;
  const onKeyDown = (event: KeyboardEvent) => {
    const picked = options[Number(event.key) - 1];
    if (/^[1-9]$/.test(event.key) && picked !== undefined) change(picked);
    else if (event.key === 'Enter') next();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = options.includes(box.value) ? box.value : options[0];
  return (
    <fieldset className="choice-box" aria-describedby={`${id}-note`}>
      <legend className="visually-hidden">{label.zh}</legend>
      {options.map((option, at) => (
        <label key={option} className="choice-pill">
          <input
            type="radio"
            {...(option === stop ? { id } : {})}
            name={id}
            value={option}
            checked={option === box.value}
            onChange={() => change(option)}
            onKeyDown={onKeyDown}
            onBlur={leave}
          />
          {`${at + 1} ${option}`}
        </label>
      ))}
    </fieldset>
  );
}
