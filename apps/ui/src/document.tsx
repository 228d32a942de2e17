/** @jsxImportSource preact */
import type { Children } from './children.ts';

export type DocumentProps = {
  readonly lang: string;
  readonly title: string;
  readonly description?: string;
  /** 大字版: larger type and targets, one column. */
  readonly elder: boolean;
  /** Personal pages are kept out of search engines. */
  readonly personal: boolean;
  /** A browser without scripts asks again by itself after so many seconds. */
  readonly refreshSeconds?: number | undefined;
  readonly css: readonly string[];
  readonly script: string | undefined;
  /** The page can be installed, as what this file says. */
  readonly manifest?: string | undefined;
  /** What the scripts need to know, as `data-` attributes of the body. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children: Children;
};

/** 页面外壳: a whole HTML document that works before any script arrives. */
export function Document(props: DocumentProps) {
  const {
    lang,
    title,
    description,
    elder,
    personal,
    refreshSeconds,
    css,
    script,
    manifest,
    data = {},
    children,
  } = props;
  return (
    <html lang={lang} {...(elder ? { 'data-mode': 'elder' } : {})}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#08264f" />
        <meta name="format-detection" content="telephone=no" />
        {description && <meta name="description" content={description} />}
        {personal && <meta name="robots" content="noindex" />}
        {refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
        {css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {manifest && <link rel="manifest" href={manifest} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {script && <script type="module" src={script} />}
      </head>
      <body {...data}>{children}</body>
    </html>
  );
}

/** 跳到正文: the first stop of the keyboard. */
export function SkipLink({ children }: { readonly children: Children }) {
  return (
    <a class="skip" href="#main">
      {children}
    </a>
  );
}
