/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { FrameWords } from './words.ts';

type Props = {
  readonly said: FrameWords;
  readonly bureau: string;
  readonly windowName: string;
  readonly awaySince: Date | undefined;
  readonly switchLanguage: () => void;
  readonly children: ComponentChildren;
};

/** The frame of every state: whose screen this is, the other language, and word of a lost network. */
export function Frame({ said, bureau, windowName, awaySince, switchLanguage, children }: Props) {
  return (
    <>
      <header class="top">
        <p class="top__bureau" lang="zh-CN">
          {bureau}
        </p>
        <p class="top__window" lang="zh-CN">
          {windowName}
        </p>
        <button type="button" class="top__language" lang={said.otherLang} onClick={switchLanguage}>
          {said.other}
        </button>
      </header>
      {awaySince !== undefined && (
        <p class="away" role="status">
          {said.away(timeText(awaySince))}
        </p>
      )}
      <main>{children}</main>
    </>
  );
}

function timeText(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
