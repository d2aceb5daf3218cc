import ts from 'typescript';
import { isSpoken } from '../../scripts/l10n.ts';

/** A text that a person may read although it did not go through l10n. */
export interface Unspoken {
  /** 'file:line' */
  readonly place: string;
  readonly text: string;
}

/** Where VS Code shows what it is given: every text in such an argument is read by a person. */
const shows: ReadonlySet<string> = new Set([
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'showQuickPick',
  'showInputBox',
  'setStatusBarMessage',
  'withProgress',
  'createWebviewPanel',
  'appendMarkdown',
  'appendText',
  'CodeAction',
  'MarkdownString',
  'Refusal',
  'confirm',
  'tell',
  'warn',
  'pick',
  'pickSeveral',
  'type',
  'wait',
]);

/** Fields of what VS Code shows, and of our own views. */
const shown: ReadonlySet<string> = new Set([
  'label',
  'description',
  'detail',
  'title',
  'tooltip',
  'placeholder',
  'placeHolder',
  'prompt',
  'question',
  'yes',
  'happened',
  'todo',
  'status',
  'text',
  'message',
  'lines',
  'ariaLabel',
]);

/** Fields that stand beside them for the program alone. */
const data: ReadonlySet<string> = new Set(['value', 'id', 'kind', 'action', 'command']);

/** Names and forms that are the same in every language. */
const names: ReadonlySet<string> = new Set(['Steadfast', 'Authorization: Bearer', 'api-key']);

/** Texts of a source file that are shown, or read like a sentence, and do not go through l10n. */
export function unspokenIn(file: string, text: string): readonly Unspoken[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Unspoken[] = [];
  const visit = (node: ts.Node, isShown: boolean): void => {
    if (isSpoken(node) || isForNobody(node)) return;
    const words = wordsOf(node);
    if (words !== undefined && !names.has(words.trim()) && (isShown ? isWord(words) : isSentence(words))) {
      found.push({ place: placeOf(node, source), text: words });
    }
    ts.forEachChild(node, child => visit(child, isShownBelow(node, child, isShown)));
  };
  visit(source, false);
  return found;
}

/** Calls of l10n.t that run when the module is loaded, before the bundle of the user's language is there. */
export function spokenTooEarly(file: string, text: string): readonly Unspoken[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Unspoken[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (isSpoken(node)) {
      found.push({ place: placeOf(node, source), text: node.getText(source) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function placeOf(node: ts.Node, source: ts.SourceFile): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

function isShownBelow(node: ts.Node, child: ts.Node, isShown: boolean): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node))
    return child !== node.expression && (shows.has(calleeOf(node)) || isShown);
  if (ts.isPropertyAssignment(node) && child === node.initializer)
    return (isShown && !data.has(nameOf(node.name))) || shown.has(nameOf(node.name));
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && child === node.right)
    return ts.isPropertyAccessExpression(node.left) && shown.has(node.left.name.text);
  // a comparison, a key and a condition are not shown, whatever comes of them
  if (ts.isBinaryExpression(node) && isComparison(node.operatorToken.kind)) return false;
  if (ts.isConditionalExpression(node) && child === node.condition) return false;
  if (ts.isElementAccessExpression(node) && child === node.argumentExpression) return false;
  if (ts.isFunctionLike(node)) return isShown && ts.isArrowFunction(node) && child === node.body && !ts.isBlock(child);
  return isShown;
}

/** The literal text of a node; of a template what stands between its gaps. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    return node.text;
  return undefined;
}

/** What no person reads: modules' names, types, errors that are bugs. */
function isForNobody(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isPropertyDeclaration(node)) return nameOf(node.name) === 'name'; // an error's own name, for stacks
  if (ts.isStringLiteral(node)) return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
  return ts.isNewExpression(node) && calleeOf(node) === 'Error';
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
}

function calleeOf({ expression }: ts.CallExpression | ts.NewExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

const nameOf = (name: ts.PropertyName): string => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '');

/** Has a word in it. */
const isWord = (text: string): boolean => /\p{L}{2}/u.test(text.replace(/\$\([\w~-]+\)/g, ''));

/** Two words beside each other, or one that begins like a sentence. */
const isSentence = (text: string): boolean => /\p{L}{2,}[,:;.…]? +\p{L}/u.test(text) || /^\p{Lu}\p{Ll}+\b/u.test(text);
