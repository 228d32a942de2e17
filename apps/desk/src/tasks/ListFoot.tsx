import { Button } from 'antd';
import { KeyCap } from '../keys/KeyCap.tsx';
import { words } from '../words.ts';

type Props = { count: number; more: (() => void) | undefined; loading: boolean };

/** How much of the list is shown, and the way to more. */
export function ListFoot({ count, more, loading }: Props) {
  if (count === 0) return null;
  if (more === undefined) return <p className="list-foot faint">{words.tasks.shownAll(count)}</p>;
  return (
    <p className="list-foot">
      <Button onClick={more} loading={loading} aria-keyshortcuts="m">
        {words.tasks.more}
        <KeyCap of="m" />
      </Button>
      <span className="faint">{words.tasks.shown(count)}</span>
    </p>
  );
}
