import { type Crop, findSheet, wholePicture } from './crop.ts';

/** The most a page may weigh: it must be quick to send and still be readable. */
const mostBytes = 1_500_000;
const longestSide = 3000;
const qualities = [0.86, 0.74, 0.6] as const;

/** 修整: what is done to a page after the shot. */
export type Edit = { readonly quarters: number; readonly crop: Crop; readonly contrast: number };

export const noEdit: Edit = { quarters: 0, crop: wholePicture, contrast: 1 };

type Size = { readonly width: number; readonly height: number };

/** Draws a picture or the frame of a video on a canvas of its own; none when nothing is to be seen yet. */
export function drawingOf(source: CanvasImageSource, { width, height }: Size): HTMLCanvasElement | undefined {
  if (width === 0 || height === 0) return undefined;
  const canvas = canvasOf({ width, height });
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  return canvas;
}

/** The page of a file that was sent before, ready to be drawn. */
export async function drawingFrom(blob: Blob): Promise<HTMLCanvasElement | undefined> {
  const picture = await createImageBitmap(blob);
  const drawing = drawingOf(picture, picture);
  picture.close();
  return drawing;
}

/** Turns a page, strengthens its contrast and cuts it: in this order, as it is seen on the screen. */
export function edited(drawing: HTMLCanvasElement, { quarters, crop, contrast }: Edit): HTMLCanvasElement {
  const turned = turnedBy(drawing, quarters, contrast);
  const [x, y] = [crop.x * turned.width, crop.y * turned.height];
  const size = {
    width: Math.round(crop.width * turned.width),
    height: Math.round(crop.height * turned.height),
  };
  const canvas = canvasOf(size);
  canvas.getContext('2d')?.drawImage(turned, x, y, size.width, size.height, 0, 0, size.width, size.height);
  return canvas;
}

/** The page as a JPEG that is not too heavy. */
export async function jpegOf(drawing: HTMLCanvasElement): Promise<Blob> {
  let canvas = scaledTo(drawing, longestSide);
  for (;;) {
    for (const quality of qualities) {
      const blob = await encoded(canvas, quality);
      if (blob.size <= mostBytes) return blob;
    }
    canvas = scaledTo(canvas, Math.max(canvas.width, canvas.height) * 0.8);
  }
}

/** 自动裁边, on a small copy: exact enough to cut a margin. */
export function sheetOn(drawing: HTMLCanvasElement): Crop {
  const small = scaledTo(drawing, 320);
  const pen = small.getContext('2d');
  return pen === null ? wholePicture : findSheet(pen.getImageData(0, 0, small.width, small.height));
}

/** The page turned and strengthened but not cut, to choose the crop on. */
export function turnedBy(drawing: HTMLCanvasElement, quarters: number, contrast: number): HTMLCanvasElement {
  const sideways = quarters % 2 === 1;
  const { width, height } = drawing;
  const canvas = canvasOf(sideways ? { width: height, height: width } : { width, height });
  const pen = canvas.getContext('2d');
  if (pen === null) return drawing;
  pen.filter = `contrast(${contrast})`;
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((quarters * Math.PI) / 2);
  pen.drawImage(drawing, -width / 2, -height / 2);
  return canvas;
}

function scaledTo(drawing: HTMLCanvasElement, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(drawing.width, drawing.height));
  if (scale === 1) return drawing;
  const size = { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) };
  return drawingOf(drawing, size) ?? drawing;
}

function canvasOf({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob === null ? fail(new Error('the picture cannot be encoded')) : done(blob)),
      'image/jpeg',
      quality,
    );
  });
}
