import type { Platform } from './platform/index.ts';

/** What the start does with a built house. */
export type App = {
  /** Loads content and, in the demo, invented people; tells each step as it goes. */
  readonly prepare: (tell: (line: string) => void) => Promise<void>;
  /** Lines to show once the house is open, e.g. how to sign in to the demo. */
  readonly welcome: () => readonly string[];
};

/** Builds the house floor by floor; reading it top to bottom is reading who may know whom. */
export function createApp(_platform: Platform): App {
  return {
    prepare: () => Promise.resolve(),
    welcome: () => [],
  };
}
