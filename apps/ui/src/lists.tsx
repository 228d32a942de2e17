/** @jsxImportSource preact */
import type { Children } from './children.ts';

export type SummaryRow = {
  readonly key: string;
  readonly label: Children;
  readonly value: Children;
  readonly act?: { readonly href: string; readonly words: Children };
};

/** 核对表: labels and values, each with its way to change it. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const acts = rows.some((row) => row.act !== undefined);
  return (
    <dl class={acts ? 'facts facts--acts' : 'facts'}>
      {rows.map(({ key, label, value, act }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {act && (
            <dd class="facts__act">
              <a href={act.href}>{act.words}</a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Small label and value pairs inside a card. */
export function Pairs({ rows }: { readonly rows: readonly SummaryRow[] }) {
  if (rows.length === 0) return null;
  return (
    <dl class="pairs">
      {rows.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type TaskRow = {
  readonly key: string;
  readonly name: Children;
  readonly hint?: Children;
  /** Absent: cannot be done yet, and so is no link. */
  readonly href?: string;
  readonly state: Children;
};

/** 任务表: what there is to do, in any order, with a few words on how it stands. */
export function TaskList({ rows }: { readonly rows: readonly TaskRow[] }) {
  return (
    <ul class="tasks">
      {rows.map(({ key, name, hint, href, state }) => (
        <li key={key}>
          <span class="tasks__name">
            <span>{href === undefined ? name : <a href={href}>{name}</a>}</span>
            {hint && <span class="small soft">{hint}</span>}
          </span>
          {state}
        </li>
      ))}
    </ul>
  );
}

export type TimelineEntry = {
  readonly key: string;
  readonly at: string;
  readonly when: string;
  readonly title: Children;
  readonly detail?: Children;
};

/** 进度: what happened, newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map(({ key, at, when, title, detail }) => (
        <li key={key}>
          <div class="strong">{title}</div>
          {detail && <p>{detail}</p>}
          <time datetime={at}>{when}</time>
        </li>
      ))}
    </ol>
  );
}

export type LinkRow = { readonly href: string; readonly title: Children; readonly line?: Children };

/** 链接表: rows that lead on, with one line each. */
export function LinkList({ rows, columns }: { readonly rows: readonly LinkRow[]; readonly columns?: true }) {
  return (
    <ul class={columns ? 'links links--columns' : 'links'}>
      {rows.map(({ href, title, line }) => (
        <li key={href}>
          <a href={href}>
            <b>{title}</b>
            {line && <span>{line}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** 常办的事: short names as large targets. */
export function Tiles({ rows }: { readonly rows: readonly Omit<LinkRow, 'line'>[] }) {
  return (
    <ul class="tiles plain">
      {rows.map(({ href, title }) => (
        <li key={href}>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
