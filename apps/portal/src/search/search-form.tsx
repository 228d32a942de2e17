/** @jsxImportSource preact */
import type { Visit } from '../visit.ts';

/** 搜索框: the way in for people who do not know what their matter is called. */
export function SearchForm({ visit, value = '' }: { readonly visit: Visit; readonly value?: string }) {
  const { say } = visit;
  return (
    <search>
      <form class="search" action="/search" method="get">
        <label class="unseen" for="q">
          {say('想办什么事', 'What do you want to do')}
        </label>
        <input
          id="q"
          name="q"
          type="text"
          value={value}
          maxlength={60}
          enterkeyhint="search"
          autocomplete="off"
          placeholder={say('例如“补身份证”', 'For example, “replace ID card”')}
        />
        <button type="submit">{say('搜索', 'Search')}</button>
      </form>
    </search>
  );
}
