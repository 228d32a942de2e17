/** @jsxImportSource preact */
import type { Children } from './children.ts';

export type Mood = 'info' | 'ok' | 'warn' | 'danger';

export type BannerProps = {
  readonly mood?: Mood;
  readonly title?: Children;
  readonly big?: boolean;
  readonly children?: Children;
};

/** 提示条: one thing to know before reading on. */
export function Banner({ mood = 'info', title, big, children }: BannerProps) {
  return (
    <div
      class={['banner', mood === 'info' ? '' : `banner--${mood}`, big ? 'verdict' : '']
        .filter(Boolean)
        .join(' ')}
    >
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** 说明: a quiet aside. */
export function Inset({ children }: { readonly children: Children }) {
  return <div class="inset">{children}</div>;
}

export type TagProps = { readonly mood?: Mood | 'plain'; readonly children: Children };

/** 标签: a state in a few words; the words carry it, the colour only helps. */
export function Tag({ mood = 'info', children }: TagProps) {
  return <span class={mood === 'info' ? 'tag' : `tag tag--${mood}`}>{children}</span>;
}

export type FieldFault = { readonly id: string; readonly message: string };
export type ErrorSummaryProps = { readonly title: string; readonly faults: readonly FieldFault[] };

/** 要改的地方: every fault with a link to its field. */
export function ErrorSummary({ title, faults }: ErrorSummaryProps) {
  if (faults.length === 0) return null;
  return (
    <div class="faults" role="alert" tabindex={-1} data-does="focus">
      <h2>{title}</h2>
      <ul class="plain">
        {faults.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** 折叠: more for those who want it. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div class="fold">{children}</div>
    </details>
  );
}
export type DetailsProps = {
  readonly summary: Children;
  readonly open?: boolean;
  readonly children: Children;
};
