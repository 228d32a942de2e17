import { useEffect, useRef, useState } from 'preact/hooks';
import SignaturePad from 'signature_pad';

/** 签名板: a canvas to draw on, sharp on every screen; it keeps the drawing when turned and forgets it when it goes. */
export function usePad() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const drawing = canvas.current;
    if (drawing === null) return;
    const made = new SignaturePad(drawing, {
      ...{ minWidth: 1.4, maxWidth: 4, penColor: '#14202e', backgroundColor: '#ffffff' },
    });
    pad.current = made;
    const begun = () => setDrawn(true);
    made.addEventListener('beginStroke', begun);
    const watch = new ResizeObserver(() => fit(drawing, made));
    watch.observe(drawing);
    return () => {
      watch.disconnect();
      made.removeEventListener('beginStroke', begun);
      made.off();
      made.clear();
      pad.current = undefined;
    };
  }, []);
  return {
    canvas,
    drawn,
    clear: () => {
      pad.current?.clear();
      setDrawn(false);
    },
    /** The drawing as base64 of a PNG. */
    picture: () => (pad.current?.toDataURL('image/png') ?? '').replace(/^data:image\/png;base64,/, ''),
  };
}

const mostPixels = 1400;

/** Gives the canvas as many pixels as the screen has, within what is worth sending. */
function fit(canvas: HTMLCanvasElement, pad: SignaturePad): void {
  const { offsetWidth: width, offsetHeight: height } = canvas;
  if (width === 0 || height === 0) return;
  const ratio = Math.min(window.devicePixelRatio || 1, mostPixels / width);
  const strokes = pad.toData();
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.getContext('2d')?.scale(ratio, ratio);
  pad.clear();
  pad.fromData(strokes);
}
