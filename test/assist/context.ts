import type { Context } from '../../src/assist/assistance.ts';

/** A context with everything filled in. */
export const contextOf = (more: Partial<Context> = {}): Context => ({
  file: 'src/price.ts',
  language: 'typescript',
  code: 'const price = 1;\n',
  before: '',
  after: '',
  startLine: 3,
  endLine: 3,
  diagnostics: [],
  hovers: [],
  input: '',
  turns: [],
  ...more,
});
