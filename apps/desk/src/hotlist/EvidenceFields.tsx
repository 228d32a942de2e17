import { Button, Input, InputNumber } from 'antd';
import { AttachField } from '../attach/AttachField.tsx';
import type { Attach } from '../attach/use-attach.ts';
import { type Drafted, mostFigures } from './evidence.ts';
import { hotlistWords } from './words.ts';

const said = hotlistWords.evidence;
type Props = { drafted: Drafted; attach: Attach; change: (drafted: Drafted) => void };
type Figure = Drafted['figures'][number];

/** 佐证: what was done, and the figures and files that speak for it. */
export function EvidenceFields({ drafted, attach, change }: Props) {
  const { say, figures } = drafted;
  const put = (at: number, part: Partial<Figure>) =>
    change({ ...drafted, figures: figures.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <>
      <label htmlFor="hot-say">{said.say}</label>
      <Input.TextArea
        id="hot-say"
        rows={3}
        maxLength={2000}
        value={say}
        onChange={({ target }) => change({ ...drafted, say: target.value })}
      />
      <fieldset className="hot-figures">
        <legend>{said.figures}</legend>
        {figures.map((figure, at) => (
          <FigureRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
            key={at}
            figure={figure}
            put={(part) => put(at, part)}
            drop={
              figures.length === 1
                ? undefined
                : () => change({ ...drafted, figures: figures.filter((_, place) => place !== at) })
            }
          />
        ))}
        {figures.length < mostFigures ? (
          <Button
            size="small"
            onClick={() =>
              change({ ...drafted, figures: [...figures, { what: '', value: null, unit: '件' }] })
            }
          >
            {said.more}
          </Button>
        ) : null}
      </fieldset>
      <AttachField attach={attach} of="F4" inDialog />
    </>
  );
}

type RowProps = { figure: Figure; put: (part: Partial<Figure>) => void; drop: (() => void) | undefined };

function FigureRow({ figure: { what, value, unit }, put, drop }: RowProps) {
  return (
    <div className="hot-figure">
      <Input
        aria-label={said.what}
        placeholder={said.hints.what}
        maxLength={30}
        value={what}
        onChange={({ target }) => put({ what: target.value })}
      />
      <InputNumber
        aria-label={said.value}
        placeholder={said.hints.value}
        min={-1_000_000_000}
        max={1_000_000_000}
        value={value}
        onChange={(next) => put({ value: next })}
      />
      <Input
        aria-label={said.unit}
        placeholder={said.hints.unit}
        maxLength={6}
        value={unit}
        onChange={({ target }) => put({ unit: target.value })}
      />
      {drop === undefined ? null : (
        <Button size="small" type="text" aria-label={said.drop} onClick={drop}>
          ×
        </Button>
      )}
    </div>
  );
}
