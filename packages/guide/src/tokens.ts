export type Token = { kind: 'name' | 'text' | 'number' | 'mark' | 'end'; value: string; position: number };
type Tokens = { ok: true; tokens: Token[] } | { ok: false; message: string; position: number };

const WIDE: Record<string, string> = {
  '。': '.',
  '、': ',',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '‘': '"',
  '’': '"',
  '\u3000': ' ',
};
const PATTERN =
  /([\p{L}][\p{L}\p{N}_]*)|(\d+(?:\.\d+)?(?![\p{L}\p{N}]))|(\.\.|<=|>=|!=|[()[\],.=<>-])|(\s+)/uy;
const AFTER_DOT = /[\p{L}\p{N}_]+/uy;

/** Cuts a condition into words, reading full-width punctuation outside quotes as its plain form. */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  const plain = narrow(text);
  let at = 0;
  while (at < plain.length) {
    const token = quoted(plain, text, at) ?? plainWord(plain, at, tokens.at(-1));
    if (token === undefined) return { ok: false, message: stray(plain, text, at), position: at };
    if (token.value !== '' || token.kind === 'text') tokens.push({ ...token, position: at });
    at = token.until;
  }
  return { ok: true, tokens: [...tokens, { kind: 'end', value: '', position: text.length }] };
}

type Piece = { kind: Token['kind']; value: string; until: number };

/** One character for one character, so that positions stay true; two-character signs are widened later. */
function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function quoted(plain: string, text: string, at: number): Piece | undefined {
  if ((WIDE[plain[at] ?? ''] ?? plain[at]) !== '"') return undefined;
  let until = at + 1;
  while (until < plain.length && (WIDE[plain[until] ?? ''] ?? plain[until]) !== '"') until++;
  if (until >= plain.length) return undefined;
  return { kind: 'text', value: text.slice(at + 1, until), until: until + 1 };
}

function plainWord(plain: string, at: number, before: Token | undefined): Piece | undefined {
  const wide = WIDE[plain[at] ?? ''];
  if (wide !== undefined && wide !== '"') return { kind: 'mark', value: wide.trim(), until: at + 1 };
  if (before?.value === '.' && before.kind === 'mark') {
    AFTER_DOT.lastIndex = at;
    const option = AFTER_DOT.exec(plain)?.[0];
    if (option !== undefined) return { kind: 'name', value: option, until: at + option.length };
  }
  PATTERN.lastIndex = at;
  const found = PATTERN.exec(plain);
  if (found === null) return undefined;
  const kind = found[1] !== undefined ? 'name' : found[2] !== undefined ? 'number' : 'mark';
  return { kind, value: found[0].trim(), until: at + found[0].length };
}

function stray(plain: string, text: string, at: number): string {
  if ((WIDE[plain[at] ?? ''] ?? plain[at]) === '"') return '引号没有成对，请补上右引号。';
  if (/\d/.test(plain[at] ?? '')) return '名称不能用数字开头，数字后面也不能直接跟文字。';
  return `条件里不能用“${text[at]}”。`;
}
