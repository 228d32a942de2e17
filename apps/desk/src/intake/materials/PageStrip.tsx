import { useQuery } from '@tanstack/react-query';
import type { FileRow } from '@tongban/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { fileQuery } from '../../case/queries.ts';
import { useObjectUrl } from '../../case/viewer/use-object-url.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { intakeWords } from '../words.ts';
import type { Capturing, Sending } from './use-capture.ts';

const said = intakeWords.materials;

/** The pages of a material in their order: arrows choose, < and > move, Delete removes, E mends. */
export function PageStrip({ capturing, edit }: { capturing: Capturing; edit: (file: string) => void }) {
  const { files, sending, move, remove } = capturing;
  const [at, setAt] = useState(0);
  const [dragged, setDragged] = useState<number>();
  const here = Math.min(at, Math.max(0, files.length - 1));
  const page = files[here];
  const moveBy = (by: 1 | -1) => {
    if (page === undefined || here + by < 0 || here + by >= files.length) return;
    move(here, here + by);
    setAt(here + by);
  };
  const acts = {
    earlier: () => moveBy(-1),
    later: () => moveBy(1),
    edit: () => page !== undefined && edit(page.file),
    remove: () => page !== undefined && remove(page.file),
  };
  const left = () => setAt(Math.max(0, here - 1));
  const right = () => setAt(Math.min(files.length - 1, here + 1));
  useKeys({
    ArrowLeft: left,
    ArrowRight: right,
    '<': acts.earlier,
    '>': acts.later,
    e: acts.edit,
    Delete: acts.remove,
  });
  if (files.length === 0 && sending.length === 0) return null;
  return (
    <div className="pages">
      <ol className="page-list" aria-label={said.pages}>
        {files.map((file, place) => (
          <li
            key={file.file}
            draggable
            onDragStart={() => setDragged(place)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => dragged !== undefined && move(dragged, place)}
          >
            <PageThumb file={file} at={place} current={place === here} choose={() => setAt(place)} />
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.id}>
            <SendingThumb sending={one} />
          </li>
        ))}
      </ol>
      {page === undefined ? null : <PageActs acts={acts} several={files.length > 1} />}
    </div>
  );
}

type ThumbProps = { file: FileRow; at: number; current: boolean; choose: () => void };

function PageThumb({ file, at, current, choose }: ThumbProps) {
  const { data } = useQuery(fileQuery(file.file));
  return (
    <button
      type="button"
      className={current ? 'page current' : 'page'}
      aria-pressed={current}
      aria-label={said.page(at + 1)}
      onClick={choose}
    >
      {data === undefined || file.contentType === 'application/pdf' ? null : <Thumb blob={data} />}
      <span className="page-number">{at + 1}</span>
    </button>
  );
}

function Thumb({ blob }: { blob: Blob }) {
  const url = useObjectUrl(blob);
  return url === undefined ? null : <img src={url} alt="" draggable={false} />;
}

function SendingThumb({ sending }: { sending: Sending }) {
  const { percent, error, again } = sending;
  if (error === undefined) {
    return (
      <span className="page sending" role="status">
        {said.sending(percent)}
      </span>
    );
  }
  return (
    <button type="button" className="page failed" title={problemWords(error).said} onClick={again}>
      {said.failed}
      <strong>{said.again}</strong>
    </button>
  );
}

type Acts = Readonly<Record<'earlier' | 'later' | 'edit' | 'remove', () => void>>;

function PageActs({ acts, several }: { acts: Acts; several: boolean }) {
  const buttons = [
    ...(several
      ? ([
          ['<', said.earlier, acts.earlier],
          ['>', said.later, acts.later],
        ] as const)
      : []),
    ['e', said.edit, acts.edit] as const,
    ['Delete', said.remove, acts.remove] as const,
  ];
  return (
    <div className="page-acts">
      {buttons.map(([key, label, does]) => (
        <Button key={key} size="small" type="text" aria-keyshortcuts={key} onClick={does}>
          {label}
          <KeyCap of={key === 'Delete' ? 'Del' : key} />
        </Button>
      ))}
    </div>
  );
}
