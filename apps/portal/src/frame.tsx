/** @jsxImportSource preact */
import { BackLink, type Children, Document, Header, SkipLink, Trail, type TrailStep } from '@tongban/ui';
import { renderToString } from 'preact-render-to-string';
import { address } from './address.ts';
import { assets } from './assets.ts';
import type { PageAnswer } from './page.ts';
import type { Visit } from './visit.ts';
import { Chinese } from './words.tsx';

export type PageParts = {
  /** The one heading of the page, and its name in the title bar. */
  readonly title: string;
  readonly description?: string;
  readonly status?: number;
  /** Holds something about the person: kept out of caches and search engines. */
  readonly personal?: boolean;
  readonly wide?: boolean;
  /** Without a script the page asks again by itself after so many seconds. */
  readonly refreshSeconds?: number;
  readonly back?: { readonly href: string; readonly words: string };
  readonly trail?: readonly TrailStep[];
  /** Stands above the page in the colour of the header. */
  readonly hero?: Children;
  readonly children: Children;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly cause?: unknown;
};

/** 一页: the whole document around what a page says. */
export function page(visit: Visit, parts: PageParts): PageAnswer {
  const { status = 200, personal = false, headers = {}, cookies = [], cause } = parts;
  const set = [...visit.cookies, ...cookies];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': personal ? 'no-store' : 'private, no-cache',
      'content-language': visit.locale === 'zh' ? 'zh-CN' : 'en',
      ...(set.length === 0 ? {} : { 'set-cookie': set }),
      ...headers,
    },
    body: `<!doctype html>${renderToString(<Whole visit={visit} parts={parts} />)}`,
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Leads on to another page after a form was taken in. */
export function leadTo(visit: Visit, location: string, cookies: readonly string[] = []): PageAnswer {
  const set = [...visit.cookies, ...cookies];
  return {
    status: 303,
    headers: {
      location,
      'cache-control': 'no-store',
      ...(set.length === 0 ? {} : { 'set-cookie': set }),
    },
    body: '',
  };
}

/** The address of this very page, its query kept. */
export function hereOf(visit: Visit): string {
  return address(visit.path, visit.request.method === 'GET' ? visit.query : []);
}

function Whole({ visit, parts }: { readonly visit: Visit; readonly parts: PageParts }) {
  const { say, locale, elder, session } = visit;
  const { title, description, personal = false, wide = false, hero, children } = parts;
  const name = say('公安政务服务', 'Police services');
  return (
    <Document
      lang={locale === 'zh' ? 'zh-CN' : 'en'}
      title={visit.path === '/' ? `${name} · ${title}` : `${title} · ${name}`}
      {...(description === undefined ? {} : { description })}
      elder={elder}
      personal={personal}
      refreshSeconds={parts.refreshSeconds}
      css={assets.css}
      script={assets.script}
      manifest={visit.path.startsWith('/licences') ? '/manifest.webmanifest' : undefined}
      data={session.kind === 'anyone' ? {} : { 'data-until': session.expiresAt }}
    >
      <SkipLink>{say('跳到正文', 'Skip to main content')}</SkipLink>
      <Top visit={visit} />
      <main id="main" tabindex={-1}>
        {hero && (
          <div class="hero">
            <div class="hero__in">{hero}</div>
          </div>
        )}
        <div class={wide ? 'page page--wide' : 'page'}>
          {elder && <CallSomeone visit={visit} />}
          {parts.back && <BackLink href={parts.back.href}>{parts.back.words}</BackLink>}
          {parts.trail && <Trail label={say('所在位置', 'Where you are')} steps={parts.trail} />}
          {children}
        </div>
      </main>
      <Foot visit={visit} />
    </Document>
  );
}

function Top({ visit }: { readonly visit: Visit }) {
  const { say, locale, elder, city, session, path, query, request } = visit;
  const here = request.method === 'GET' ? query : [];
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <Header
      name={say('公安政务服务', 'Police services')}
      home="/"
      label={say('常用', 'Site')}
      city={
        <a href={address('/city', [['next', hereOf(visit)]])}>
          <span class="unseen">{say('所在城市：', 'City: ')}</span>
          {city.name === '' ? say('选择城市', 'Choose a city') : <Chinese visit={visit}>{city.name}</Chinese>}
        </a>
      }
    >
      <a href={address(path, [...here, ['mode', elder ? 'normal' : 'elder']])}>
        {elder ? say('标准版', 'Standard') : say('大字版', 'Large print')}
      </a>
      <a href={address(path, [...here, ['lang', other]])} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {other === 'zh' ? '中文' : 'EN'}
      </a>
      {session.kind === 'citizen' && <Messages visit={visit} />}
      {session.kind === 'citizen' ? (
        <a class="top__who" href="/cases">
          <span class="unseen">{say('我的办件：', 'My cases: ')}</span>
          {session.name}
        </a>
      ) : (
        <a href={address('/sign-in', path === '/' || path === '/sign-in' ? [] : [['next', hereOf(visit)]])}>
          {say('登录', 'Sign in')}
        </a>
      )}
    </Header>
  );
}

/** 消息: how many are unread stands beside the word, and is said in words to who listens. */
function Messages({ visit }: { readonly visit: Visit }) {
  const { say, unread } = visit;
  const count = unread >= 99 ? '99+' : String(unread);
  return (
    <a class="top__notices" href="/notices">
      {say('消息', 'Messages')}
      {unread > 0 && (
        <span class="top__count">
          {count}
          <span class="unseen">{say(' 条没看过', ' unread')}</span>
        </span>
      )}
    </a>
  );
}

function CallSomeone({ visit }: { readonly visit: Visit }) {
  const { say, city } = visit;
  return (
    <div class="call">
      <span>{say('想找人帮忙？', 'Want to speak to someone?')}</span>
      {city.phone === undefined ? (
        <a href="/halls">{say('看看就近的大厅和电话', 'Halls and phone numbers')}</a>
      ) : (
        <a href={`tel:${city.phone}`}>{say(`打电话 ${city.phone}`, `Call ${city.phone}`)}</a>
      )}
    </div>
  );
}

function Foot({ visit }: { readonly visit: Visit }) {
  const { say, city, session } = visit;
  return (
    <footer class="foot">
      <div class="foot__in">
        <nav aria-label={say('更多', 'More')}>
          <a href="/items">{say('全部事项', 'All services')}</a>
          <a href="/halls">{say('办事大厅', 'Service halls')}</a>
          <a href="/cases">{say('我的办件', 'My cases')}</a>
          <a href="/bookings">{say('我的预约', 'My bookings')}</a>
          <a href="/licences">{say('我的证照', 'My licences')}</a>
          <a href="/pay">{say('我的缴费', 'My payments')}</a>
          <a href="/verify">{say('核验证照', 'Check a certificate')}</a>
          <a href="/orders/new">{say('咨询、投诉、办不成事', 'Ask, complain, get unstuck')}</a>
          <a href="/hot-topics">{say('大家反映多的事', 'What many people raise')}</a>
          <a href="/surveys">{say('满意度问卷', 'Survey')}</a>
          <a href="/not-needed">{say('不用再开的证明', 'Papers you no longer need')}</a>
        </nav>
        {city.phone !== undefined && (
          <p>
            {say('咨询电话 ', 'Enquiries ')}
            <a href={`tel:${city.phone}`}>{city.phone}</a>
          </p>
        )}
        {session.kind === 'citizen' && (
          <form method="post" action="/sign-out">
            <button type="submit" class="linkish">
              {say('退出登录', 'Sign out')}
            </button>
          </form>
        )}
      </div>
    </footer>
  );
}
