import { parentPort, workerData } from 'node:worker_threads';
import { learn } from './learning.ts';
import type { Lesson } from './lesson.ts';

// The thread begins with its lesson, answers with the model, and ends.
parentPort?.postMessage(learn(workerData as Lesson));
