import { familyOf, isProse } from '../../core/confidence/reading/languages.ts';

/** Families whose files declare nothing that is documented for others. */
const data: readonly string[] = [
  ...['json', 'css', 'html', 'sql', 'yaml', 'toml', 'dockerfile', 'makefile', 'markdown', 'diff'],
];

const header = /\.(?:h|hh|hpp|hxx|h\+\+|inl|ipp|tpp|ixx|cppm|cuh)$/i;

/**
 * Why it cannot be told what is public in such a file: its language has no declarations for others, or it is a source file of C, in
 * whose headers others look. undefined: it can.
 */
export function whyNotDocumentable(language: string, file: string): 'language' | 'source' | undefined {
  const family = familyOf(language) ?? '';
  if (isProse(language) || data.includes(family)) return 'language';
  return family === 'c' && !header.test(file) ? 'source' : undefined;
}
