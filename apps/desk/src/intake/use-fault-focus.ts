import { Problem } from '@tongban/kernel';
import { useEffect } from 'react';
import { boxId } from './form/box-id.ts';
import type { Desk, OpenPart } from './use-desk.ts';

/** A refusal that names a field or a material takes the keyboard there. */
export function useFaultFocus(desk: Desk): void {
  const { error } = desk.act;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!(error instanceof Problem)) return;
    const [fault] = error.faults;
    if (fault === undefined) return;
    const parts = fault.pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const part = desk.parts.find(({ draft }) => parts.includes(draft)) ?? desk.parts[0];
    if (part !== undefined) goTo(desk, part, parts.at(-1) ?? '');
  }, [error]);
}

function goTo(desk: Desk, part: OpenPart, name: string): void {
  const { draft } = part;
  const work = part.works.find(({ card }) => card.slot.material === name);
  if (work !== undefined) {
    desk.go({ at: 'material', draft, card: work.card.key });
    return;
  }
  const box = part.pages.flatMap(({ boxes }) => boxes).find(({ question }) => question.id === name);
  if (box === undefined) return;
  desk.go({ at: 'form', draft });
  requestAnimationFrame(() => document.getElementById(boxId(draft, box.question.id))?.focus());
}
