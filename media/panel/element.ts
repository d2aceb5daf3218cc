import { proseText } from './hiddenCharacters.ts';

/** All that our pages are built of. What could fetch, run or frame something is not among them. */
export type Tag =
  | 'article'
  | 'blockquote'
  | 'br'
  | 'button'
  | 'canvas'
  | 'caption'
  | 'code'
  | 'details'
  | 'div'
  | 'em'
  | 'fieldset'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'header'
  | 'hr'
  | 'input'
  | 'label'
  | 'legend'
  | 'li'
  | 'main'
  | 'ol'
  | 'p'
  | 'pre'
  | 'progress'
  | 's'
  | 'section'
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
