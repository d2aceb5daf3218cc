import { answerCode, type Material } from '../evidence/assessor.ts';
import { familyOf } from '../reading/languages.ts';
import { compound, isInLibrary } from '../evidence/explanation.ts';
import type { Sign } from '../../model/answer.ts';

/** How parameters are told of: `@param {T} [name=1]`, `:param T name:`, `\param name`. Of `options.name` the first is one. */
const parameterTag =
  /(?:[@\\]param(?:\[\w{2,6}\])?[ \t]+(?:\{[^}\n]{0,200}\}[ \t]*)?\[?|:param[ \t]+(?:[\w.]{1,60}[ \t]+)?)([\p{L}_$*][\p{L}\p{N}_$]{0,60})/gu;
/** A name as a program writes it. Links lead to what stands elsewhere: of 582 real comments one in seven has such. */
const quotedName = /`([\p{L}_$][\p{L}\p{N}_$]{2,60})(?:\(\))?`/gu;
/** Signs of comments, tags with their types, and what is only a name. */
const frame = /^[ \t]*(?:\/\*\*?|\*\/|\*|\/\/[/!]?|#|"""|'''|--)[ \t]*|\*\/$|"""$|'''$/gm;
const tag = /[@\\:](?:param|returns?|throws|raises?|typeparam|tparam|type|rtype|exception|arg)\b/g;
/** Words that stand where words are still to be written. */
const placeholders =
  /\b(?:todo|tbd|type|any|unknown|object|fixme|xxx|description|describe|summary|placeholder|lorem ipsum|insert|your|text|here|goes|the|a|this|function|method|class|add|_+summary_+|_+description_+)\b/gi;

/**
 * A comment that documents nothing: it is empty, or holds only what is to be filled in; and as facts, parameters that the code does
 * not have, and names that stand nowhere in what was sent. Facts: these names.
 */
export function aboutDocs(material: Material): readonly Sign[] {
  const { expects, sent = [] } = material;
  const { about, language } = expects;
  const comment = answerCode(material);
  if (about?.kind !== 'docs' || comment === undefined || familyOf(language) === undefined) return [];
  const own = new Set(about.code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []);
  const named = [...comment.matchAll(parameterTag)].map(([, name = '']) => name.replace(/^\*+/, ''));
  const others = [...new Set(named)].filter(name => !own.has(name) && !isOfPattern(about.code, name));
  const words = wordsOf(comment, new Set(named));
  const seen = [about.code, ...sent].join('\n');
  const quoted = [...new Set([...comment.matchAll(quotedName)].map(([, name = '']) => name))];
  const unknown = quoted.filter(name => compound.test(name) && !seen.includes(name) && !isInLibrary(name, language));
  return [
    ...(words.length === 0 ? [{ code: 'documents-nothing', weight: 'soft', facts: {} } as const] : []),
    ...factOf('other-parameters', others),
    ...factOf('unknown-names', unknown),
  ];
}

const mostShown = 4;

const factOf = (code: 'other-parameters' | 'unknown-names', names: readonly string[]): readonly Sign[] =>
  names.length === 0
    ? []
    : [{ code, weight: 'fact', facts: { names: names.slice(0, mostShown).join(', '), count: names.length } }];

/** A parameter that is taken apart has no name in the code: any will do, and its parts stand there. */
const isOfPattern = (code: string, name: string): boolean =>
  /\(\s*[{[]|,\s*[{[]/.test(code) && /^(?:options?|props|params?|args|config|arg\d?|root\d?|o)$/i.test(name);

function wordsOf(comment: string, named: ReadonlySet<string>): readonly string[] {
  const plain = comment.replace(frame, ' ').replace(tag, ' ').replace(placeholders, ' ');
  return (plain.match(/\p{L}[\p{L}\p{N}]+/gu) ?? []).filter(word => !named.has(word));
}
