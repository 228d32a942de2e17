import { Button } from 'antd';
import type { ComponentProps } from 'react';
import { KeyCap } from './KeyCap.tsx';

type Props = {
  readonly id?: string;
  readonly label: string;
  /** The key that does the same; it is printed on the button. */
  readonly of: string;
  readonly run: () => void;
  /** Why it cannot be pressed now. */
  readonly why?: string | undefined;
  readonly look?: 'primary' | 'default' | 'text';
  readonly busy?: boolean;
  readonly size?: ComponentProps<typeof Button>['size'];
};

/** 带键的按钮: a button with its key printed on it. */
export function KeyButton({ id, label, of, run, why, look = 'default', busy = false, size }: Props) {
  return (
    <Button
      type={look}
      {...(id === undefined ? {} : { id })}
      disabled={why !== undefined || busy}
      title={why ?? ''}
      aria-keyshortcuts={of}
      onClick={run}
      {...(size === undefined ? {} : { size })}
    >
      {label}
      <KeyCap of={of} />
    </Button>
  );
}
