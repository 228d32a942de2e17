import { Modal } from 'antd';
import { KeyCap } from '../keys/KeyCap.tsx';
import { words } from '../words.ts';
import { keyGroups } from './key-groups.ts';

/** The sheet of all keys. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={words.keys.title} width={760} destroyOnHidden>
      <div className="key-sheet">
        {keyGroups.map(({ title, keys }) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {keys.map(([names, does]) => (
                <div key={does}>
                  <dt>
                    {names.map((name) => (
                      <KeyCap key={name} of={name} />
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
