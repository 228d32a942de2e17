import { Button } from 'antd';
import { withPhrase } from './phrases.ts';

type Props = { phrases: readonly string[]; text: string; change: (text: string) => void };

/** 常用语: sentences to pick; each is added to the text once. */
export function Phrases({ phrases, text, change }: Props) {
  return (
    <div className="phrases">
      {phrases.map((phrase) => (
        <Button key={phrase} size="small" onClick={() => change(withPhrase(text, phrase))}>
          {phrase}
        </Button>
      ))}
    </div>
  );
}
