import { say } from './refusal.ts';

/** A file sent with a form. */
export type FormFile = {
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** What a browser sends with a form. */
export type Form = {
  readonly form: readonly (readonly [string, string])[];
  readonly files: readonly FormFile[];
};

const mostParts = 200;

/** Reads a form as a browser without script sends it, fields and files apart. */
export async function readForm(
  contentType: string | undefined,
  body: unknown,
): Promise<Form | Record<never, never>> {
  if (!(body instanceof Uint8Array) || contentType === undefined) return {};
  const data = await parse(contentType, body);
  const entries = [...data];
  if (entries.length > mostParts) throw say('request.too-large', 'too-large');
  const form = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const files = entries.flatMap(([field, value]) => (typeof value === 'string' ? [] : [{ field, value }]));
  return { form, files: await Promise.all(files.filter(({ value }) => value.name !== '').map(readFile)) };
}

async function parse(contentType: string, body: Uint8Array): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw say('request.malformed', 'invalid');
  }
}

async function readFile({ field, value }: { field: string; value: File }): Promise<FormFile> {
  return {
    field,
    name: value.name,
    contentType: value.type,
    bytes: new Uint8Array(await value.arrayBuffer()),
  };
}
