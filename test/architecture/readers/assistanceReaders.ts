import { changedFiles, diffSections } from '../../../src/assist/commit/changedFiles.ts';
import { changeSections } from '../../../src/assist/commit/changeSections.ts';
import { inStyle } from '../../../src/assist/commit/commitStyle.ts';
import { commitText } from '../../../src/assist/commit/commitText.ts';
import { fileLines, placesIn } from '../../../src/assist/edits/fileLines.ts';
import { placeBlocks } from '../../../src/assist/edits/placeBlocks.ts';
import { readBlocks } from '../../../src/assist/edits/readBlocks.ts';
import { documented } from '../../../src/assist/documentation/documented.ts';
import { undocumented } from '../../../src/assist/documentation/undocumented.ts';
import { readFindings } from '../../../src/assist/review/readFindings.ts';
import { suggestedNames } from '../../../src/assist/names/suggestedNames.ts';
import { silenced } from '../../../src/assist/problems/silenced.ts';
import { newFileDiff, withoutLinesOf } from '../../../src/assist/reading/openDiff.ts';
import { merged } from '../../../src/assist/testFiles/merged.ts';
import { parsedInPlace } from '../../../src/core/confidence/evidence/inPlace.ts';
import { fileAtHand } from '../../../src/core/confidence/library/fileAtHand.ts';
import { namesFound } from '../../../src/core/confidence/names/namesFound.ts';
import { parse } from '../../../src/libraries/parseCode.ts';
import { goPackages, rustPackages } from '../../../src/assist/packages/namedPackages.ts';
import { pythonPackages } from '../../../src/assist/packages/pythonPackages.ts';
import { scriptPackages } from '../../../src/assist/packages/scriptPackages.ts';
import { inSteps } from '../../../src/core/shared/steps.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import type { ForeignReader } from './foreignReader.ts';

const answer = 64_000; // 16 characters for each of the 4000 tokens that an edit may have
const longestDiff = 1_000_000;

const documenting = (language: string, code: string): ForeignReader => ({
  name: `comment of an answer, ${language}`,
  limit: 32_000, // a longer answer is none
  grammars: ['lines', 'code', 'words'],
  read: text => documented(code, text, language),
});

/** A language service that takes each line for a declaration, up to ten thousand of them. */
const finding = (language: string): ForeignReader => ({
  name: `what is not documented, ${language}`,
  limit: 300_000,
  grammars: ['lines', 'code', 'words'],
  read: text => {
    const count = Math.min(text.split('\n').length, 10_000);
    const symbols = Array.from({ length: count }, (_, line) => ({
      name: `name${line}`,
      kind: 'Class',
      startLine: line,
      endLine: count,
      nameLine: line,
      nameColumn: 0,
      children: [],
    }));
    return inSteps(undocumented({ text, language, file: 'a.h', symbols }), pace);
  },
});

/** The test file is as hostile as the answer. */
const merging = (language: string): ForeignReader => ({
  name: `tests of an answer, ${language}`,
  limit: answer / 2, // both together are as long as an answer may be
  grammars: ['lines', 'code', 'words', 'tests'],
  read: text => merged(text.replaceAll('a', 'b'), text, language),
});

/** The file is as hostile as the answer. */
const naming = (language: string): ForeignReader => ({
  name: `names of an answer, ${language}`,
  limit: answer,
  grammars: ['lines', 'code', 'words'],
  read: async text => {
    const expects = { form: 'code', language, code: 'a', known: () => ({ before: text, after: text }) } as const;
    const reply = `\`\`\`\n${text.replaceAll('a', 'b')}\n\`\`\``;
    const file = await fileAtHand(expects);
    const material = { expects, instruction: '', text: reply, finish: 'stop', parse, ...file } as const;
    const reading = { is: 'code', code: text.replaceAll('a', 'b'), blocks: 1 } as const;
    return inSteps(namesFound({ ...material, reply: { blocks: [], prose: '' }, reading }), pace);
  },
});

/** What stands around the selection is as hostile as the answer. */
const inFile = (language: string): ForeignReader => ({
  name: `an answer in its file, ${language}`,
  limit: 43 * 1024, // three times that is the longest text that is parsed
  grammars: ['lines', 'code', 'data'],
  read: text =>
    parsedInPlace({ language, code: text, original: text, place: { before: `${text}\n`, after: `\n${text}` }, parse }),
});

/** Forty findings, each of which quotes a piece of the text. */
function reviewOf(text: string): string {
  const length = Math.ceil(text.length / 40);
  const findings = Array.from({ length: 40 }, (_, at) => {
    const quote = text.slice(at * length, (at + 1) * length);
    return { quote, message: quote, fix: quote, why: quote };
  });
  return JSON.stringify({ findings });
}

/** The last third of the text, further in than it stands there, and other lines in place of some of it. */
function* placing(text: string) {
  const quoted = text.slice(-Math.ceil(text.length / 3)).split('\n');
  const search = quoted.map(line => `  ${line}`);
  const block = { file: 'a', named: 'a', search, replace: [...search.slice(1), 'end'] };
  yield; // so far it is the block that was made, not looked for
  return yield* placeBlocks([block], [{ path: 'a', uri: '', language: 'typescript', text }]);
}

function* lookingFor(text: string) {
  const { lines } = yield* fileLines(text);
  return yield* placesIn(lines, [...lines.slice(0, Math.ceil(lines.length / 2)), 'none']);
}

/** What fix, tests, docs, review, rename and the message of a commit read of an answer, a diff and a file. */
export const assistanceReaders: readonly ForeignReader[] = [
  documenting('typescript', 'function f() {}\n'),
  documenting('python', 'def f():\n    pass\n'),
  documenting('cpp', 'int f();\n'),
  ...['typescript', 'python', 'cpp', 'go', 'rust'].map(finding),
  ...['typescript', 'python', 'go', 'rust', 'java'].map(merging),
  ...['typescriptreact', 'python', 'go', 'rust', 'java', 'cpp'].map(naming),
  ...['typescriptreact', 'python', 'jsonc'].map(inFile),
  {
    name: 'packages of a go.mod',
    limit: 1_000_000,
    grammars: ['lines', 'words'],
    read: goPackages,
  },
  {
    name: 'packages of a Cargo.toml',
    limit: 1_000_000,
    grammars: ['lines', 'words'],
    read: rustPackages,
  },
  {
    name: 'packages of a pyproject.toml, and of whatever else names those of Python',
    limit: 1_000_000,
    grammars: ['lines', 'words', 'data'],
    read: text => pythonPackages([{ manifests: [text], beside: [], installed: [] }])?.has('a'),
  },
  {
    name: 'packages of a package.json and a tsconfig.json',
    limit: 1_000_000,
    grammars: ['lines', 'words', 'data'],
    read: text =>
      scriptPackages([{ manifest: text, configs: [`{"paths":${text}`], beside: [], installed: [] }])?.has('a'),
  },
  {
    name: 'search/replace blocks of an answer',
    limit: answer * 2, // twice the tokens of an edit
    grammars: ['lines', 'code', 'words', 'markdown', 'edits'],
    read: text => inSteps(readBlocks(text, ['src/a.ts', 'b.ts']), pace),
  },
  {
    name: 'where a search/replace block stands',
    limit: 300_000, // the longest file that is sent; what is quoted of it is a third
    grammars: ['lines', 'code', 'words'],
    read: text => inSteps(placing(text), pace),
  },
  {
    name: 'lines among others',
    limit: 300_000,
    grammars: ['lines', 'code', 'words'],
    read: text => inSteps(lookingFor(text), pace),
  },
  {
    name: 'findings of a review',
    limit: answer / 4, // each piece stands in it four times
    grammars: ['lines', 'code', 'words', 'markdown'],
    read: text => readFindings(reviewOf(text), text),
  },
  {
    name: 'code that a review quotes',
    limit: 100_000,
    grammars: ['lines', 'code', 'words'],
    read: text => readFindings(reviewOf(text.slice(0, 4_000)), text),
  },
  {
    name: 'message of a commit',
    limit: answer,
    grammars: ['markdown', 'lines', 'words', 'commits'],
    read: text => commitText(text, ['Add a list']),
  },
  {
    name: 'message of a commit in a style',
    limit: answer,
    grammars: ['lines', 'words', 'commits'],
    read: text => inStyle(text, [text, 'ABC-1 Add a list', 'fix(ABC-2): b', 'fix: c'], text),
  },
  {
    name: 'files of a diff',
    limit: longestDiff,
    grammars: ['lines', 'diffs'],
    read: text => changedFiles(`diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n${text}`),
  },
  {
    name: 'diff without the lines of a file',
    limit: longestDiff,
    grammars: ['lines', 'diffs'],
    read: async text => {
      const diff = `diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n${text}`;
      return inSteps(withoutLinesOf(await inSteps(diffSections(diff), pace), new Set(['a'])), pace);
    },
  },
  {
    name: 'heads of a diff without the lines of a file',
    limit: longestDiff,
    grammars: ['diffs'],
    read: async text => inSteps(withoutLinesOf(await inSteps(diffSections(text), pace), new Set(['a'])), pace),
  },
  {
    name: 'new file as a diff',
    limit: longestDiff,
    grammars: ['lines', 'diffs'],
    read: text => inSteps(newFileDiff('a', text), pace),
  },
  { name: 'heads of a diff', limit: longestDiff, grammars: ['diffs'], read: changeSections },
  {
    name: 'names of an answer',
    limit: answer,
    grammars: ['data', 'markdown', 'lines'],
    read: text => suggestedNames(text, { current: 'old', language: 'typescript', taken: new Set() }),
  },
  {
    name: 'a name of an answer',
    limit: answer,
    grammars: ['lines', 'words'],
    read: name =>
      suggestedNames(JSON.stringify([name]), { current: 'oldName', language: 'typescript', taken: new Set() }),
  },
  {
    name: 'what a fix silences',
    limit: answer,
    grammars: ['lines', 'code', 'words', 'silences'],
    read: text => silenced('', text),
  },
];
