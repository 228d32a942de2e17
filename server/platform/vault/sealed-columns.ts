/** 密封列: a column whose values are sealed, and what binds each of them to its row. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** The columns of the table's primary key. */
  readonly key: readonly string[];
  /** The place of a value is this name and the values of these columns, with `|` between them. */
  readonly name: string;
  readonly bind: readonly string[];
  /** A blind index made of the plain value, to be made again when the key changes. */
  readonly index?: { readonly column: string; readonly of: string };
};

/** 其他字节列: a column of bytes that needs no new key, and why. */
type OtherBytes = {
  readonly table: string;
  readonly column: string;
  /** `hash`: of something random; `passing-index`: a blind index of a value that lives some minutes. */
  readonly holds: 'hash' | 'passing-index';
};

/** What a module tells of its columns of bytes; a change of keys finds them all by it. */
export type ModuleBytes = { readonly sealed: readonly SealedColumn[]; readonly other: readonly OtherBytes[] };

/** The place a value of a column is sealed in. */
export function placeIn({ name, bind }: SealedColumn, row: Readonly<Record<string, string>>): string {
  return [name, ...bind.map((column) => row[column] ?? '')].join('|');
}
