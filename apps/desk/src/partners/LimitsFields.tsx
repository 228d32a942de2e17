import { Input, Select } from 'antd';
import type { Register } from './queries.ts';
import { partnerWords } from './words.ts';

const said = partnerWords.form;

/** What is being written; purposes one a line. */
export type Draft = { readonly purposes: string; readonly types: readonly string[] };

type Props = { draft: Draft; types: Register['types']; change: (draft: Draft) => void };

/** 用证范围: for what, and of which types. */
export function LimitsFields({ draft, types, change }: Props) {
  return (
    <>
      <label htmlFor="partner-purposes">{said.purposes}</label>
      <Input.TextArea
        id="partner-purposes"
        aria-describedby="partner-purposes-help"
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={draft.purposes}
        onChange={({ target }) => change({ ...draft, purposes: target.value })}
      />
      <p id="partner-purposes-help" className="faint">
        {said.purposesHelp}
      </p>
      <label htmlFor="partner-types">{said.types}</label>
      <Select
        id="partner-types"
        mode="multiple"
        showSearch
        optionFilterProp="label"
        maxTagCount="responsive"
        placement="topLeft"
        value={[...draft.types]}
        onChange={(chosen: string[]) => change({ ...draft, types: chosen })}
        options={types.map(({ type, name }) => ({ value: type, label: name.zh }))}
      />
      <p className="faint">{said.typesHelp}</p>
    </>
  );
}

/** The lines that say something. */
export function purposesOf({ purposes }: Draft): string[] {
  return purposes
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is still missing before a scope can be saved. */
export function gapIn(draft: Draft): string | undefined {
  const purposes = purposesOf(draft);
  if (purposes.length === 0 || draft.types.length === 0) return said.gap;
  const isWrong = purposes.length > 10 || purposes.some((one) => one.length < 2 || one.length > 40);
  return isWrong ? said.shortPurpose : undefined;
}
