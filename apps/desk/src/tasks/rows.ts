/** Moves the focus to the next or previous row link; from nowhere, to the first. */
export function moveAmong(selector: string, by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = document.activeElement;
  const now = here instanceof HTMLElement ? links.indexOf(here) : -1;
  const next = now === -1 ? 0 : Math.min(Math.max(now + by, 0), links.length - 1);
  const link = links[next];
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

/** The row the keyboard is at, by the text of its link. */
export function chosenRow(selector: string): string | undefined {
  const here = document.activeElement;
  return here instanceof HTMLElement && here.matches(selector) ? (here.textContent ?? undefined) : undefined;
}
