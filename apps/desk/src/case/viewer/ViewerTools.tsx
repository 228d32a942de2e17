import { Button } from 'antd';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { caseWords } from '../words.ts';
import type { Look } from './layout.ts';

const said = caseWords.viewer;

type Tools = Readonly<Record<'previous' | 'next' | 'bigger' | 'smaller' | 'fit' | 'turn', () => void>>;
type Props = { title: string; look: Look; pages: number; tools: Tools; picture: boolean };

/** Pages, zoom and turn, each with its key. */
export function ViewerTools({ title, look, pages, tools, picture }: Props) {
  return (
    <div className="viewer-tools" role="toolbar" aria-label={said.toolbar}>
      <strong className="viewer-title">{title}</strong>
      {pages > 1 ? (
        <>
          <Tool does={tools.previous} says={said.previous} of="[" off={look.page === 0} />
          <span className="number">{said.page(look.page + 1, pages)}</span>
          <Tool does={tools.next} says={said.next} of="]" off={look.page === pages - 1} />
        </>
      ) : null}
      {picture ? (
        <>
          <Tool does={tools.smaller} says={said.smaller} of="-" />
          <span className="number zoom">{Math.round(look.zoom * 100)}%</span>
          <Tool does={tools.bigger} says={said.bigger} of="+" />
          <Tool does={tools.fit} says={said.fit} of="0" />
          <Tool does={tools.turn} says={said.turn} of="." />
        </>
      ) : null}
    </div>
  );
}

function Tool({
  does,
  says,
  of,
  off = false,
}: {
  does: () => void;
  says: string;
  of: string;
  off?: boolean;
}) {
  return (
    <Button size="small" onClick={does} disabled={off} aria-keyshortcuts={of}>
      {says}
      <KeyCap of={of} />
    </Button>
  );
}
