import type { Material } from '../evidence/assessor.ts';
import type { Sign } from '../../model/answer.ts';

/** A title that nobody could read in a list. */
const longestTitle = 300;
const placeholder =
  /<(?:type|scope|subject|title|description|body|footer|message)>|\[(?:type|scope|subject|description)\]/i;
/** Items of a list that each are a title. */
const numbered = /^[ \t]*(?:\d{1,2}[.)]|[-*])[ \t]+\S/;
/** Numbers and ids of tasks; in small letters such an id is a word with a number, as in node-20. */
const tasks = /(?<![\w/&#])#\d{1,7}\b|\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/g;
const people = /^(?:signed-off-by|co-authored-by|reviewed-by|acked-by):[^\n]{1,200}$/gim;
/** Standards and algorithms are called so, too. */
const known = /^(?:UTF|ISO|RFC|SHA|MD|ES|HTTP|TLS|SSL|AES|RSA|GPT|IEEE|IPV|CVE|PEP|JSR|ECMA|BASE|X)-/;

/**
 * A text that is no commit message: a form to be filled in, several to choose from, a title without an end; and as a fact, tasks and
 * people that are named nowhere in what was sent. Facts: their names.
 */
export function aboutMessage({ expects, text, sent = [] }: Material): readonly Sign[] {
  if (expects.about?.kind !== 'message') return [];
  const lines = text.trim().split('\n');
  const [title = ''] = lines;
  const isList =
    lines.filter(line => line.trim() !== '').length > 1 &&
    lines.every(line => line.trim() === '' || numbered.test(line));
  const isNone = placeholder.test(title) || isList || title.length > longestTitle;
  const all = sent.join('\n');
  const named = [...(text.match(tasks) ?? []), ...(text.match(people) ?? [])];
  const others = [...new Set(named)].filter(each => !known.test(each) && !all.includes(each));
  return [
    ...(isNone ? [{ code: 'no-message', weight: 'soft', facts: {} } as const] : []),
    ...(others.length === 0
      ? []
      : [
          {
            code: 'unknown-references',
            weight: 'fact',
            facts: { names: others.slice(0, 3).join(', ').slice(0, 120) },
          } as const,
        ]),
  ];
}
