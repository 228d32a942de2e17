import { keyCap } from './keys.ts';

/** The key of a command, printed on its button; readers hear it through aria-keyshortcuts instead. */
export function KeyCap({ of }: { of: string }) {
  return (
    <span className="key-cap" aria-hidden="true">
      {keyCap(of)}
    </span>
  );
}
