/** @jsxImportSource preact */
import type { Words } from '@tongban/catalogue';
import { type FileRow, filesRoutes, fileTypes, type MaterialSlot } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';
import { Button } from '@tongban/ui';
import type { Visit } from '../visit.ts';
import { Said } from '../words.tsx';

/** 已传的照片: each page with a way to look, move and remove it. */
export function FilesLaid({ visit, files }: { readonly visit: Visit; readonly files: readonly FileRow[] }) {
  const { say } = visit;
  return (
    <section class="stack stack--tight">
      <h2>{say(`已传 ${files.length} 张`, `${files.length} uploaded`)}</h2>
      <form method="post">
        <ul class="thumbs">
          {files.map((file, at) => (
            <li key={file.file} class="thumb">
              <Thumbnail visit={visit} file={file} place={at + 1} />
              <span class="row">
                {at > 0 && (
                  <button type="submit" class="linkish" name="do" value={`earlier ${file.file}`}>
                    {say('往前移', 'Move up')}
                    <span class="unseen">{say(`：第 ${at + 1} 张`, `: page ${at + 1}`)}</span>
                  </button>
                )}
                <button type="submit" class="linkish" name="do" value={`remove ${file.file}`}>
                  {say('删除', 'Remove')}
                  <span class="unseen">{say(`：第 ${at + 1} 张`, `: page ${at + 1}`)}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}

/** One page as a small picture that opens in full. */
export function Thumbnail({
  visit,
  file,
  place,
}: {
  readonly visit: Visit;
  readonly file: FileRow;
  readonly place: number;
}) {
  const href = addressOf(filesRoutes.read, { params: { file: file.file } });
  const picture = file.contentType.startsWith('image/');
  return (
    <a class="thumb" href={href}>
      <span class="thumb__picture">{picture ? <img src={href} alt="" loading="lazy" /> : <b>PDF</b>}</span>
      <span>{visit.say(`第 ${place} 张：${file.name}`, `Page ${place}: ${file.name}`)}</span>
    </a>
  );
}

export type UploadFormProps = {
  readonly visit: Visit;
  readonly slot: Pick<MaterialSlot, 'files'>;
  readonly tip: Words | undefined;
  /** What the script needs to lay the files once they have arrived. */
  readonly lays: Readonly<Record<`data-${string}`, string>>;
  readonly error?: string | undefined;
  /** Told apart where a page holds several. */
  readonly id?: string;
  readonly action?: string;
  readonly title?: string;
};

/** 上传: works as a plain form; the script sends in parts, shows progress and takes up again after a break. */
export function UploadForm({ visit, tip, lays, error, slot, id = 'file', action, title }: UploadFormProps) {
  const { say } = visit;
  const heading =
    slot.files.length === 0
      ? say('拍照或选文件上传', 'Take photos or choose files')
      : say('再加几张', 'Add more');
  return (
    <form
      class="drop"
      method="post"
      action={action}
      enctype="multipart/form-data"
      data-does="upload"
      {...lays}
    >
      <h3>{title ?? heading}</h3>
      {tip && (
        <p>
          <b>{say('怎么拍：', 'How: ')}</b>
          <Said words={tip} />
        </p>
      )}
      <label class="field" for={id}>
        <span class="field__hint">
          {say(
            '照片或 PDF，每个不超过 20 MB，可以一次选几张。',
            'Photos or PDF, up to 20 MB each; you can choose several.',
          )}
        </span>
        <input
          id={id}
          name="file"
          type="file"
          multiple
          accept={fileTypes.join(',')}
          {...(error === undefined ? {} : { 'aria-invalid': 'true' as const })}
        />
      </label>
      <div class="actions">
        <Button name="do" value="files">
          {say('上传', 'Upload')}
        </Button>
      </div>
      <div data-told="sending" />
    </form>
  );
}
