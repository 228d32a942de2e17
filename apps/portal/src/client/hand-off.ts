/**
 * 手机确认: the secret of the code stands behind the #. It is kept in this tab while the person signs in, taken out of
 * the address at once, and goes to the server only when the person agrees.
 */
export function carrySecret(form: HTMLFormElement): void {
  const name = `hand-off ${form.dataset.handOff ?? ''}`;
  const scanned = location.hash.slice(1);
  if (scanned !== '') {
    sessionStorage.setItem(name, scanned);
    history.replaceState(null, '', location.pathname);
  }
  const secret = sessionStorage.getItem(name) ?? '';
  const field = form.querySelector<HTMLInputElement>('[name="secret"]');
  if (field !== null) field.value = secret;
  show(form, secret === '' ? '[data-rescan]' : '[data-agree]');
  form.addEventListener('submit', () => sessionStorage.removeItem(name));
}

function show(form: HTMLFormElement, part: string): void {
  const found = form.querySelector<HTMLElement>(part);
  if (found !== null) found.hidden = false;
}
