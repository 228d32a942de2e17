import { KeyCap } from '../keys/KeyCap.tsx';

/** The keys that step through a list, printed in its head. */
export function PickKeys({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <span className="pick-keys faint">
      {label}
      {keys.map((key) => (
        <KeyCap key={key} of={key} />
      ))}
    </span>
  );
}
