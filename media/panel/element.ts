import { proseText } from './hiddenCharacters.ts';

/** All that the panel is built of. What could fetch, run or frame something is not among them. */
export type Tag =
  | 'article'
  | 'blockquote'
  | 'br'
  | 'button'
  | 'code'
  | 'details'
  | 'div'
  | 'em'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'hr'
  | 'li'
  | 'main'
  | 'ol'
  | 'p'
  | 'pre'
  | 's'
  | 'span'
  | 'strong'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'textarea'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul';

/** A new element; strings become text without hidden characters. `className` may be ''. */
export function element<T extends Tag>(
  tag: T,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...content.map(each => (typeof each === 'string' ? proseText(each) : each)));
  return made;
}
