import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Kind = 'consult' | 'help' | 'complaint' | 'report' | 'suggestion' | 'praise' | 'stuck';

/** One way of putting a matter: `(a|b)` is said one way or the other, `{路}` is filled in. */
export type Story = {
  readonly matter: string;
  /** The item of a matter, or the name of a hot topic. */
  readonly about: string | undefined;
  readonly kind: Kind;
  readonly words: string;
  /** Texts of one story are near copies: they stay on one side when examples are held out. */
  readonly group: string;
};

const kindOf: Record<string, Kind> = {
  咨: 'consult',
  求: 'help',
  投: 'complaint',
  举: 'report',
  建: 'suggestion',
  谢: 'praise',
  堵: 'stuck',
};
const folder = join(import.meta.dirname, 'stories');
const hotFile = 'hot.txt';

/** The stories of ordinary days, and those of the topics that are planted. */
export function readStories(): { usual: Story[]; hot: Story[] } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt') && name !== hotFile);
  const usual = files.sort().flatMap((name) => storiesIn(readFileSync(join(folder, name), 'utf8')));
  return { usual, hot: storiesIn(readFileSync(join(folder, hotFile), 'utf8')) };
}

export function storiesIn(text: string): Story[] {
  const stories: Story[] = [];
  let matter = '';
  let about: string | undefined;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [head = '', ...rest] = line.split(' ');
    if (head === '#') {
      [matter = '', about] = rest;
      continue;
    }
    const kind = kindOf[head];
    if (kind === undefined || matter === '') throw new Error(`not a story: ${line}`);
    const group = `${matter}/${about ?? ''}/${stories.length}`;
    stories.push({ matter, about, kind, words: rest.join(' '), group });
  }
  return stories;
}
