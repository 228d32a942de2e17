import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OrderModel } from '@tongban/scoring';
import type { Lesson } from './lesson.ts';

export type ModelKeeper = ReturnType<typeof createModelKeeper>;
type Where = {
  /** A model somebody trained with `npm run hotline -- train`; it goes before the one the house makes itself. */
  readonly file?: string | undefined;
  readonly dataFolder: string;
};

/**
 * 分类模型: read from its file, or learned once from a lesson and kept in the data folder under the digest of that lesson.
 * Until there is one nothing is suggested, and no request waits for it.
 */
export function createModelKeeper({ file, dataFolder }: Where) {
  let model: OrderModel | undefined;
  return {
    model: (): OrderModel | undefined => model,
    /** Brings the model of a lesson; what was learned before from the same lesson is read again. */
    async prepare(lesson: Lesson): Promise<OrderModel> {
      if (file !== undefined) {
        model = modelIn(await readFile(file, 'utf8'), file);
        return model;
      }
      const kept = join(dataFolder, 'hotline', `model-${digestOf(lesson)}.json`);
      model = (await readKept(kept)) ?? (await keep(kept, await learnAside(lesson)));
      return model;
    },
  };
}

function digestOf(lesson: Lesson): string {
  return createHash('sha256').update(JSON.stringify(lesson)).digest('hex').slice(0, 32);
}

/** Learns in a thread of its own; the process may end meanwhile. */
function learnAside(lesson: Lesson): Promise<OrderModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learning-worker.ts', import.meta.url), { workerData: lesson });
    worker.once('message', (learned: OrderModel) => resolve(learned));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the model was not learned to its end')));
    worker.unref();
  });
}

async function readKept(path: string): Promise<OrderModel | undefined> {
  try {
    return modelIn(await readFile(path, 'utf8'), path);
  } catch {
    // Not kept yet, or cut off in the middle of writing: learned again.
    return undefined;
  }
}

async function keep(path: string, model: OrderModel): Promise<OrderModel> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(model), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return model;
}

function modelIn(text: string, path: string): OrderModel {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || !('kind' in read) || !('matter' in read))
    throw new Error(`${path} 不是诉求分类模型`);
  return read as OrderModel;
}
