import { filesRoutes, maxChunkBytes } from '@tongban/contract';
import type { FormFile } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';

export type Sent = { readonly files: readonly string[]; readonly refused: readonly string[] };

/** 上传 without a script: takes in the files of a sent form, each for itself; one that is refused says why. */
export async function sendFiles(visit: Visit, files: readonly FormFile[]): Promise<Sent> {
  const sent: string[] = [];
  const refused: string[] = [];
  for (const file of files) {
    try {
      sent.push(await sendFile(visit, file));
    } catch (error) {
      const problem = findProblem(error);
      if (problem === undefined || problem.kind === 'unauthenticated') throw error;
      refused.push(problem.message);
    }
  }
  return { files: sent, refused };
}

async function sendFile(visit: Visit, { name, contentType, bytes }: FormFile): Promise<string> {
  const begun = await visit.call(filesRoutes.begin, { body: { name, contentType, bytes: bytes.length } });
  for (let offset = 0; offset < bytes.length; offset += maxChunkBytes) {
    await visit.call(filesRoutes.append, {
      params: { file: begun.file },
      headers: { 'upload-offset': offset },
      body: bytes.subarray(offset, offset + maxChunkBytes),
    });
  }
  return begun.file;
}
