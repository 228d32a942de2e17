import { colours, compact, elder, font, sizes } from './tokens.ts';

/** The tokens as CSS custom properties, with the modes `data-mode=elder` and `data-density=compact`. */
export function tokensCss(): string {
  return [
    block(':root', { ...colours, ...sizes, font }),
    block('[data-mode=elder]', elder),
    block('[data-density=compact]', compact),
  ].join('\n');
}

function block(selector: string, tokens: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `--${name}:${value}`);
  return `${selector}{${lines.join(';')}}`;
}
