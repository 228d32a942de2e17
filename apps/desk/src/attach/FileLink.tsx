import { filesRoutes, type LaidFile } from '@tongban/contract';
import { addressOf } from '@tongban/contract/client';

/** A file that lies under something, opened beside it. */
export function FileLink({ file: { file, name } }: { file: Pick<LaidFile, 'file' | 'name'> }) {
  return (
    <a
      className="file-link"
      href={addressOf(filesRoutes.read, { params: { file } })}
      target="_blank"
      rel="noopener"
      title={name}
    >
      {name}
    </a>
  );
}
