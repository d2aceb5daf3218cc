import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { treeOf } from './expressions/expressionTree.ts';
import { matchSteps } from './expressions/matchSteps.ts';
import { pumpedTexts } from './expressions/pumped.ts';

const root = path.join(import.meta.dirname, '../..');
/** The scanner for secrets has tests of its own for this. */
const files = globSync('{src,media}/**/*.ts', { cwd: root })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => !file.startsWith('src/libraries/secret'));

/** Expressions that take more than linear time, by the beginning of how they are told, and what keeps their texts short. */
const bounded: Readonly<Record<string, string>> = {
  'src/assist/enclosing/headers.ts': 'the words before a bracket: at most 1200 characters are kept (codeFrames)',
  'src/assist/enclosing/codeFrames.ts': 'the same words',
  'src/assist/enclosing/yamlBlock.ts': 'the last 200 characters of a line',
  'src/libraries/syntaxTree.ts': 'the first 400 characters of a line',
  'src/assist/enclosing/leadingLines.ts': 'only the first 200 characters of a line are looked at',
  'src/core/cache/canonicalQuestion.ts': 'a question of more than 2000 characters has no canonical form',
  'src/core/prompt/exactCounts.ts': 'at each place at most 1024 characters are looked at',
  'src/editor/asking/evidence/evidenceGatherer.ts': 'the first 1000 characters of a line',
  'src/interaction/asking/asksForUses.ts': 'a question of at most 400 characters',
  'src/providers/http/serverLimits.ts': 'what it is given has matched the expression before it: at most 88 characters',
  'src/providers/errors/wordings.ts': 'the first 2000 characters of a message',
  'src/assist/offline/measuredFunctions.ts': 'lines of at most 600 characters',
  'src/assist/offline/shape/parameterNames.ts': 'parameters of at most 600 characters',
  'src/assist/offline/shape/resultIn.ts': 'at most 600 characters before a name',
  'src/assist/offline/shape/shapeOf.ts': 'the first 4000 characters of a declaration, or 400 of a name',
  'made by src/core/confidence/evidence/elision.ts': 'lines of at most 200 characters',
};

/** Files that make an expression of a text while they run, and what it is made of. */
const madeWhileRunning: Readonly<Record<string, string>> = {
  'src/assist/enclosing/bracketBlocks.ts': 'one set of characters, or =>',
  'src/assist/guard/pathPattern.ts': 'a name of our lists, with one star in each of its alternatives',
  'src/core/confidence/evidence/frames.ts': 'the blanks that a line begins with, at the beginning of lines',
  'src/core/confidence/reading/pieces.ts': 'sets of one character each',
  'src/core/secrets/addresses.ts': 'made when it is loaded, see below',
  'src/assist/guard/programOrigins.ts': 'made when it is loaded, see below',
  'src/assist/guard/riskRules.ts': 'made when it is loaded, see below',
  'src/core/secrets/placeholders.ts': 'a mark of ours, literally',
  'src/core/unicode/lookAlikes.ts': 'sets of one character each',
  'src/providers/wire/parameterSupport.ts': 'the name of a parameter of ours, literally',
  'src/storage/answerLine.ts': 'one line of at most 100 bytes',
  'src/interaction/bundle/placeHider.ts':
    'names of folders of this machine, literally, each character at most in two spellings',
  'src/libraries/parseCode.ts': 'made when it is loaded, see below',
};
/** Files that make theirs of texts when they are loaded. */
const madeOnLoading: readonly string[] = [
  'src/core/cache/canonicalQuestion.ts',
  'src/assist/guard/looserRules.ts',
  'src/assist/guard/programOrigins.ts',
  'src/core/confidence/evidence/assessor.ts',
  'src/core/confidence/evidence/cutSentence.ts',
  'src/core/confidence/evidence/elision.ts',
  'src/core/confidence/evidence/explanation.ts',
  'src/core/secrets/networkNames.ts',
  'src/core/secrets/printedPlaceholders.ts',
  'src/core/thoughts/thoughts.ts',
  'src/libraries/parseCode.ts',
  'media/panel/hiddenCharacters.ts',
];

/** Four times the text may take so many times the steps: linear is four, squared sixteen. */
const mostGrowth = 6;

/** A text for which an expression's steps grow faster than the text; undefined: none was found. */
function hardText(expression: RegExp): string | undefined {
  const tree = treeOf(expression);
  for (const { before, pump, after } of pumpedTexts(tree, expression.source)) {
    const steps = (times: number): number =>
      matchSteps({ tree, flags: expression.flags, text: before + pump.repeat(times) + after });
    const small = steps(16);
    if (small === Infinity) return `${JSON.stringify(before + pump)} × 16`;
    const middle = steps(64);
    if (middle === Infinity) return `${JSON.stringify(before + pump)} × 64`;
    // a limit of its own may lie between the first two; what grows on is growth
    if (middle > small * mostGrowth && steps(256) > middle * mostGrowth) return `${JSON.stringify(before + pump)} × n`;
  }
  return undefined;
}

/** The literals of a file, each as a regular expression with its line. */
function literalsIn(file: string): readonly (readonly [line: number, expression: RegExp])[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: [number, RegExp][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push([line + 1, new RegExp(node.text.slice(1, end), node.text.slice(end + 1))]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What a file makes of texts when it is loaded: while it is, the constructor writes down what it is asked for. */
async function madeBy(file: string): Promise<readonly RegExp[]> {
  const Plain = globalThis.RegExp;
  const made: RegExp[] = [];
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags]: readonly string[]) {
      const expression = new target(source ?? '', flags);
      made.push(expression);
      return expression;
    },
  });
  try {
    await import(`${path.join(root, file)}?made`);
  } finally {
    globalThis.RegExp = Plain;
  }
  return made;
}

const told = (where: string, expression: RegExp, hard: string): string =>
  `${where}: /${expression.source.slice(0, 60)}/ on ${hard}`;

suite('regular expressions', () => {
  const offences: string[] = [];
  const isBounded = (offence: string): boolean => Object.keys(bounded).some(begin => offence.startsWith(begin));

  test('that stand in the source take time that grows with the text, or their texts are short', () => {
    for (const file of files)
      for (const [line, expression] of literalsIn(file)) {
        const hard = hardText(expression);
        if (hard !== undefined) offences.push(told(`${file}:${line}`, expression, hard));
      }
    assert.deepEqual(
      offences.filter(offence => !isBounded(offence)),
      [],
    );
  });

  test('that are put together when a file is loaded do so too', async () => {
    const found: string[] = [];
    for (const file of madeOnLoading) {
      const made = await madeBy(file);
      assert.ok(made.length > 0, file);
      for (const expression of made) {
        const hard = hardText(expression);
        if (hard !== undefined) found.push(told(`made by ${file}`, expression, hard));
      }
    }
    offences.push(...found);
    assert.deepEqual(
      found.filter(offence => !isBounded(offence)),
      [],
    );
  });

  test('every exception is still one', () => {
    const over = Object.keys(bounded).filter(begin => !offences.some(offence => offence.startsWith(begin)));
    assert.deepEqual(over, []);
  });

  test('that are made of a text are known, each place of them', () => {
    const making = files.filter(file => /\bRegExp\(/.test(readFileSync(path.join(root, file), 'utf8')));
    const known = [...Object.keys(madeWhileRunning), ...madeOnLoading];
    assert.deepEqual(
      making.filter(file => !known.includes(file)),
      [],
    );
  });

  const hopeless: readonly (readonly [RegExp, RegExp])[] = [
    [/^(?:a+)+$/, /^(?:a)+$/],
    [/\s+$/, /(?<!\s)\s+$/],
    [/^\s*```\s*\n([^]*?)\n\s*```\s*$/, /^```\n/],
    [/"(?:\\.|[^"\\])*"/, /"(?:\\.|[^"\\])*"?/],
    [/(?:\w+\s?)*:/, /^\w+:/],
    [/<.*>.*<.*>/, /^<[^<>]*>$/],
  ];
  for (const [hard, easy] of hopeless)
    test(`are told apart: ${hard.source} grows, ${easy.source} does not`, () => {
      assert.notEqual(hardText(hard), undefined);
      assert.equal(hardText(easy), undefined);
    });
});
