import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { problemWords } from './problem-words.ts';

/** Shows an error in place: what happened, what to do, the code; `action` may offer the way out. */
export function ProblemNote({ error, action, todo }: { error: unknown; action?: ReactNode; todo?: string }) {
  if (error === null || error === undefined) return null;
  const { said, todo: usual, code, faults } = problemWords(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={said}
      description={
        <>
          {faults.map((fault) => (
            <div key={fault}>{fault}</div>
          ))}
          <div>{todo ?? usual}</div>
          <div className="faint">{words.problem.code(code)}</div>
          {action}
        </>
      }
    />
  );
}
