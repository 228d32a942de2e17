import { useQuery } from '@tanstack/react-query';
import type { MaterialSlot } from '@tongban/contract';
import { Spin } from 'antd';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { photoQuery } from '../queries.ts';
import { caseWords } from '../words.ts';
import { useObjectUrl } from './use-object-url.ts';

const said = caseWords.viewer;

type Licence = NonNullable<MaterialSlot['licence']>;
type Props = { number: string; licence: Licence; title: string; mayLook: boolean };

/** A material that an electronic licence proves: what it is, where it comes from, and the portrait on it to compare with. */
export function LicenceShown({ number, licence, title, mayLook }: Props) {
  const hasPhoto = licence.photo === true;
  return (
    <div className="licence-wrap">
      <article className="licence">
        <p className="licence-proof">{said.licence}</p>
        <h2>{licence.name.zh}</h2>
        {hasPhoto && mayLook ? (
          <div className="licence-body">
            <Photo number={number} licence={licence.licence} />
            <Facts licence={licence} title={title} />
          </div>
        ) : (
          <Facts licence={licence} title={title} />
        )}
        {hasPhoto ? <p className="faint">{mayLook ? said.photoLogged : said.photoNotYet}</p> : null}
      </article>
    </div>
  );
}

function Facts({ licence, title }: Pick<Props, 'licence' | 'title'>) {
  return (
    <dl className="facts">
      <dt>{said.licenceNumber}</dt>
      <dd className="number">{licence.number}</dd>
      <dt>{caseWords.checks.heading}</dt>
      <dd>{title}</dd>
      <dt>{said.licenceSource}</dt>
      <dd>{said.licenceFrom}</dd>
    </dl>
  );
}

/** 证件照: fetched only when it is looked at, because every look is on record. */
function Photo({ number, licence }: { number: string; licence: string }) {
  const photo = useQuery(photoQuery(number, licence));
  if (photo.isPending) return <Spin className="licence-photo" description={said.loading} />;
  if (photo.isError) return <ProblemNote error={photo.error} />;
  return <Portrait blob={photo.data} />;
}

function Portrait({ blob }: { blob: Blob }) {
  const url = useObjectUrl(blob);
  return url === undefined ? null : <img className="licence-photo" src={url} alt={said.photo} />;
}
