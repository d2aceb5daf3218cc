import path from 'node:path';
import ts from 'typescript';

/** One import of a file: types too, dynamic ones too, and what it passes on from elsewhere. */
export interface Import {
  /** What it imports: a path below the tree's root for a file of ours ('../' leads out of the tree), else the module's name. */
  readonly target: string;
  readonly isType: boolean;
}

/** A function, method, constructor or signature, arrow functions and those without a name included. */
export interface FunctionHead {
  /** '' where it has none. */
  readonly name: string;
  readonly line: number;
  /** How many parameters it takes; `this` is none. */
  readonly parameters: number;
}

/** A source file, and what of it the architecture is about. */
export interface SourceFile {
  /** Below the tree's root, '/' as separator. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Every name that it exports, each once. */
  readonly exports: readonly string[];
  readonly functions: readonly FunctionHead[];
}

/** Reads a file of a tree; nothing in it is run, and no other file is looked at. */
export function readSourceFile(file: string, text: string): SourceFile {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const functions: FunctionHead[] = [];
  const visit = (node: ts.Node): void => {
    imports.push(...importsIn(node, path.posix.dirname(file)));
    if (ts.isFunctionLike(node) && !ts.isJSDocFunctionType(node)) functions.push(headOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path: file, text, imports, functions, exports: [...new Set(source.statements.flatMap(exportsOf))] };
}

function importsIn(node: ts.Node, folder: string): readonly Import[] {
  const to = (specifier: ts.Node | undefined, isType: boolean): readonly Import[] => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return [];
    const { text } = specifier;
    return [{ target: text.startsWith('.') ? path.posix.join(folder, text) : text, isType }];
  };
  if (ts.isImportDeclaration(node)) return to(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
  if (ts.isExportDeclaration(node)) return to(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return to(node.arguments[0], false);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return to(node.argument.literal, true);
  return [];
}

function headOf(node: ts.SignatureDeclaration, source: ts.SourceFile): FunctionHead {
  const { parameters } = node;
  const count = parameters.filter(({ name }) => name.getText(source) !== 'this').length;
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { name: nameOf(node, source), line: line + 1, parameters: count };
}

/** A function's own name, or that of the variable, field or property that it stands in. */
function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { parent } = node;
  const isValue = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return (node.name ?? (isValue ? parent.name : undefined))?.getText(source) ?? '';
}

function exportsOf(statement: ts.Statement): readonly string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : [];
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  return isNamed(statement) && statement.name ? [statement.name.text] : [];
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

function isNamed(
  statement: ts.Statement,
): statement is ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}
