/** @jsxImportSource preact */
import { Banner } from '@tongban/ui';
import type { Visit } from '../visit.ts';

const numbers = [
  { number: '110', zh: '报警', en: 'police' },
  { number: '119', zh: '火警、救援', en: 'fire, rescue' },
  { number: '120', zh: '急救', en: 'ambulance' },
  { number: '122', zh: '交通事故', en: 'traffic accident' },
];

/** The same in one line, where somebody has begun to write. */
export function CallFirst({ visit }: { readonly visit: Visit }) {
  const { say } = visit;
  return (
    <Banner mood="danger">
      <p>
        {say('正在发生的事，现在就打 ', 'If it is happening now, call ')}
        {numbers.map(({ number, zh, en }, at) => (
          <>
            {at > 0 && say('、', ', ')}
            <a href={`tel:${number}`}>
              <b>{number}</b>
              <span class="unseen"> {say(zh, en)}</span>
            </a>
          </>
        ))}
        {say('。写在这里没有人马上看。', '. Nobody reads this page at once.')}
      </p>
    </Banner>
  );
}

/** 紧急情况: what is happening now is told by phone; nothing urgent is taken in here. */
export function Emergencies({ visit }: { readonly visit: Visit }) {
  const { say } = visit;
  return (
    <Banner mood="danger" title={say('正在发生的事，现在就打电话', 'If it is happening now, call')}>
      <ul class="numbers-to-call">
        {numbers.map(({ number, zh, en }) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <b>{number}</b> {say(zh, en)}
            </a>
          </li>
        ))}
      </ul>
      <p class="small">
        {say(
          '这里不接警，写在这里没有人马上看。',
          'Nobody reads this page at once; it takes no emergencies.',
        )}
      </p>
    </Banner>
  );
}
