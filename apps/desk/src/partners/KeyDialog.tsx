import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Told } from './RegisterDialog.tsx';
import { partnerWords } from './words.ts';

const said = partnerWords.key;

/** 密钥: shown this once; closed only by saying that it was copied. */
export function KeyDialog({ told, close }: { told: Told; close: () => void }) {
  return (
    <Modal
      open
      title={`${told.name}：${said.title}`}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {said.close}
        </Button>
      }
    >
      <div className="dialog-body">
        <p>{said.lead}</p>
        <dl className="partner-key">
          <Secret label={said.partner} value={told.partner} />
          <Secret label={said.key} value={told.key} />
        </dl>
        <p className="faint">{said.how}</p>
      </div>
    </Modal>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        <Button size="small" aria-label={`${said.copy}${label}`} onClick={copy}>
          {copied ? said.copied : said.copy}
        </Button>
      </dd>
    </div>
  );
}
