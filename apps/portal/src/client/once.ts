const longEnoughMs = 10_000;

/** 只交一次: a second press while the first is on its way does nothing; the server would take only one anyway. */
export function guardOnce(form: HTMLFormElement): void {
  let sentAt = 0;
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < longEnoughMs) event.preventDefault();
    else sentAt = Date.now();
  });
}
