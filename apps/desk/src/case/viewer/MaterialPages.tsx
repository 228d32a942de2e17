import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileRow } from '@tongban/contract';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import type { MaterialCard } from '../checks/cards.ts';
import { fileQuery } from '../queries.ts';
import { caseWords } from '../words.ts';
import { Frames } from './Frames.tsx';
import type { Framing } from './framing.ts';
import { atPage, firstLook, type Look, toggled, turned, zoomed } from './layout.ts';
import { PdfFrame } from './PdfFrame.tsx';
import { Picture } from './Picture.tsx';
import { ViewerTools } from './ViewerTools.tsx';

const said = caseWords.viewer;

type Props = { card: MaterialCard; framing: Framing | undefined; quiet: true | undefined };

/** The pages laid under a material, one at a time; the others are fetched ahead. */
export function MaterialPages({ card, framing, quiet }: Props) {
  const { files } = card.slot;
  const [look, setLook] = useState<Look>(firstLook);
  const file = files[look.page] ?? files[0];
  useAhead(files);
  const tools = {
    previous: () => setLook(atPage(look, look.page - 1, files.length)),
    next: () => setLook(atPage(look, look.page + 1, files.length)),
    bigger: () => setLook(zoomed(look, 1)),
    smaller: () => setLook(zoomed(look, -1)),
    fit: () => setLook({ ...look, zoom: 1 }),
    turn: () => setLook(turned(look)),
  };
  // Of two pages side by side only the left one listens to the keyboard.
  useKeys(quiet === true ? {} : keysOf(tools));
  return (
    <>
      <ViewerTools
        title={card.name}
        look={look}
        pages={files.length}
        tools={tools}
        picture={isPicture(file)}
      />
      {file === undefined ? null : (
        <Page
          key={file.file}
          file={file}
          look={framing?.active === true ? { ...look, zoom: 1, turn: 0 } : look}
          onZoom={() => setLook(toggled(look))}
          framing={framing}
        />
      )}
    </>
  );
}

type Tools = Readonly<Record<'previous' | 'next' | 'bigger' | 'smaller' | 'fit' | 'turn', () => void>>;

function keysOf(tools: Tools) {
  return {
    '[': tools.previous,
    ']': tools.next,
    PageUp: tools.previous,
    PageDown: tools.next,
    '+': tools.bigger,
    '=': tools.bigger,
    '-': tools.smaller,
    '0': tools.fit,
    '.': tools.turn,
  };
}

type PageProps = { file: FileRow; look: Look; onZoom: () => void; framing: Framing | undefined };

function Page({ file, look, onZoom, framing }: PageProps) {
  const bytes = useQuery(fileQuery(file.file));
  if (bytes.isPending) return <Spin className="viewer-note" description={said.loading} />;
  if (bytes.isError) return <ProblemNote error={bytes.error} />;
  if (!isPicture(file)) return <PdfFrame blob={bytes.data} title={said.pdf(file.name)} name={file.name} />;
  return (
    <Picture blob={bytes.data} look={look} onZoom={onZoom} label={said.image(file.name, look.page + 1)}>
      {framing === undefined || look.turn !== 0 ? null : <Frames file={file.file} framing={framing} />}
    </Picture>
  );
}

/** Fetches every page of this material, so that turning the page is immediate. */
function useAhead(files: readonly FileRow[]): void {
  const client = useQueryClient();
  useEffect(() => {
    for (const { file } of files) void client.prefetchQuery(fileQuery(file));
  }, [client, files]);
}

function isPicture(file: FileRow | undefined): boolean {
  return file?.contentType.startsWith('image/') ?? false;
}
