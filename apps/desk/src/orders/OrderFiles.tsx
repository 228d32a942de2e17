import type { OrderFile, OrderView } from '@tongban/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { AttachField } from '../attach/AttachField.tsx';
import { FileLink } from '../attach/FileLink.tsx';
import { useAttach } from '../attach/use-attach.ts';
import { attachWords } from '../attach/words.ts';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useAct } from './queries.ts';
import { orderWords as said } from './words.ts';

const key = 'f';

/** 附件: what lies under the order, each opened beside it, and the desk's own added to it. */
export function OrderFiles({ view }: { view: OrderView }) {
  const [adding, add] = useState(false);
  const mayAdd = view.may.includes('attach');
  useKeys(mayAdd ? { [key]: () => add(true) } : {});
  return (
    <div className="order-files">
      {view.files.length === 0 ? null : (
        <ul>
          {view.files.map((file) => (
            <OneFile key={file.file} file={file} />
          ))}
        </ul>
      )}
      {mayAdd ? (
        <Button size="small" onClick={() => add(true)} aria-keyshortcuts={key}>
          {attachWords.press}
          <KeyCap of={key} />
        </Button>
      ) : null}
      {adding ? <AttachDialog view={view} close={() => add(false)} /> : null}
    </div>
  );
}

function OneFile({ file }: { file: OrderFile }) {
  return (
    <li>
      <FileLink file={file} />
      <span className="faint">{said.filesFrom[file.from]}</span>
    </li>
  );
}

/** 添加附件: chosen first, laid under the order at one press; it cannot be taken back. */
function AttachDialog({ view, close }: { view: OrderView; close: () => void }) {
  const attach = useAttach();
  const deed = useAct(view.order);
  const { files, waits } = attach;
  const press = () =>
    deed.mutate({ version: view.version, act: { type: 'attach', files } }, { onSuccess: close });
  return (
    <SendDialog
      title={attachWords.press}
      send={said.addFiles(files.length)}
      press={press}
      close={close}
      pending={deed.isPending}
      error={deed.error}
      gap={waits ?? (files.length === 0 ? attachWords.needOne : undefined)}
    >
      <AttachField attach={attach} of="F4" inDialog first />
      <p className="faint">{said.filesAreOurs}</p>
    </SendDialog>
  );
}
