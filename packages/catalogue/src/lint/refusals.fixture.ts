import type { Finding } from '../finding.ts';
import { kayakContent, kayakReference } from '../kayak.fixture.ts';
import { loadContent } from '../load-content.ts';

/** What the toy content with some changes is refused for. */
export function findingsWith(
  changes: Record<string, (text: string) => string>,
  reference = kayakReference,
): Finding[] {
  const loading = loadContent(kayakContent(changes, reference));
  return loading.ok ? [] : loading.findings.filter(({ severity }) => severity === 'error');
}

/** What is refused when one passage of one file is written otherwise. */
export function refuses(file: string, from: string | RegExp, to: string) {
  return findingsWith({
    [file]: (text) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} does not contain ${from}`);
      return changed;
    },
  });
}
