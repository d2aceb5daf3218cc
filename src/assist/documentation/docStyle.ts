import { familyOf } from '../../core/confidence/reading/languages.ts';

/** How a language writes what documents a declaration. */
export interface DocStyle {
  /** For the model: what it is called, and what it looks like. */
  readonly words: string;
  /** Does it stand above the declaration, or as the first statement of its body? */
  readonly stands: 'above' | 'inside';
  /** By what a comment above a declaration is known to document it, at its beginning; what else stands there stays. */
  readonly begins: RegExp;
  /** With what words become such a comment; undefined: only what is one already is taken. */
  readonly marks: 'stars' | '///' | '//' | '#' | 'summary' | 'quotes' | undefined;
}

const stars = /^\/\*\*(?!\/)/;
const slashes = /^\/\/\//;
const any = /^(?:\/\/|\/\*|#|--|;|%|')/;

const above = (words: string, begins: RegExp, marks: DocStyle['marks']): DocStyle => ({
  words,
  stands: 'above',
  begins,
  marks,
});

const jsDoc =
  'a JSDoc comment (/** … */), with @param, @returns and @throws where they say more than the names do. Types stand in it only where the code itself states none';

const styles: Readonly<Record<string, DocStyle>> = {
  script: above(jsDoc, stars, 'stars'),
  python: {
    words:
      'a docstring (""" … """, PEP 257): a summary on one line, then, in the style of the file, arguments, result and what is raised',
    stands: 'inside',
    begins: /^[rRuU]?(?:"""|'''|"|')/,
    marks: 'quotes',
  },
  go: above(
    'a Go doc comment (// …), whole sentences, the first beginning with the declared name',
    /^(?:\/\/|\/\*)/,
    '//',
  ),
  rust: above(
    'a rustdoc comment (/// …), Markdown, with # Errors, # Panics and # Safety where they apply, without examples that do not compile',
    /^(?:\/\/\/|\/\*\*)/,
    '///',
  ),
  java: above('a Javadoc comment (/** … */) with @param, @return and @throws', stars, 'stars'),
  kotlin: above('a KDoc comment (/** … */) with @param, @return and @throws', stars, 'stars'),
  scala: above('a Scaladoc comment (/** … */)', stars, 'stars'),
  c: above(
    'a Doxygen comment (/** … */, or /// as the file has it) with @brief, @param and @return',
    /^(?:\/\*[*!]|\/\/[/!])/,
    'stars',
  ),
  csharp: above('an XML documentation comment (/// <summary> …)', slashes, 'summary'),
  swift: above(
    'a documentation comment (/// …) with - Parameters:, - Returns: and - Throws:',
    /^(?:\/\/\/|\/\*\*)/,
    '///',
  ),
  dart: above('a documentation comment (/// …)', slashes, '///'),
  php: above('a PHPDoc comment (/** … */)', stars, 'stars'),
  ruby: above('a YARD comment (# …) with @param, @return and @raise', /^#/, '#'),
};

const plain = above('a comment in the style of the language, right above the declaration', any, undefined);

/** The style of a language; of one that is not known a comment above. */
export const docStyleOf = (language: string): DocStyle => styles[familyOf(language) ?? ''] ?? plain;
