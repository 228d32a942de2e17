import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { CameraChoice, CameraView } from '../../devices/CameraView.tsx';
import type { Camera } from '../../devices/use-camera.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { intakeWords } from '../words.ts';
import { PageEditor } from './PageEditor.tsx';
import { PageStrip } from './PageStrip.tsx';
import { useCapture } from './use-capture.ts';
import type { Table } from './use-materials.ts';
import type { Work } from './work.ts';

const said = intakeWords.materials;

/** 材料采集: the camera's picture, one key a page, and the pages taken so far. */
export function Capture({ table, work, camera }: { table: Table; work: Work; camera: Camera }) {
  const capturing = useCapture(table, work);
  const [editing, setEditing] = useState<string>();
  const shoot = () => {
    const drawing = camera.shoot();
    if (drawing !== undefined) capturing.add(drawing);
  };
  const close = useCallback(() => setEditing(undefined), []);
  useKeys({ F7: shoot });
  const edited = capturing.files.find(({ file }) => file === editing);
  return (
    <div className={edited === undefined ? 'capture' : 'capture editing'}>
      {edited === undefined ? (
        <CameraView camera={camera} />
      ) : (
        <PageEditor
          key={edited.file}
          file={edited.file}
          close={close}
          keep={(drawing) => {
            close();
            capturing.replace(edited.file, drawing);
          }}
        />
      )}
      <div className="capture-side">
        <Button type="primary" disabled={camera.state !== 'live'} aria-keyshortcuts="F7" onClick={shoot}>
          {said.shoot}
          <KeyCap of="F7" />
        </Button>
        <CameraChoice camera={camera} />
        <PageStrip capturing={capturing} edit={setEditing} />
      </div>
    </div>
  );
}
