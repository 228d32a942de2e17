/** @jsxImportSource preact */
import type { Children } from './children.ts';

type Look = 'main' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: Children;
  readonly look?: Look;
  readonly name?: string;
  readonly value?: string;
  /** Sends the form to another address than its own. */
  readonly action?: string;
  /** Leaves the checks of the browser out, as for “save and come back”. */
  readonly unchecked?: true;
};

/** 按钮: sends the form it stands in. */
export function Button({ children, look = 'main', name, value, action, unchecked }: ButtonProps) {
  return (
    <button
      type="submit"
      class={classOf(look)}
      name={name}
      value={value}
      formaction={action}
      formnovalidate={unchecked}
    >
      {children}
    </button>
  );
}

export type LinkButtonProps = { readonly href: string; readonly look?: Look; readonly children: Children };

/** A link that looks like a button: it leads to the next page and sends nothing. */
export function LinkButton({ href, look = 'main', children }: LinkButtonProps) {
  return (
    <a class={classOf(look)} href={href}>
      {children}
    </a>
  );
}

export type ScriptButtonProps = {
  /** What the client script does when pressed; the button stays hidden until the script is there. */
  readonly does: string;
  readonly children: Children;
  readonly value?: string;
};

/** A button that only a script can serve, such as printing. */
export function ScriptButton({ does, value, children }: ScriptButtonProps) {
  return (
    <button type="button" class={classOf('quiet')} data-does={does} data-value={value} hidden>
      {children}
    </button>
  );
}

function classOf(look: Look): string {
  return look === 'main' ? 'button' : `button button--${look}`;
}
