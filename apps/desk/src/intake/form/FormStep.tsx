import { Button } from 'antd';
import { useRef } from 'react';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { Step } from '../Step.tsx';
import type { Desk, OpenPart } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import { boxId } from './box-id.ts';
import { FieldBox } from './FieldBox.tsx';
import { type Box, declarationsOf, nextBox, openBoxes } from './form.ts';

const said = intakeWords.form;

/** 核对和填写: what is known stands there with its source; Enter goes to what is missing, then on. */
export function FormStep({ desk, part }: { desk: Desk; part: OpenPart }) {
  const { draft, pages, taken } = part;
  const open = openBoxes(pages);
  const [first] = open;
  const goOn = () => desk.goOn({ at: 'form', draft });
  const next = (from: string) => {
    const found = nextBox(pages, from);
    if (found === undefined) return goOn();
    document.getElementById(boxId(draft, found.question.id))?.focus();
  };
  // A picked area goes on once it is part of the form: by then this is the next one.
  const nextNow = useRef(next);
  nextNow.current = next;
  useKeys(open.length === 0 ? { Enter: goOn } : {});
  const boxProps = (box: Box) => ({
    box,
    id: boxId(draft, box.question.id),
    division: taken.division,
    first: first?.question.id === box.question.id,
    change: (value: string) => desk.typed.change(draft, box.question.id, value),
    next: () => nextNow.current(box.question.id),
  });
  return (
    <Step title={said.title} note={said.left(open.length)} focusOn={`form ${draft}`}>
      <div className="form-pages">
        {pages.map(({ id, title, boxes }) => (
          <fieldset key={id} className="form-page">
            {boxes.length === 1 && boxes[0]?.question.label.zh === title ? null : <legend>{title}</legend>}
            {boxes.map((box) => (
              <FieldBox key={box.question.id} {...boxProps(box)} />
            ))}
          </fieldset>
        ))}
      </div>
      <Declarations texts={declarationsOf(taken)} />
      <p>
        <Button type={open.length === 0 ? 'primary' : 'default'} onClick={goOn} disabled={open.length > 0}>
          {said.done}
          <KeyCap of="Enter" />
        </Button>
      </p>
    </Step>
  );
}

/** What the person declares by signing; the window cannot tick it for them. */
function Declarations({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className="declarations">
      <strong>{said.declaration}</strong>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="faint">{said.declared}</p>
    </div>
  );
}
