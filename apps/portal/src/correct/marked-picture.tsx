/** @jsxImportSource preact */
import { filesRoutes, type Region } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import type { Visit } from '../visit.ts';

/** 圈出的位置: the picture as it was handed in, with a frame where something is wrong; of a PDF its page is named. */
export function MarkedPicture({ visit, region }: { readonly visit: Visit; readonly region: Region }) {
  const { say } = visit;
  const href = addressOf(filesRoutes.read, { params: { file: region.file } });
  if (region.page !== undefined) {
    return (
      <p class="small">
        <a href={href}>{say(`看 PDF 第 ${region.page} 页`, `See page ${region.page} of the PDF`)}</a>
      </p>
    );
  }
  const percent = (share: number) => Math.round(share * 1000) / 10;
  return (
    <figure class="marked">
      <a href={href}>
        <img
          src={href}
          alt={say('您交的照片，有问题的地方用框标出', 'Your photo with a frame where something is wrong')}
          loading="lazy"
        />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <rect
            x={percent(region.x)}
            y={percent(region.y)}
            width={percent(region.width)}
            height={percent(region.height)}
            vector-effect="non-scaling-stroke"
          />
        </svg>
      </a>
      <figcaption>{say('框出的地方要重新拍', 'The framed part must be photographed again')}</figcaption>
    </figure>
  );
}
