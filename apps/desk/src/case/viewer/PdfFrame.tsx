import { Button } from 'antd';
import { useRef } from 'react';
import { caseWords } from '../words.ts';
import { useObjectUrl } from './use-object-url.ts';

const said = caseWords.viewer;

type Props = { blob: Blob; title: string; name: string; print?: boolean };

/** A PDF shown by the browser's own reader, with print and download beside it. */
export function PdfFrame({ blob, title, name, print = false }: Props) {
  const url = useObjectUrl(blob);
  const frame = useRef<HTMLIFrameElement>(null);
  const printNow = () => frame.current?.contentWindow?.print();
  if (url === undefined) return null;
  return (
    <>
      <div className="viewer-tools pdf-tools">
        <Button size="small" onClick={printNow}>
          {said.print}
        </Button>
        <a href={url} download={name.endsWith('.pdf') ? name : `${name}.pdf`}>
          {said.download}
        </a>
      </div>
      <iframe ref={frame} className="pdf" src={url} title={title} onLoad={() => print && printNow()} />
    </>
  );
}
