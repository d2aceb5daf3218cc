import type { Context } from './assistance.ts';

/**
 * What may be sent of a context in restricted mode, whenever and wherever it was gathered, perhaps by a window that was
 * trusted: the code that was asked about, its place, and what was said. What comes to be known later goes along only when it
 * is named here.
 */
export const selectedOnly = ({
  symbol,
  items,
  document,
  secrets,
  isLineOnly,
  testFile,
  ...context
}: Context): Context => ({
  file: context.file,
  language: context.language,
  code: context.code,
  before: '',
  after: '',
  startLine: context.startLine,
  endLine: context.endLine,
  diagnostics: [],
  hovers: [],
  input: context.input,
  turns: context.turns.map(({ question, answer }) => ({ question, answer })),
  ...(symbol && { symbol }),
  ...(items && { items }),
  ...(document !== undefined && { document }),
  ...(secrets && { secrets }),
  ...(isLineOnly === true && { isLineOnly }),
  ...(testFile && { testFile: { path: testFile.path, language: testFile.language } }),
});
