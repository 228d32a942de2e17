import { Checkbox } from 'antd';

type Props = {
  label: string;
  chips: readonly { id: string; name: string }[];
  ticked: string[];
  tick: (ticked: string[]) => void;
};

/** 原因标签: any of those that fit the level; nothing where no level is chosen. */
export function Chips({ label, chips, ticked, tick }: Props) {
  if (chips.length === 0) return null;
  return (
    <fieldset className="chips">
      <legend>{label}</legend>
      <Checkbox.Group
        value={ticked}
        onChange={tick}
        options={chips.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </fieldset>
  );
}
