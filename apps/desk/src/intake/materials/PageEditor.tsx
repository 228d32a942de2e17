import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { fileQuery } from '../../case/queries.ts';
import {
  type Crop,
  cropBetween,
  movedCrop,
  stretchedCrop,
  turnedCrop,
  wholePicture,
} from '../../devices/crop.ts';
import { drawingFrom, type Edit, edited, noEdit, sheetOn, turnedBy } from '../../devices/picture.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { intakeWords } from '../words.ts';

const said = intakeWords.edit;
const nudge = 0.02;

type Props = { file: string; keep: (drawing: HTMLCanvasElement) => void; close: () => void };

/** 修整: turn, cut and strengthen one page, by mouse or by keys; nothing is changed until it is kept. */
export function PageEditor({ file, keep, close }: Props) {
  const { data: blob } = useQuery(fileQuery(file));
  const [drawing, setDrawing] = useState<HTMLCanvasElement>();
  useEffect(() => {
    if (blob === undefined) return;
    // A page that cannot be drawn (a PDF) is not mended here.
    void drawingFrom(blob).then(setDrawing, close);
  }, [blob, close]);
  if (drawing === undefined) return <Spin description={said.loading} />;
  return <Editor drawing={drawing} keep={keep} close={close} />;
}

function Editor({ drawing, keep, close }: Omit<Props, 'file'> & { drawing: HTMLCanvasElement }) {
  const [edit, setEdit] = useState<Edit>(noEdit);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const acts = actsOf({ drawing, edit, setEdit, keep: () => keep(edited(drawing, edit)), close });
  const onKeyDown = (event: KeyboardEvent) => {
    const act = acts[event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key];
    if (act === undefined) return;
    event.preventDefault();
    // The keys of the page behind mean other things.
    event.stopPropagation();
    act();
  };
  return (
    <section ref={box} className="editor" tabIndex={-1} aria-label={said.title} onKeyDown={onKeyDown}>
      <Sheet drawing={drawing} edit={edit} crop={(crop) => setEdit({ ...edit, crop })} />
      <p className="faint editor-help">
        {said.help} · {said.contrast(Math.round(edit.contrast * 100))}
      </p>
      <div className="editor-acts">
        {buttons.map(([key, label]) => (
          <Button key={key} size="small" aria-keyshortcuts={key} onClick={acts[key]}>
            {label}
            <KeyCap of={key} />
          </Button>
        ))}
        <Button size="small" onClick={close}>
          {said.cancel}
          <KeyCap of="Esc" />
        </Button>
        <Button size="small" type="primary" onClick={acts.Enter}>
          {said.keep}
          <KeyCap of="Enter" />
        </Button>
      </div>
    </section>
  );
}

const buttons = [
  ['.', said.turn],
  ['a', said.auto],
  ['0', said.whole],
  ['+', said.darker],
  ['-', said.lighter],
] as const;

type Editing = {
  drawing: HTMLCanvasElement;
  edit: Edit;
  setEdit: (edit: Edit) => void;
  keep: () => void;
  close: () => void;
};

/** What each key does to the page at hand. */
function actsOf({ drawing, edit, setEdit, keep, close }: Editing): Record<string, () => void> {
  const crop = (next: Crop) => () => setEdit({ ...edit, crop: next });
  const strengthen = (by: number) => () =>
    setEdit({ ...edit, contrast: Math.min(2, Math.max(0.5, edit.contrast + by)) });
  return {
    '.': () => setEdit({ ...edit, quarters: (edit.quarters + 1) % 4, crop: turnedCrop(edit.crop) }),
    a: () => setEdit({ ...edit, crop: sheetOn(turnedBy(drawing, edit.quarters, 1)) }),
    '0': crop(wholePicture),
    '+': strengthen(0.1),
    '=': strengthen(0.1),
    '-': strengthen(-0.1),
    ArrowLeft: crop(movedCrop(edit.crop, { x: -nudge, y: 0 })),
    ArrowRight: crop(movedCrop(edit.crop, { x: nudge, y: 0 })),
    ArrowUp: crop(movedCrop(edit.crop, { x: 0, y: -nudge })),
    ArrowDown: crop(movedCrop(edit.crop, { x: 0, y: nudge })),
    'Shift+ArrowLeft': crop(stretchedCrop(edit.crop, { x: -nudge, y: 0 })),
    'Shift+ArrowRight': crop(stretchedCrop(edit.crop, { x: nudge, y: 0 })),
    'Shift+ArrowUp': crop(stretchedCrop(edit.crop, { x: 0, y: -nudge })),
    'Shift+ArrowDown': crop(stretchedCrop(edit.crop, { x: 0, y: nudge })),
    Enter: keep,
    Escape: close,
  };
}

type SheetProps = { drawing: HTMLCanvasElement; edit: Edit; crop: (crop: Crop) => void };

/** The page as it will be, with the frame one may draw with the mouse. */
function Sheet({ drawing, edit, crop }: SheetProps) {
  const holder = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number }>(undefined);
  const { quarters, contrast } = edit;
  useEffect(() => {
    const canvas = turnedBy(drawing, quarters, contrast);
    canvas.className = 'editor-picture';
    holder.current?.querySelector('canvas')?.remove();
    holder.current?.prepend(canvas);
  }, [drawing, quarters, contrast]);
  const pointAt = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const { x, y, width, height } = edit.crop;
  return (
    <div
      ref={holder}
      className="editor-sheet"
      onPointerDown={(event) => {
        from.current = pointAt(event);
      }}
      onPointerMove={(event) => {
        if (from.current !== undefined) crop(cropBetween(from.current, pointAt(event)));
      }}
      onPointerUp={() => {
        from.current = undefined;
      }}
    >
      <div
        className="editor-crop"
        style={{
          left: `${x * 100}%`,
          top: `${y * 100}%`,
          width: `${width * 100}%`,
          height: `${height * 100}%`,
        }}
      />
    </div>
  );
}
