import type { Finding, Path } from '../finding.ts';
import type { Content } from '../read/read-content.ts';
import { mattersOf } from '../reference/hotline.ts';
import type { ReplyLibrary } from '../reference/replies.ts';
import type { LintContext } from './context.ts';
import { found, repeated, unknownNames, type Wrong } from './hotline-rules.ts';
import { plainFaults } from './plain-words.ts';
import { repeats } from './report.ts';
import { unknownSources, unsaid } from './sources.ts';

type Reply = ReplyLibrary['replies'][number];
type Known = {
  readonly items?: readonly string[] | undefined;
  readonly matters?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
};

/** Rules over the reply library: plain words, every slot named, every link leads somewhere, two people, a last day. */
export function lintReplies(content: Content, context: LintContext): Finding[] {
  const { replies, matters, hotline } = content;
  const known: Known = {
    items: context.items === undefined ? undefined : [...context.items],
    matters: matters === undefined ? undefined : mattersOf(matters.value).map(({ id }) => id),
    kinds: hotline?.value.kinds.map(({ id }) => id),
  };
  const everywhere = repeats(
    replies.flatMap((read) => read.value.replies.map(({ id }) => ({ id, file: read.file }))),
    ({ id }) => id,
  );
  return replies.flatMap((read) =>
    found(read, ({ replies: list }) => [
      ...unknownSources(list, context),
      ...repeated(list, ['replies'], '口径'),
      ...inOtherFiles(
        list,
        everywhere.filter(({ entry }) => entry.file === read.file).map(({ entry }) => entry.id),
      ),
      ...list.flatMap((reply, at) => wrongReply(reply, ['replies', at], { known, context })),
    ]),
  );
}

function inOtherFiles(list: readonly Reply[], twice: readonly string[]): Wrong[] {
  return list.flatMap(({ id }, at) => {
    const isAlone = list.filter((other) => other.id === id).length === 1;
    return isAlone && twice.includes(id)
      ? [{ path: ['replies', at, 'id'], message: `口径“${id}”在别的文件里已经有了` }]
      : [];
  });
}

function wrongReply(
  reply: Reply,
  path: Path,
  { known, context }: { known: Known; context: LintContext },
): Wrong[] {
  const { item, matters = [], kinds = [], text, valid_from, valid_until, scope } = reply;
  const isCity = scope.division.length === 4;
  return [
    ...unsaid(reply, path),
    ...unknownNames(item === undefined ? [] : [item], known.items, { path: [...path, 'item'], what: '事项' }),
    ...unknownNames(matters, known.matters, { path: [...path, 'matters'], what: '事项类别' }),
    ...unknownNames(kinds, known.kinds, { path: [...path, 'kinds'], what: '类别' }),
    ...wrongSlots(reply, path),
    ...plainFaults(text, context.words).map(({ message }) => ({ path: [...path, 'text'], message })),
    ...(valid_from < valid_until
      ? []
      : [{ path: [...path, 'valid_until'], message: '失效的那天要在生效以后' }]),
    ...(isCity === (scope.level === 'city')
      ? []
      : [{ path: [...path, 'scope'], message: '省级口径写两位区划，市级口径写四位' }]),
    ...(reply.author === reply.approver
      ? [{ path: [...path, 'approver'], message: '起草和审定要是两种人' }]
      : []),
  ];
}

/** Every {slot} in the text is named, and every named slot is in the text. */
function wrongSlots({ text, slots = [] }: Reply, path: Path): Wrong[] {
  const written = new Set([...text.matchAll(/\{([^{}]+)\}/g)].map(([, slot]) => slot ?? ''));
  const unnamed = [...written].filter((slot) => !slots.includes(slot));
  const unwritten = slots.filter((slot) => !written.has(slot));
  return [
    ...unnamed.map((slot) => ({ path: [...path, 'slots'], message: `文中的空“${slot}”没有列出` })),
    ...unwritten.map((slot) => ({ path: [...path, 'slots'], message: `列出的空“${slot}”文中没有` })),
  ];
}
