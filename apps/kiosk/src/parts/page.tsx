/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  readonly title: string;
  readonly lead?: string;
  readonly fault?: string | undefined;
  /** The last screen stands in the middle. */
  readonly last?: boolean;
  readonly children: ComponentChildren;
};

/** 一屏: one heading, one thing to do. The heading takes the focus, so that a reader begins there. */
export function Page({ title, lead, fault, last = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class={last ? 'page page--last' : 'page'}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && lead !== '' && <p class="page__lead">{lead}</p>}
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {children}
    </section>
  );
}
