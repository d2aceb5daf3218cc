import ts from 'typescript';
import type { LanguageId } from './languages.ts';
import { endOf, type Token } from './token.ts';

const kindOf: Partial<Record<LanguageId, ts.ScriptKind>> = {
  typescript: ts.ScriptKind.TS,
  typescriptreact: ts.ScriptKind.TSX,
  javascript: ts.ScriptKind.JSX,
};

/** A file as TypeScript's compiler reads it. */
export const scriptTree = (id: LanguageId, text: string): ts.SourceFile =>
  ts.createSourceFile('file', text, ts.ScriptTarget.Latest, true, kindOf[id]);

/** Errors of syntax of a file; the compiler keeps them where its types do not say. */
export function syntaxErrors(id: LanguageId, text: string): number {
  const tree: ts.SourceFile & { readonly parseDiagnostics?: readonly unknown[] } = scriptTree(id, text);
  return tree.parseDiagnostics?.length ?? 0;
}

/** The tokens of a file in TypeScript or JavaScript, its comments among them. */
export function scriptTokens(id: LanguageId, text: string): readonly Token[] {
  const tree = scriptTree(id, text);
  const found: Token[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return; // a comment, found between the tokens
    const children = node.getChildren(tree);
    if (children.length > 0) return children.forEach(visit);
    const from = node.getStart(tree);
    const own = text.slice(from, node.end);
    if (own === '') return;
    found.push(...commentsIn(text, found.at(-1), from), { kind: tokenKind(node, own), text: own, at: from });
  };
  visit(tree);
  return found;
}

function commentsIn(text: string, last: Token | undefined, to: number): readonly Token[] {
  const from = last ? endOf(last) : 0;
  return [...text.slice(from, to).matchAll(/\/\/[^\n]*|\/\*[^]*?\*\//g)].map(({ 0: own, index }) => ({
    kind: 'comment',
    text: own,
    at: from + index,
  }));
}

function tokenKind(node: ts.Node, own: string): Token['kind'] {
  if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) return 'number';
  if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return 'text';
  if (ts.isJsxText(node)) return 'text';
  return /^[\p{L}_$#]/u.test(own) ? 'word' : 'sign';
}
