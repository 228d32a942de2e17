/** 打印: shown only where a script can do it. */
export function offerPrint(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** 复制链接: the address of the checklist, ready to be sent to the family. */
export function offerCopy(button: HTMLElement): void {
  if (navigator.clipboard === undefined) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const link = new URL(button.dataset.value ?? '', location.href).href;
    const told = document.querySelector<HTMLElement>('[data-told]');
    void navigator.clipboard.writeText(link).then(() => {
      if (told !== null) told.textContent = told.dataset.told ?? '';
    });
  });
}
