/**
 * What a curly bracket opens: what may be asked about as a whole (a function, a type), an expression in braces, a block of
 * statements, or more of what stands at the top of a file.
 */
export type Opened = 'function' | 'type' | 'object' | 'block' | 'top';

/** What the words before a curly bracket say about it. */
export interface Header {
  /** From the end of the last statement on, on one line, with `()`, `[]` and `{}` for what stands in such brackets. */
  readonly words: string;
  /** What the bracket stands in; 'group': in round or square ones. */
  readonly within: Opened | 'group';
  /** Does it stand in a function, at any depth? */
  readonly isInFunction: boolean;
  /** Does it follow the last word without a blank? */
  readonly isClose: boolean;
}

/**
 * Tells what a bracket opens. Functions without a name count only where language services list them (TypeScript and
 * JavaScript), so that the same block is found with and without one.
 */
export function readHeader(family: string, header: Header): Opened {
  if (family === 'json') return 'type';
  const words = withoutMarks(header.words);
  if (words === '') return ['group', 'object'].includes(header.within) ? 'object' : 'block';
  const read = byFamily[family] ?? cLike;
  return read({ ...header, words }, family);
}

type Read = (header: Header, family: string) => Opened;

/** Without annotations, attributes and labels at its beginning. */
const withoutMarks = (words: string): string =>
  words
    .trim()
    .replace(
      /^(?:(?:@(?!interface)[\w.$]+\s*(?:\(\))?|#?\[\](?=\s*[\w#@[])|(?:public|private|protected|signals|slots|default)(?:\s+slots)?\s*:(?!:)|case\b[^:]*:(?!:))\s*)+/,
      '',
    );

const opensExpression =
  /(?:[=([,:?!&|+\-*/%~^<]|\b(?:return|default|typeof|in|of|import|export|const|let|var|yield|await|throw|new|case|extends))$/;
const isControl =
  /^(?:\}?\s*)(?:if|else|for|foreach|while|do|switch|match|when|try|catch|finally|with|using\s*\(\)|lock\s*\(\)|fixed\s*\(\)|synchronized\s*\(\)|checked|unchecked|unsafe|loop|guard|defer|select|return|throw|await|yield|goto|go)(?![\w-])/;

const script: Read = ({ words, within, isClose }) => {
  if (words.endsWith('=>')) return 'function';
  if (/^(?:export |declare )*type\s[^=]*=$/.test(words)) return 'type';
  if (opensExpression.test(words)) return 'object';
  if (/\bfunction\b\s*\*?\s*[\w$]*\s*(?:<.*>)?\s*\(\)(?:\s*:.*)?$/.test(words)) return 'function';
  if (isControl.test(words) && within !== 'type' && within !== 'object') return 'block';
  if (/(?:^|[\s=(:,])(?:class|interface|enum|namespace|module|global)(?:\s|$)/.test(words)) return 'type';
  if (words === 'static') return 'function';
  if (within !== 'type' && within !== 'object') return 'block';
  const isMethod = /^(?:[\w$#\s*"]|\[\])+\??\s*(?:<.*>)?\(\)\s*(?::.*)?$/.test(words);
  return isMethod ? 'function' : isClose ? 'object' : 'block';
};

const typeWord =
  /\b(?:class|interface|enum|record|namespace|module|union|struct|trait|mixin|extension|protocol|actor|object|impl|mod)\b(?!\s*[.(=,;:)])/;

/** C and its kind, Java, C#, Dart: a function is a name with a list of parameters. */
const cLike: Read = ({ words: all, within, isInFunction, isClose }, family) => {
  const words = all.replace(/\btemplate\s*<[^<>]*(?:<[^<>]*>[^<>]*)*>/g, '').trim();
  if (/(?:=>|->)$/.test(words)) return 'block'; // a lambda
  if (family === 'java' && /\bnew\s+[\w.<>,\s?]+\(\)$/.test(words)) return 'type';
  if (opensExpression.test(words) || /\bnew\s+[\w.<>,\s?[\]]+(?:\(\))?$/.test(words)) return 'object';
  if (isControl.test(words)) return 'block';
  if (family === 'c' && /^extern\s*"+$/.test(words)) return 'top';
  const isNamed = /^[^=]*[\w>~"\]]\s*\(\)/.test(words) || /\boperator\b/.test(words);
  const returnsStruct = family === 'c' && isNamed && /^(?:[\w\s*]*)\b(?:struct|union|enum)\b/.test(words);
  if (typeWord.test(words) && !returnsStruct) return 'type';
  if (family === 'c' && /^[-+]\s*\(\)/.test(words)) return 'function'; // a method of Objective-C
  if (family === 'java' && within === 'type' && /^(?:[\w\s]+(?:\(\))?,\s*)*\w+$/.test(words)) return 'type'; // a constant of an enum
  if (!isNamed)
    return family === 'csharp' && within === 'type' && /^[\w\s<>,.?[\]]+$/.test(words) ? 'function' : 'block';
  if (isClose && /\(\)\s*:[^:]/.test(words) && /[\w>]$/.test(words)) return 'object'; // x{1} in a list of initializers
  if (family === 'c') return isInFunction ? 'block' : 'function';
  if (family === 'java') return within === 'type' || within === 'top' ? 'function' : 'block';
  return !isInFunction || /^[\w<>[\],.?\s]+\s+\w+\s*(?:<.*>)?\(\)/.test(words) ? 'function' : 'block';
};

const go: Read = ({ words, within, isClose }) => {
  if (/^func\b/.test(words) && within === 'top')
    return isClose && /\b(?:interface|struct)$/.test(words) ? 'object' : 'function';
  if (/^(?:type\s+)?\w+(?:\[\])?\s+(?:struct|interface)$/.test(words)) return 'type';
  return isClose ? 'object' : 'block';
};

/** A language in which functions and types begin with words of their own. */
const byWords =
  (functions: RegExp, types: RegExp): Read =>
  ({ words }) => {
    if (functions.test(words)) return 'function';
    if (types.test(words)) return 'type';
    return opensExpression.test(words) ? 'object' : 'block';
  };

const byFamily: Readonly<Record<string, Read>> = {
  script,
  go,
  rust: byWords(/\bfn\b/, /\b(?:impl|struct|enum|trait|mod|union|macro_rules)\b/),
  kotlin: byWords(/\b(?:fun|init|constructor)\b|^[gs]et\s*\(\)/, /\b(?:class|interface|object|enum)\b/),
  swift: byWords(
    /\b(?:func|init[?!]?|deinit|subscript)\b|\bvar\s+\w+\s*:[^=]+$/,
    /\b(?:class|struct|enum|protocol|extension|actor)\b/,
  ),
  scala: byWords(/\bdef\b/, /\b(?:class|object|trait|enum|given|extension)\b/),
  php: byWords(/\b(?:function|fn)\b/, /\b(?:class|interface|trait|enum|namespace)\b/),
  shell: byWords(/^(?:function\s+[\w:.-]+(?:\s*\(\))?|[\w:.-]+\s*\(\))$/, /^$/),
  css: () => 'type',
};
