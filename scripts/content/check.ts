import { findingText } from '@tongban/catalogue/author';
import { loadFolder, type Printed, refused } from './read.ts';

/** 检查: reads, lints and compiles all content; errors end it with code 1. */
export function check(folder: string, options: readonly string[]): Printed {
  const loading = loadFolder(folder);
  if (!loading.ok) return refused(loading.findings);
  const { editions, notes } = loading;
  const shown = options.includes('--notes') ? notes.map(findingText) : [];
  return {
    lines: [...shown, `${editions.length} 个事项，0 处错误，${notes.length} 条提示（--notes 查看）。`],
    code: 0,
  };
}
