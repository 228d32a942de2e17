import { useEffect, useEffectEvent } from 'react';
import { findAction, type KeyMap } from './keys.ts';

/** Lets keys act while this part is shown; an open dialog keeps them for itself. */
export function useKeys(keys: KeyMap, inDialog?: 'in-dialog'): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A select takes Enter for itself, also where Ctrl makes it mean the whole form.
    if ((event.defaultPrevented && !event.ctrlKey) || event.isComposing) return;
    if (
      inDialog === undefined &&
      document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null
    )
      return;
    const action = findAction(keys, event, isTyping(event.target));
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return (
    target.isContentEditable || target.closest('textarea, select, [role=combobox], [role=listbox]') !== null
  );
}
