import type { KeyboardEvent } from 'react';

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** The checkpoint the keyboard is at. */
export function findRowKey(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
}

/** Moves the keyboard to the next or previous checkpoint; from nowhere, to the first. */
export function moveRow(by: 1 | -1): void {
  const all = lines();
  const now = all.findIndex((line) => line.dataset.row === findRowKey());
  focusLine(all[now === -1 ? 0 : Math.min(Math.max(now + by, 0), all.length - 1)]);
}

/** Puts the keyboard on what was just chosen at a checkpoint. */
export function stayAt(key: string): void {
  focusLine(lines().find((line) => line.dataset.row === key));
}

/** Takes the keyboard to the words of the defect at the current checkpoint. */
export function focusSay(): void {
  const say = document.activeElement?.closest('[data-row]')?.querySelector('textarea');
  say?.focus();
  say?.setSelectionRange(say.value.length, say.value.length);
}

/** Esc leaves the words of a defect, back to its checkpoint. */
export function leaveSay(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  focusLine(event.currentTarget.closest<HTMLElement>('[data-row]') ?? undefined);
}

function focusLine(line: HTMLElement | undefined): void {
  const radio =
    line?.querySelector<HTMLElement>('input:checked') ?? line?.querySelector<HTMLElement>('input');
  radio?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}
