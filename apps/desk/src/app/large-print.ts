/** 大字版: the choice the portal keeps in the cookie `mode`; one choice for both on the same browser. */
const cookie = 'mode';
const yearSeconds = 365 * 86_400;

/** Whether large print is chosen, by the cookies of the page. */
export function isLarge(cookies: string): boolean {
  return cookies.split(/;\s*/).includes(`${cookie}=elder`);
}

/** The cookie that keeps the choice for a year. */
export function printCookie(large: boolean): string {
  return `${cookie}=${large ? 'elder' : 'normal'}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;
}

/** Shows a page in large print, or no more. */
export function showPrint(page: { readonly dataset: DOMStringMap }, large: boolean): void {
  if (large) page.dataset.mode = 'elder';
  else delete page.dataset.mode;
}
