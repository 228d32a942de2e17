import { Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useSit } from './queries.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.place;

/** 就座: at which extension I sit, so that its calls come to me. */
export function Sitting() {
  const [extension, setExtension] = useState('');
  const sit = useSit();
  const isSound = /^[0-9A-Za-z-]{1,20}$/.test(extension);
  if (sit.isSuccess) return <span className="faint">{said.sat(sit.variables)}</span>;
  return (
    <form
      className="hotline-sitting"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) sit.mutate(extension);
      }}
    >
      <Input
        aria-label={said.label}
        placeholder={said.label}
        size="small"
        maxLength={20}
        value={extension}
        onChange={({ target }) => setExtension(target.value.trim())}
      />
      <Button size="small" htmlType="submit" disabled={!isSound} loading={sit.isPending}>
        {said.sit}
      </Button>
      <ProblemNote error={sit.error} />
    </form>
  );
}
