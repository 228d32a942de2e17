import { Problem } from '@tongban/kernel';

/** 提交的内容: the fields of a form by their names, each once. */
export type Given = ReadonlyMap<string, string>;

/** Reads what a client posts, as a form or in parts, and what it names in the address; what is posted counts. Files are not taken: an address of them is. */
export async function readFields(
  body: AsyncIterable<Uint8Array>,
  { contentType, query }: { contentType: string | undefined; query: object },
): Promise<Given> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  const form = await parse(Buffer.concat(parts), contentType);
  const entries: [string, unknown][] = [...Object.entries(query), ...form];
  if (entries.some(([, value]) => typeof value !== 'string'))
    throw new Problem('open311.file', 'invalid', '这个接口不收文件，把网址写在 media_url 里');
  return new Map(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[plain(name), value]] : [])),
  );
}

async function parse(bytes: Buffer, contentType: string | undefined): Promise<FormData> {
  try {
    const headers = { 'content-type': contentType ?? 'application/x-www-form-urlencoded' };
    return await new Response(new Uint8Array(bytes), { headers }).formData();
  } catch {
    throw new Problem('open311.form', 'invalid', '内容要按表单提交：application/x-www-form-urlencoded');
  }
}

/** Clients write the name of a list with brackets behind it. */
function plain(name: string): string {
  return name.replace(/\[\]$/, '');
}

/** A field that was filled in, without spaces around it. */
export function filled(given: Given, name: string): string | undefined {
  const text = given.get(name)?.trim() ?? '';
  return text === '' ? undefined : text;
}

export function needed(given: Given, name: string): string {
  const text = filled(given, name);
  if (text === undefined)
    throw new Problem('open311.missing-field', 'invalid', `缺少 ${name} · ${name} was not provided`);
  return text;
}

/** A field not longer than it may be. */
export function within(given: Given, name: string, most: number): string | undefined {
  const text = filled(given, name);
  if (text !== undefined && Array.from(text).length > most)
    throw new Problem(
      'open311.too-long',
      'invalid',
      `${name} 最多 ${most} 个字 · ${name} has at most ${most} characters`,
    );
  return text;
}
