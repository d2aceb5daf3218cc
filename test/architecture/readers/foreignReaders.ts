import { parseMarkdown } from '../../../media/panel/markdownTokens.ts';
import { settledLength } from '../../../media/panel/settledLength.ts';
import { matchGlob } from '../../../src/assist/instructions/fileGlob.ts';
import { importsIn } from '../../../src/assist/instructions/imports.ts';
import { readScoped } from '../../../src/assist/instructions/instructionScope.ts';
import { readPromptFile } from '../../../src/assist/promptFiles/promptFile.ts';
import { linksIn } from '../../../src/assist/promptFiles/promptLinks.ts';
import { fillVariables, inputsOf } from '../../../src/assist/promptFiles/promptVariables.ts';
import { hunks } from '../../../src/assist/edits/hunks.ts';
import { ignoreVerdict, longestIgnoreFile } from '../../../src/assist/ignoreRules.ts';
import { blocksAround } from '../../../src/assist/enclosing/enclosingBlock.ts';
import { changesText } from '../../../src/assist/prompt/changesText.ts';
import { fileText } from '../../../src/assist/prompt/fileText.ts';
import { nearest } from '../../../src/assist/prompt/surroundings.ts';
import { addedRisks } from '../../../src/assist/guard/addedRisks.ts';
import { reindentedLines } from '../../../src/assist/guard/reindentedLines.ts';
import { judgePath } from '../../../src/assist/guard/judgePath.ts';
import { isSecretFile } from '../../../src/assist/reading/secretFiles.ts';
import { canonicalQuestion } from '../../../src/core/cache/canonicalQuestion.ts';
import { assess } from '../../../src/core/confidence/assess.ts';
import { fenceAround, readReply } from '../../../src/core/confidence/reading/blocks.ts';
import { readCode } from '../../../src/core/confidence/reading/reading.ts';
import { namesFile } from '../../../src/core/fileName/namesFile.ts';
import type { Expectation } from '../../../src/core/model/purpose.ts';
import { estimateTokens } from '../../../src/core/prompt/estimateTokens.ts';
import { inSteps, type Pace } from '../../../src/core/shared/steps.ts';
import { cleanLine, markdownText } from '../../../src/interaction/text/cleanText.ts';
import { parse } from '../../../src/libraries/parseCode.ts';
import { codeBlocks } from '../../../src/shared/codeBlocks.ts';
import { readFromPanel } from '../../../src/shared/readMessage.ts';
import type { ForeignReader } from './foreignReader.ts';
import { assistanceReaders } from './assistanceReaders.ts';
import { keptReaders } from './keptReaders.ts';
import { secretReaders } from './secretReaders.ts';
import { lastingClock, wireReaders } from './wireReaders.ts';

const pace: Pace = {
  now: () => performance.now(),
  turn: () => new Promise(resolve => setImmediate(resolve)),
};
const expects: Expectation = { form: 'code', code: 'const a = 1;\nconst b = 2;\n', language: 'typescript' };
const answer = 64_000; // 16 characters for each of the 4000 tokens that an edit may have

const judged = (text: string) =>
  assess(
    { expects, instruction: 'change it', text, finish: 'stop' },
    { parse, clock: lastingClock, limitMs: 2_000, signal: new AbortController().signal },
  );

/** The selection, and what stands around it, are as hostile as the answer. */
const judgedBeside = (text: string) =>
  assess(
    {
      expects: {
        form: 'code',
        code: text,
        language: 'typescript',
        around: { before: text, after: text },
        file: 'a.ts',
      },
      instruction: 'change it',
      text: `\`\`\`ts\n${text.replaceAll('a', 'b')}\n\`\`\``,
      finish: 'stop',
    },
    { parse, clock: lastingClock, limitMs: 2_000, signal: new AbortController().signal },
  );

/** An answer that is written about something as hostile. */
const judgedAbout = (kind: 'docs' | 'tests' | 'message') => (text: string) =>
  assess(
    {
      expects: { ...expects, form: kind === 'message' ? 'prose' : 'code', code: '', about: { kind, code: text } },
      instruction: '',
      text: kind === 'message' ? text : `\`\`\`ts\n${text}\n\`\`\``,
      finish: 'stop',
    },
    { parse, clock: lastingClock, limitMs: 2_000, signal: new AbortController().signal },
  );

const around = (language: string): ForeignReader => ({
  name: `block around the cursor, ${language}`,
  limit: 300_000,
  grammars: ['lines', 'code', 'words', 'data', 'markdown'],
  read: text => inSteps(blocksAround({ text, language, line: 3 }), pace),
});

const parsing = (language: string): ForeignReader => ({
  name: `parse, ${language}`,
  limit: 132 * 1024,
  grammars: ['lines', 'code', 'data'],
  read: text => parse(language, text),
});

/** Every reader of foreign text that has no limit of a few hundred characters. A new one is a row here. */
export const foreignReaders: readonly ForeignReader[] = [
  ...wireReaders,
  ...keptReaders,
  ...secretReaders,
  ...assistanceReaders,
  { name: 'blocks of an answer', limit: answer, grammars: ['markdown', 'lines'], read: readReply },
  {
    name: 'code of an answer',
    limit: answer,
    grammars: ['markdown', 'lines', 'code'],
    read: text => readCode(text, expects),
  },
  {
    name: 'code of an answer in a fence',
    limit: answer,
    grammars: ['lines', 'code', 'words'],
    read: text => readCode(`\`\`\`ts\n${text}\n\`\`\``, expects),
  },
  { name: 'judging an answer', limit: answer, grammars: ['markdown', 'lines', 'code'], read: judged },
  {
    name: 'judging an answer in a fence',
    limit: answer,
    grammars: ['lines', 'code', 'words'],
    read: text => judged(`\`\`\`ts\n${text}\n\`\`\``),
  },
  {
    name: 'judging an answer beside a selection like it',
    limit: answer / 2, // both together are as long as an answer may be
    grammars: ['lines', 'code', 'words'],
    read: judgedBeside,
  },
  ...(['docs', 'tests', 'message'] as const).map((kind): ForeignReader => ({
    name: `judging what is written about code: ${kind}`,
    limit: answer,
    grammars: ['lines', 'code', 'words'],
    read: judgedAbout(kind),
  })),
  {
    name: 'name of a file as a line',
    limit: answer,
    grammars: ['fileNames', 'lines'],
    read: line => namesFile(line, { path: 'src/a.ts', family: undefined }),
  },
  { name: 'fence around a text', limit: 500_000, grammars: ['markdown'], read: fenceAround },
  { name: 'code blocks of the panel', limit: answer, grammars: ['markdown', 'lines'], read: codeBlocks },
  ...['typescript', 'cpp', 'python', 'yaml', 'php', 'markdown'].map(around),
  ...['jsonc', 'python', 'typescriptreact'].map(parsing),
  {
    name: 'ignore rules',
    limit: longestIgnoreFile,
    grammars: ['rules', 'lines'],
    read: text => inSteps(ignoreVerdict(text, `${'a/'.repeat(100)}c`), pace),
  },
  {
    name: 'file of instructions',
    limit: 20_000,
    grammars: ['lines', 'data', 'markdown', 'rules'],
    read: text => [
      readScoped(`---\n${text}\n---\n${text}`),
      readScoped(`---\napplyTo: ${text}\n---\n`),
      importsIn(text, 'CLAUDE.md'),
    ],
  },
  {
    name: 'pattern of instructions',
    limit: 500,
    grammars: ['rules', 'data', 'lines'],
    read: text => [matchGlob(text, `${'a/'.repeat(100)}c`), matchGlob('**/a*/**/{a,b}*', text)],
  },
  {
    name: 'prompt file',
    limit: 20_000,
    grammars: ['lines', 'data', 'markdown', 'code'],
    read: text => {
      const prompt = readPromptFile(`---\n${text}\n---\n${text}`, 'a.prompt.md');
      const place = { file: 'a.ts', folder: 'a' };
      return [inputsOf(prompt.text), fillVariables(prompt.text, place, new Map()), linksIn(prompt.text, 'a.prompt.md')];
    },
  },
  {
    name: 'hunks of an edit',
    limit: answer,
    grammars: ['lines', 'code'],
    read: text => hunks(text, text.replaceAll('a', 'b').replaceAll('line', 'row')),
  },
  {
    name: 'what an edit adds',
    limit: 300_000,
    grammars: ['lines', 'code', 'data'],
    read: after => inSteps(addedRisks({ before: '', after }), pace),
  },
  {
    name: 'lines of an edit that stand further in',
    limit: 300_000,
    grammars: ['lines', 'code'],
    read: after => inSteps(reindentedLines({ before: ` ${after}`, after }, 'python'), pace),
  },
  {
    name: 'surroundings',
    limit: 500_000,
    grammars: ['lines', 'code'],
    read: text => nearest({ before: text, after: text, outline: { before: [], after: [] } }),
  },
  {
    name: 'text of a file',
    limit: 500_000,
    grammars: ['lines', 'code'],
    read: text => fileText({ before: text, code: text, after: text }),
  },
  {
    name: 'changes of a text',
    limit: 300_000,
    grammars: ['lines', 'code'],
    read: text =>
      changesText(`0\n${text}`, `${text.slice(0, text.length / 2)}\nchanged\n${text.slice(text.length / 2)}`),
  },
  // a selection of 100 000 characters, in which placeholders are longer than what they stand for
  { name: 'tokens of a text', limit: 250_000, grammars: ['lines', 'code', 'markdown'], read: estimateTokens },
  { name: 'canonical question', limit: 20_000, grammars: ['lines', 'words', 'code'], read: canonicalQuestion },
  {
    name: 'guarded path',
    limit: 4_096,
    grammars: ['lines', 'rules'],
    read: path => judgePath(path, { isWindowsLike: true }),
  },
  { name: 'secret file', limit: 4_096, grammars: ['lines', 'rules'], read: isSecretFile },
  {
    name: 'message of the panel',
    limit: 64 * 1024,
    grammars: ['keys'],
    read: text => readFromPanel({ kind: 'link', url: text }),
  },
  {
    name: 'a line that is shown',
    limit: 64 * 1024,
    grammars: ['lines', 'markdown'],
    read: text => [cleanLine(text, 200), markdownText(text)],
  },
  {
    name: 'Markdown of the panel',
    limit: answer,
    grammars: ['markdown', 'lines'],
    read: text => settledLength(text, parseMarkdown(text, {})),
  },
];
