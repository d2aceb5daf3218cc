import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from './support/projectRoot.ts';
import { Refusal } from './support/refusal.ts';
import { runMain } from './support/runMain.ts';
import { say } from './support/say.ts';

/** Where the English texts stand that translators work from; VS Code itself reads only those of other languages. */
export const bundlePath = 'l10n/bundle.l10n.json';

/** Every text that the extension says through `l10n.t`, as a bundle in VS Code's format, in alphabetical order. */
export function englishBundle(): string {
  const files = globSync('src/**/*.ts', { cwd: projectRoot });
  const texts = files.flatMap(file => spokenIn(file, readFileSync(path.join(projectRoot, file), 'utf8')));
  const sorted = [...new Set(texts)].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map(text => [text, text])), undefined, 2)}\n`;
}

/** The first argument of each call of `l10n.t` in a source text. Throws where it is no literal: nobody could translate it. */
export function spokenIn(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSpoken(node)) {
      const words = literalOf(node.arguments[0]);
      if (words === undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        throw new Refusal(`${file}:${line + 1}: what is said through l10n.t must be a literal`);
      }
      found.push(words);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Is it a call of `l10n.t`, the only way in which this project says something in the user's language? */
export function isSpoken(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  return name.text === 't' && ts.isIdentifier(expression) && expression.text === 'l10n';
}

/** A literal, or several that are added up because one line is too short for them. */
function literalOf(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [literalOf(node.left), literalOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Brings every translation into the order of its English and drops what nobody says any more; tells what is missing. */
async function tidyTranslations(): Promise<number> {
  let missing = 0;
  for (const [english, pattern] of [[bundlePath, 'l10n/bundle.l10n.*.json'] as const, nls]) {
    const wanted = Object.keys(await readWords(english));
    for (const file of globSync(pattern, { cwd: projectRoot })) {
      const words = await readWords(file);
      const known = wanted.filter(key => words[key] !== undefined);
      await writeWords(file, Object.fromEntries(known.map(key => [key, words[key]])));
      for (const key of wanted.filter(key => words[key] === undefined)) {
        say(`${file} lacks ${JSON.stringify(key)}`);
        missing += 1;
      }
    }
  }
  return missing;
}

const nls = ['package.nls.json', 'package.nls.*.json'] as const;

async function readWords(file: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await readFile(path.join(projectRoot, file), 'utf8')) as Record<string, string>;
}

async function writeWords(file: string, words: object): Promise<void> {
  await writeFile(path.join(projectRoot, file), `${JSON.stringify(words, undefined, 2)}\n`);
}

if (import.meta.main) {
  runMain(async () => {
    await mkdir(path.join(projectRoot, path.dirname(bundlePath)), { recursive: true });
    await writeFile(path.join(projectRoot, bundlePath), englishBundle());
    say(`wrote ${bundlePath}`);
    return (await tidyTranslations()) > 0 ? 1 : 0;
  });
}
