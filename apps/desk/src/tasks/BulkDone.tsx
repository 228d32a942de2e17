import type { BulkResult } from '@tongban/contract';
import { Modal } from 'antd';
import { Link } from 'wouter';
import { words } from '../words.ts';

const said = words.tasks.bulk;

/** What came of an act on several cases: those that were not done, each with its reason. */
export function BulkDone({ result: { done, failed }, close }: { result: BulkResult; close: () => void }) {
  return (
    <Modal open title={said.result(done.length, failed.length)} onCancel={close} onOk={close} footer={null}>
      <ul className="bulk-failed">
        {failed.map(({ case: number, why }) => (
          <li key={number}>
            <Link href={`/cases/${encodeURIComponent(number)}`} className="number">
              {number}
            </Link>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
