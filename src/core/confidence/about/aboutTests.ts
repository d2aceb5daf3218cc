import { answerCode, type Material } from '../evidence/assessor.ts';
import { headsOf } from '../changes/heads.ts';
import { codeTokens, type CodeToken } from '../reading/codeTokens.ts';
import { familyOf } from '../reading/languages.ts';
import { comparedBy } from '../reading/lexicons.ts';
import type { Sign } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';

/** What asserts in the frameworks of all languages, as a word that is called, or begins a statement. */
const asserting =
  /^(?:expect\w*|[Aa]ssert\w*|[Ss]hould\w*|must\w*|verify\w*|check\w*|ensure\w*|require|raises|[Tt]hrows|fail\w*|Error\w*|Fatal\w*|XCT\w+|EXPECT_\w+|ASSERT_\w+|CHECK\w*|REQUIRE\w*|BOOST_\w+|panic|is|ok|equal|same|like|deepEqual|truthy|falsy|snapshot|is_ok|is_err|match_snapshot|toMatch\w*)$/;
/** Where tests are written with such words; in shell scripts and SQL any command may be one. */
const families: ReadonlySet<string> = new Set([
  ...['script', 'python', 'go', 'rust', 'java', 'kotlin', 'scala', 'swift', 'dart', 'csharp', 'c', 'php', 'ruby'],
]);
/** What keeps a test from being run. */
const skipping =
  /\b(?:test|it|describe|suite|context)\.(?:skip|todo|fixme)\b|\bx(?:it|test|describe)\(|@(?:Disabled|Ignore)\b|\bpytest\.(?:mark\.)?skip|@unittest\.skip|#\[ignore\b|\b[tb]\.Skip(?:f|Now)?\(|\[(?:Ignore|Fact\(Skip)|\bXCTSkip|\bGTEST_SKIP|\bDISABLED_/;
/** What holds whatever the code does. */
const trivial =
  /\bexpect\((true|false|1|0)\)\.(?:to\.?)?(?:be|equal|eq|toBe|toEqual|toStrictEqual)\(\1\)|\bassert(?:\.(?:ok|isTrue|equal|strictEqual))?[ (]\(?(?:true|True|1)\)?(?:, ?(?:true|True|1))?\)?(?:[;\s]|$)|\bassertTrue\(true\)|\bassert!\(true\)/;

/**
 * Tests that check nothing but that no error is thrown: none of them asserts (of 2 457 real test files 48), or what it asserts holds
 * anyway; and as facts: tests that are never run, tests that name nothing of what they are about. Facts: line, or name.
 */
export function* aboutTests(material: Material): Steps<readonly Sign[]> {
  const { about, language, code: before } = material.expects;
  const code = answerCode(material);
  const lexicon = comparedBy(language);
  if (about?.kind !== 'tests' || code === undefined || !lexicon || !families.has(familyOf(language) ?? '')) return [];
  const tokens = (yield* codeTokens(code, lexicon)).filter(({ kind }) => kind !== 'comment');
  const tested = yield* headsOf((yield* codeTokens(about.code, lexicon)).filter(({ kind }) => kind !== 'comment'));
  const name = unnamed(
    tested.map(head => head.name),
    tokens,
  );
  const skipped = skipping.test(before) ? -1 : code.search(skipping);
  return [
    ...(assertsNothing(code, tokens) ? [{ code: 'asserts-nothing', weight: 'soft', facts: {} } as const] : []),
    ...(skipped < 0
      ? []
      : [{ code: 'tests-skipped', weight: 'fact', facts: { line: lineAt(code, skipped) } } as const]),
    ...(name === undefined ? [] : [{ code: 'other-code', weight: 'fact', facts: { name } } as const]),
  ];
}

function assertsNothing(code: string, tokens: readonly CodeToken[]): boolean {
  if (/\/\/ (?:Unordered )?[Oo]utput:/.test(code)) return false; // examples of Go
  const isTrivial = trivial.test(code);
  const asserts = tokens.filter(({ kind, text }) => kind === 'word' && asserting.test(text));
  return asserts.length === 0 || (isTrivial && asserts.length === 1);
}

/** The first name of what is tested, where the tests say none of its names, not even in a text. */
function unnamed(names: readonly string[], tokens: readonly CodeToken[]): string | undefined {
  const isNamed = names.some(name =>
    tokens.some(({ text, kind }) => text === name || (kind === 'text' && text.includes(name))),
  );
  return isNamed ? undefined : names[0];
}

const lineAt = (code: string, offset: number): number => code.slice(0, offset).split('\n').length;
