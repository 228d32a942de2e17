import type { ComponentChildren } from 'preact';

/** What a part may hold. */
export type Children = ComponentChildren;
