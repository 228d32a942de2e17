import type { Content } from '../read/read-content.ts';
import type { ForbiddenWords, RetiredCertificates } from '../reference/words.ts';

/** What the rules know about the rest of the content while they look at one item; an absent part is not checked. */
export type LintContext = {
  sources?: ReadonlySet<string>;
  licences?: ReadonlyMap<string, ReadonlySet<string>>;
  items?: ReadonlySet<string>;
  retired?: RetiredCertificates['certificates'];
  words?: ForbiddenWords;
};

/** The context of a whole content tree. */
export function contextOf(content: Content): LintContext {
  const context: LintContext = { items: new Set(content.items.map(({ folder }) => folder.item.id)) };
  if (content.sources) context.sources = new Set(Object.keys(content.sources.value));
  if (content.licences) {
    context.licences = new Map(
      content.licences.value.types.map((type) => [type.id, new Set(type.fields.map((field) => field.id))]),
    );
  }
  if (content.retired) context.retired = content.retired.value.certificates;
  if (content.forbidden) context.words = content.forbidden.value;
  return context;
}
