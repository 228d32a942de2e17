const mostCharacters = 64;

/**
 * 商户订单号 as a statement names it: only what trade numbers are made of is kept, so that a number from outside is never a
 * formula in anybody's table nor a line of its own on a screen.
 */
export function plainTradeNumber(text: string): string {
  return text
    .replace(/[^0-9A-Za-z_*|-]/g, '')
    .replace(/^[^0-9A-Za-z]+/, '')
    .slice(0, mostCharacters);
}
