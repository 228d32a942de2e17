import { Button } from 'antd';
import { problemWords } from '../../api/problem-words.ts';
import { timeWords } from '../../clocks/moments.ts';
import { words } from '../../words.ts';
import { caseWords } from '../words.ts';
import type { Checks } from './use-checks.ts';

const said = caseWords.save;

/** Whether what I marked is safe: saved when, being saved, or not saved and why. */
export function SaveNote({ checks }: { checks: Checks }) {
  const { state, savedAt, error, retry } = checks;
  return (
    <div className={`save-note save-${state}`} role="status">
      {state === 'saved' && savedAt !== undefined ? said.saved(timeWords(savedAt)) : null}
      {state === 'idle' ? said.idle : null}
      {state === 'saving' ? said.saving : null}
      {state === 'unsaved' ? said.unsaved : null}
      {state === 'failed' ? (
        <>
          <strong>{said.failed}</strong>：{problemWords(error).said}
          <Button size="small" type="link" onClick={retry}>
            {words.problem.retry}
          </Button>
        </>
      ) : null}
    </div>
  );
}
