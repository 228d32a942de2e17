/** @jsxImportSource preact */
import type { Children } from './children.ts';

export type HeaderProps = {
  readonly name: string;
  readonly home: string;
  readonly city: Children;
  readonly label: string;
  readonly children: Children;
};

/** 页头: whose service this is, where, and the switches that are always in reach. */
export function Header({ name, home, city, label, children }: HeaderProps) {
  return (
    <header class="top">
      <div class="top__in">
        <a class="top__name" href={home}>
          {name}
        </a>
        <span class="top__city">{city}</span>
        <nav class="top__links" aria-label={label}>
          {children}
        </nav>
      </div>
    </header>
  );
}

/** 返回: one step back, whatever the history of the browser says. */
export function BackLink({ href, children }: { readonly href: string; readonly children: Children }) {
  return (
    <a class="back" href={href}>
      {children}
    </a>
  );
}

export type TrailStep = { readonly href: string; readonly name: Children };

/** 所在位置: the pages above this one. */
export function Trail({ label, steps }: { readonly label: string; readonly steps: readonly TrailStep[] }) {
  return (
    <nav aria-label={label}>
      <ol class="trail">
        {steps.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
