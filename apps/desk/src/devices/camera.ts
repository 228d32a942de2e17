import { createSheetStream } from './test-sheet.ts';

const chosenKey = 'tongban.window.camera';

export type CameraFault = 'none' | 'refused' | 'busy';

/** An open camera: its picture, and what to do after a shot. */
export type OpenCamera = {
  readonly stream: MediaStream;
  readonly simulated: boolean;
  /** The shot was taken; the simulator lays the next sheet. */
  readonly shot: () => void;
  readonly stop: () => void;
};

/** The camera chosen at this machine; it is remembered, for the machine and not for a person. */
export const chosenCamera = {
  read: (): string | undefined => localStorage.getItem(chosenKey) ?? undefined,
  write: (device: string): void => localStorage.setItem(chosenKey, device),
};

/** 高拍仪: opens the chosen camera, or the simulator where the demo has no camera or the address asks for it. */
export async function openCamera(simulator: boolean): Promise<OpenCamera | CameraFault> {
  if (simulator && isSimulatorAsked()) return simulated();
  // Browsers give cameras only to secure pages and to this machine itself.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) return simulator ? simulated() : 'none';
  try {
    return real(await mediaDevices.getUserMedia({ video: wishOf(chosenCamera.read()) }));
  } catch (error) {
    const fault = faultOf(error);
    return simulator && fault === 'none' ? simulated() : fault;
  }
}

/** The cameras plugged in, for choosing. */
export async function listCameras(): Promise<MediaDeviceInfo[]> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  const devices = (await mediaDevices?.enumerateDevices()) ?? [];
  return devices.filter(({ kind }) => kind === 'videoinput');
}

function isSimulatorAsked(): boolean {
  return new URLSearchParams(location.search).get('camera') === 'simulator';
}

/** As sharp as the camera can: a page must be readable. */
function wishOf(device: string | undefined): MediaTrackConstraints {
  const sharp = { width: { ideal: 3264 }, height: { ideal: 2448 } };
  return device === undefined ? sharp : { ...sharp, deviceId: { ideal: device } };
}

function real(stream: MediaStream): OpenCamera {
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  return { stream, simulated: false, shot: () => undefined, stop };
}

function simulated(): OpenCamera {
  const { stream, turnOver, stop } = createSheetStream();
  return { stream, simulated: true, shot: turnOver, stop };
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'refused';
  return name === 'NotReadableError' ? 'busy' : 'none';
}
