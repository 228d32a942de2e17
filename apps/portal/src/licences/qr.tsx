/** @jsxImportSource preact */
import { encode } from 'uqr';

type Props = { readonly text: string; readonly label: string };

/** 二维码: drawn as one path, dark on white in every mode, sharp at every size. */
export function Qr({ text, label }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect class="qr__paper" width={size} height={size} />
      <path class="qr__ink" d={path} />
    </svg>
  );
}
