import { Button } from 'antd';
import { useRef, useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useLetter } from './queries.ts';
import { issueWords } from './words.ts';

const said = issueWords.verify;

/** 委托书: the letter of whoever comes for the applicant, photographed or as a PDF. */
export function Letter({ sent }: { sent: (file: string) => void }) {
  const [percent, setPercent] = useState(0);
  const letter = useLetter(setPercent);
  const picker = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file !== undefined) letter.mutate({ file, name: said.authorityName }, { onSuccess: sent });
  };
  return (
    <div className="letter">
      <input
        ref={picker}
        hidden
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        onChange={({ target }) => take(target.files?.[0])}
      />
      <Button loading={letter.isPending} onClick={() => picker.current?.click()}>
        {letter.isPending ? said.uploading(percent) : said.authority}
      </Button>
      <span className="faint">{said.authorityHelp}</span>
      <ProblemNote error={letter.error} />
    </div>
  );
}
