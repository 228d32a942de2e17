import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import { type CameraFault, chosenCamera, listCameras, type OpenCamera, openCamera } from './camera.ts';
import { drawingOf } from './picture.ts';
import { useWindowSettings } from './queries.ts';

export type Camera = {
  readonly state: 'opening' | 'live' | CameraFault;
  readonly simulated: boolean;
  /** Where the picture is shown. */
  readonly video: RefCallback<HTMLVideoElement>;
  /** The cameras one may choose between, and the one in use. */
  readonly devices: readonly MediaDeviceInfo[];
  readonly chosen: string | undefined;
  readonly choose: (device: string) => void;
  /** Takes the picture of this moment; none while the camera is not open. */
  readonly shoot: () => HTMLCanvasElement | undefined;
};

/** 高拍仪: the document camera of this window, open as long as the part that asks is shown. */
export function useCamera(): Camera {
  const { data: settings } = useWindowSettings();
  const shown = useRef<HTMLVideoElement>(null);
  const [chosen, setChosen] = useState(chosenCamera.read);
  const { open, devices } = useOpenCamera(settings?.cameraSimulator, chosen);
  const stream = typeof open === 'object' ? open.stream : undefined;
  const video = useCallback(
    (element: HTMLVideoElement | null) => {
      shown.current = element;
      if (element === null || stream === undefined) return;
      element.srcObject = stream;
      // Playing may be refused while the tab is hidden; the browser goes on when it is seen again.
      element.play().catch(() => undefined);
    },
    [stream],
  );
  const shoot = useCallback(() => {
    if (shown.current === null || typeof open !== 'object') return undefined;
    const { videoWidth: width, videoHeight: height } = shown.current;
    const drawing = drawingOf(shown.current, { width, height });
    if (drawing !== undefined) open.shot();
    return drawing;
  }, [open]);
  const choose = (device: string) => {
    chosenCamera.write(device);
    setChosen(device);
  };
  const simulated = typeof open === 'object' && open.simulated;
  const state = typeof open === 'object' ? 'live' : (open ?? 'opening');
  return { state, simulated, video, devices, chosen: chosen ?? devices[0]?.deviceId, choose, shoot };
}

/** Opens the camera, and again when another is chosen; closes it when it is not shown any more. */
function useOpenCamera(simulator: boolean | undefined, chosen: string | undefined) {
  const [open, setOpen] = useState<OpenCamera | CameraFault>();
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  // Another choice opens another camera, though opening reads the choice from where it is remembered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (simulator === undefined) return undefined;
    let current: OpenCamera | undefined;
    let gone = false;
    void openCamera(simulator).then(async (opened) => {
      if (typeof opened === 'object') current = opened;
      if (gone) return current?.stop();
      setOpen(opened);
      setDevices(await listCameras());
    });
    return () => {
      gone = true;
      current?.stop();
      setOpen(undefined);
    };
  }, [simulator, chosen]);
  return { open, devices };
}
