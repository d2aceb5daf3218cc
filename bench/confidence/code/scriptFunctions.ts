import ts from 'typescript';
import type { LanguageId } from './languages.ts';
import { scriptTree } from './scriptTree.ts';
import type { NamedLines } from './unit.ts';

/** The functions of a file in TypeScript or JavaScript that have lines of their own; those within others are left out. */
export function scriptFunctions(id: LanguageId, text: string): readonly NamedLines[] {
  const tree = scriptTree(id, text);
  const found: NamedLines[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name === undefined) return ts.forEachChild(node, visit);
    const from = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
    const to = tree.getLineAndCharacterOfPosition(node.end).line;
    if (standsAlone(text, node.getStart(tree), node.end)) found.push({ name, from, to });
  };
  visit(tree);
  return found;
}

/** Nothing else stands in the first and the last line. */
function standsAlone(text: string, from: number, to: number): boolean {
  const head = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const end = text.indexOf('\n', to);
  const tail = text.slice(to, end < 0 ? undefined : end);
  return head.trim() === '' && /^;?$/.test(tail.trim());
}

/** undefined: no function of its own. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) && node.body) return node.name?.text;
  if (ts.isMethodDeclaration(node) && node.body && ts.isClassLike(node.parent))
    return ts.isIdentifier(node.name) ? node.name.text : undefined;
  if (ts.isVariableStatement(node)) {
    const [declared, ...others] = node.declarationList.declarations;
    const isFunction = others.length === 0 && declared?.initializer && holdsFunction(declared.initializer);
    return isFunction && ts.isIdentifier(declared.name) ? declared.name.text : undefined;
  }
  if (!ts.isExpressionStatement(node) || !ts.isBinaryExpression(node.expression)) return undefined;
  const { left, right } = node.expression;
  return ts.isPropertyAccessExpression(left) && holdsFunction(right) ? left.name.text : undefined;
}

function holdsFunction(value: ts.Expression): boolean {
  if (ts.isArrowFunction(value)) return ts.isBlock(value.body);
  if (ts.isFunctionExpression(value)) return true;
  return ts.isCallExpression(value) && value.arguments.length === 1 && value.arguments.some(holdsFunction);
}
