import { Select } from 'antd';
import type { Camera } from './use-camera.ts';
import { deviceWords } from './words.ts';

const said = deviceWords.camera;

/** The live picture of the document camera, or why there is none and what to do. */
export function CameraView({ camera }: { camera: Camera }) {
  const { state, simulated, video } = camera;
  return (
    <figure className="camera">
      <video
        ref={video}
        className={state === 'live' ? 'camera-live' : 'camera-live away'}
        muted
        playsInline
        aria-label={said.picture}
      />
      {state === 'live' ? null : (
        <div className="camera-away">
          <strong>{said.states[state]}</strong>
          <span>{said.help[state]}</span>
        </div>
      )}
      {simulated ? <figcaption className="camera-mark">{said.simulated}</figcaption> : null}
    </figure>
  );
}

/** Which camera; shown only where there is a choice. */
export function CameraChoice({ camera }: { camera: Camera }) {
  const { devices, chosen, choose, simulated } = camera;
  if (simulated || devices.length < 2) return null;
  return (
    <Select
      size="small"
      className="camera-choice"
      aria-label={said.choose}
      value={chosen ?? null}
      onChange={(device) => device !== null && choose(device)}
      options={devices.map(({ deviceId, label }, at) => ({
        value: deviceId,
        label: label === '' ? said.unnamed(at + 1) : label,
      }))}
    />
  );
}
