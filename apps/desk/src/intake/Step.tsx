import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  /** Takes the keyboard anew when this changes: another step, another question. */
  readonly focusOn: string;
  readonly children: ReactNode;
};

/** One step of the work: it takes the keyboard when it is shown, a field of it first if one is marked. */
export function Step({ title, note, focusOn, children }: Props) {
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another focus
  useEffect(() => {
    const first = section.current?.querySelector<HTMLElement>('[data-first]');
    const field =
      first?.matches('input, textarea, button') === true
        ? first
        : first?.querySelector<HTMLElement>('input, textarea, button');
    (field ?? first ?? section.current)?.focus();
    section.current?.scrollTo({ top: 0 });
  }, [focusOn]);
  return (
    <section ref={section} className="step" tabIndex={-1} aria-label={title}>
      <header className="step-head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="step-note">{note}</span>}
      </header>
      {children}
    </section>
  );
}
