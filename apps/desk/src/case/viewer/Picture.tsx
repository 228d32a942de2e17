import { type ReactNode, useEffect, useRef, useState } from 'react';
import { caseWords } from '../words.ts';
import { type Look, layOut, type Size } from './layout.ts';
import { useObjectUrl } from './use-object-url.ts';

const nothing: Size = { width: 0, height: 0 };

type Props = { blob: Blob; look: Look; label: string; onZoom: () => void; children?: ReactNode };

/** One page as a picture, zoomed and turned; what does not fit is reached by scrolling. */
export function Picture({ blob, look, label, onZoom, children }: Props) {
  const url = useObjectUrl(blob);
  const frame = useRef<HTMLElement>(null);
  const room = useRoom(frame);
  const [picture, setPicture] = useState(nothing);
  const laid = layOut(picture, room, look);
  return (
    <section ref={frame} className="picture-frame" aria-label={label}>
      <div className="picture-room" style={laid.room}>
        <button
          type="button"
          className="picture-zoom"
          onClick={onZoom}
          aria-label={caseWords.viewer.zoomBy(label)}
        >
          {url === undefined ? null : (
            <img
              src={url}
              alt=""
              style={{ ...laid.image, rotate: `${look.turn * 90}deg` }}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setPicture({ width: naturalWidth, height: naturalHeight })
              }
            />
          )}
        </button>
        {children}
      </div>
    </section>
  );
}

/** The room the frame has, followed as the window changes. */
function useRoom(frame: { current: HTMLElement | null }): Size {
  const [room, setRoom] = useState(nothing);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth - 24, height: element.clientHeight - 24 }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return room;
}
