import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** 批量装入: how a value of a column is written in the binary form of COPY. */
type CopyType = 'uuid' | 'text' | 'integer' | 'timestamptz' | 'date' | 'bytea' | 'jsonb';
export type CopyTable = {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: CopyType])[];
};
/** A bare connection, outside the pool. */
export type PlainClient = pg.ClientBase;

/** One row in the order of the columns; undefined is empty. */
export type CopyRow = readonly (string | number | Date | Uint8Array | undefined)[];

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const header = Buffer.concat([signature, Buffer.alloc(8)]);
const trailer = Buffer.of(0xff, 0xff);
const chunkBytes = 1 << 20;
/** PostgreSQL counts from 2000-01-01. */
const epochMs = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/** Loads rows by COPY, in the transaction the connection is in. */
export async function copyRows(
  client: PlainClient,
  { name, columns }: CopyTable,
  rows: readonly CopyRow[],
): Promise<void> {
  const list = columns.map(([column]) => `"${column}"`).join(', ');
  const into = client.query(copyFrom(`copy ${name} (${list}) from stdin with (format binary)`));
  const types = columns.map(([, type]) => type);
  await pipeline(Readable.from(encoded(rows, types)), into);
}

function* encoded(rows: readonly CopyRow[], types: readonly CopyType[]): Generator<Buffer> {
  yield header;
  const page = createPage();
  for (const row of rows) {
    page.int16(types.length);
    for (const [at, type] of types.entries()) {
      const value = row[at];
      if (value === undefined) page.int32(-1);
      else WRITE[type](page, value);
    }
    if (page.size() > chunkBytes) yield page.take();
  }
  yield page.take();
  yield trailer;
}

type Page = ReturnType<typeof createPage>;

/** Bytes written one after another; it grows as it must. */
function createPage() {
  let bytes = Buffer.allocUnsafe(2 * chunkBytes);
  let at = 0;
  const room = (size: number) => {
    if (at + size <= bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(2 * bytes.length, at + size));
    bytes.copy(wider, 0, 0, at);
    bytes = wider;
  };
  return {
    size: () => at,
    take(): Buffer {
      const taken = Buffer.from(bytes.subarray(0, at));
      at = 0;
      return taken;
    },
    int16(value: number) {
      room(2);
      at = bytes.writeInt16BE(value, at);
    },
    int32(value: number) {
      room(4);
      at = bytes.writeInt32BE(value, at);
    },
    int64(value: bigint) {
      room(8);
      at = bytes.writeBigInt64BE(value, at);
    },
    byte(value: number) {
      room(1);
      at = bytes.writeUInt8(value, at);
    },
    text(value: string, encoding: 'utf8' | 'hex') {
      room(3 * value.length);
      at += bytes.write(value, at, encoding);
    },
    bytes(value: Uint8Array) {
      room(value.length);
      bytes.set(value, at);
      at += value.length;
    },
  };
}

type Value = string | number | Date | Uint8Array;

const WRITE: Readonly<Record<CopyType, (page: Page, value: Value) => void>> = {
  uuid: (page, value) => {
    page.int32(16);
    page.text(String(value).replaceAll('-', ''), 'hex');
  },
  text: (page, value) => {
    page.int32(Buffer.byteLength(String(value)));
    page.text(String(value), 'utf8');
  },
  integer: (page, value) => {
    page.int32(4);
    page.int32(Number(value));
  },
  timestamptz: (page, value) => {
    page.int32(8);
    page.int64(BigInt(new Date(value as Date).getTime() - epochMs) * 1000n);
  },
  date: (page, value) => {
    page.int32(4);
    page.int32((Date.parse(`${String(value)}T00:00:00Z`) - epochMs) / dayMs);
  },
  bytea: (page, value) => {
    const bytes = value as Uint8Array;
    page.int32(bytes.length);
    page.bytes(bytes);
  },
  jsonb: (page, value) => {
    page.int32(1 + Buffer.byteLength(String(value)));
    page.byte(1);
    page.text(String(value), 'utf8');
  },
};
