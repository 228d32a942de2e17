import { useState } from 'react';
import { Combobox } from '../Combobox.tsx';
import { intakeWords } from '../words.ts';
import type { ControlProps } from './control-props.ts';
import { isMeant } from './pinyin.ts';
import { nameIn, useAreas } from './use-areas.ts';

const said = intakeWords.form;
const most = 8;

/** 所在地区: an area by its name or its pinyin initials. */
export function DivisionBox({ box, id, division, change, next, told, leave }: ControlProps) {
  const areas = useAreas(box.question.within, division);
  const [typed, setTyped] = useState<string>();
  const entries = areas.filter(({ name }) => isMeant(name, typed ?? '')).slice(0, most);
  return (
    <Combobox
      id={id}
      label={box.question.label.zh}
      placeholder={said.pick}
      text={typed ?? nameIn(areas, box.value)}
      describedBy={`${id}-note`}
      invalid={told}
      entries={entries.map(({ code, name }) => ({ value: code, label: name }))}
      type={setTyped}
      pick={(code) => {
        setTyped(undefined);
        change(code);
        requestAnimationFrame(next);
      }}
      onKey={(event) => {
        if (event.key === 'Enter') next();
        if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('.step')?.focus();
      }}
      onLeave={() => {
        setTyped(undefined);
        leave();
      }}
    />
  );
}
