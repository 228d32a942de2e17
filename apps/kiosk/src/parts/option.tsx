/** @jsxImportSource preact */
import { Icon, type IconName } from './icons.tsx';

type Props = {
  readonly icon?: IconName;
  readonly title: string;
  readonly line?: string | undefined;
  readonly note?: string | undefined;
  readonly disabled?: boolean;
  readonly choose: () => void;
};

/** 选项: one thing to choose, in a row as wide as the screen. */
export function Option({ icon, title, line, note, disabled = false, choose }: Props) {
  return (
    <button type="button" class="option" onClick={choose} disabled={disabled}>
      {icon !== undefined && <Icon name={icon} />}
      <span class="option__words">
        <strong>{title}</strong>
        {line !== undefined && <span>{line}</span>}
      </span>
      {note === undefined ? <Icon name="on" /> : <span class="option__note">{note}</span>}
    </button>
  );
}
