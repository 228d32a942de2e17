import { colours, font } from '@tongban/tokens';
import { deviceWords } from './words.ts';

const said = deviceWords.sheet;
const width = 1600;
const height = 1200;
const framesASecond = 5;

/** 模拟高拍仪: a stream that shows an invented sheet of paper on a desk; after each shot the next sheet lies there. */
export function createSheetStream(): { stream: MediaStream; turnOver: () => void; stop: () => void } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  let sheet = 1;
  const draw = () => drawSheet(canvas, sheet);
  draw();
  // A stream of a canvas carries a frame only when something was drawn.
  const timer = setInterval(draw, 1000 / framesASecond);
  const stream = canvas.captureStream(framesASecond);
  return {
    stream,
    turnOver: () => {
      sheet += 1;
      draw();
    },
    stop: () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

function drawSheet(canvas: HTMLCanvasElement, sheet: number): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = colours['ink-2'];
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate(0.012);
  pen.fillStyle = colours.paper;
  pen.fillRect(-560, -400, 1120, 800);
  drawWords(pen, sheet);
  drawLines(pen);
}

function drawWords(pen: CanvasRenderingContext2D, sheet: number): void {
  pen.fillStyle = colours.ink;
  pen.textAlign = 'center';
  pen.font = `600 64px ${font}`;
  pen.fillText(said.title, 0, -280);
  pen.font = `34px ${font}`;
  pen.fillText(said.line, 0, -205);
  pen.textAlign = 'right';
  pen.fillText(said.number(sheet), 500, 350);
}

function drawLines(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = colours.line;
  const lengths = [1000, 960, 1000, 840, 1000, 920, 560];
  lengths.forEach((length, at) => {
    pen.fillRect(-500, -130 + at * 62, length, 14);
  });
}
