import { familyOf } from '../../core/confidence/reading/languages.ts';

/** How a test's name is made of that of its file: `before` + stem + `after`. */
export interface Affix {
  readonly before: string;
  readonly after: string;
}

export const noAffix = { before: '', after: '' };

/** By family: the ways in which names of tests are made, the most usual first; the first is taken where nothing shows which. */
const affixes: Readonly<Record<string, readonly Affix[]>> = {
  script: ['.test', '.spec', '-test', '_test', '.unit.test', '.unit', 'Test', 'Spec'].map(after => ({
    ...noAffix,
    after,
  })),
  python: [
    { before: 'test_', after: '' },
    { before: '', after: '_test' },
    { before: 'tests_', after: '' },
  ],
  go: [{ before: '', after: '_test' }],
  java: ['Test', 'Tests', 'TestCase', 'IT', 'Spec'].map(after => ({ ...noAffix, after })),
  kotlin: ['Test', 'Tests', 'Spec'].map(after => ({ ...noAffix, after })),
  scala: ['Spec', 'Test', 'Suite', 'Tests'].map(after => ({ ...noAffix, after })),
  csharp: ['Tests', 'Test', '.Tests', 'Specs'].map(after => ({ ...noAffix, after })),
  swift: ['Tests', 'Test', 'Spec'].map(after => ({ ...noAffix, after })),
  dart: [{ before: '', after: '_test' }],
  php: [{ before: '', after: 'Test' }],
  ruby: [
    { before: '', after: '_spec' },
    { before: '', after: '_test' },
    { before: 'test_', after: '' },
  ],
  c: [
    ...['_test', '_tests', '_unittest', '-test', '.test', 'Test', 'Tests', 'TestCase'].map(after => ({
      ...noAffix,
      after,
    })),
    ...['test_', 'test-', 'Test', 'tests_'].map(before => ({ ...noAffix, before })),
  ],
  rust: [
    { before: '', after: '_test' },
    { before: '', after: '_tests' },
    { before: 'test_', after: '' },
  ],
};
const usual: readonly Affix[] = [
  { before: '', after: '_test' },
  { before: 'test_', after: '' },
  { before: '', after: '.test' },
];

/** The ways of a language. */
export const affixesOf = (language: string): readonly Affix[] => affixes[familyOf(language) ?? ''] ?? usual;

/** The way in which a name is made, when it is that of a test. */
export const affixIn = (stem: string, of: readonly Affix[]): Affix | undefined =>
  of.find(
    ({ before, after }) =>
      stem.length > before.length + after.length && stem.startsWith(before) && stem.endsWith(after),
  );
