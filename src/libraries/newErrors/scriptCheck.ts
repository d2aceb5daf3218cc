import type ts from 'typescript';
import type { ErrorCheck, NewError } from '../../core/confidence/reading/newErrors.ts';

/** How the compiler reaches its own library: the texts of `lib.*.d.ts` by name, and nothing else of the disk. */
export interface Compiler {
  readonly ts: typeof ts;
  readonly libraryText: (name: string) => string | undefined;
}

const endings: Readonly<Record<string, string>> = {
  typescript: 'ts',
  typescriptreact: 'tsx',
  javascript: 'js',
  javascriptreact: 'jsx',
};

/** Is it a language that the compiler knows? */
export const isScript = (language: string): boolean => language in endings;

/** More are not read by anybody. */
const mostErrors = 5;

/**
 * The errors that an edit would bring, by a look at its file alone: what it imports counts as anything, so nothing is said about it.
 * `undefined`: the file does not parse as it is, so nothing can be compared.
 */
export function newErrorsIn(
  compiler: Compiler,
  { language, before, after }: ErrorCheck,
): readonly NewError[] | undefined {
  const check = checker(compiler, language);
  const own = check(before);
  if (own === undefined) return undefined;
  const known = Map.groupBy(own, keyOf);
  const found = (check(after) ?? []).filter(error => {
    const same = known.get(keyOf(error));
    return same?.pop() === undefined;
  });
  return found.slice(0, mostErrors).map(({ line, message }) => ({ line, message }));
}

interface Found extends NewError {
  readonly code: number;
}

const keyOf = ({ code, message }: Found): string => `${code} ${message}`;

/** Finds the errors of a text; undefined: it does not parse. */
function checker(compiler: Compiler, language: string): (text: string) => readonly Found[] | undefined {
  const { ts } = compiler;
  const name = `/file.${endings[language] ?? 'ts'}`;
  const isJavaScript = language.startsWith('javascript');
  const options: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.Preserve },
    ...{ noEmit: true, noResolve: true, skipLibCheck: true, skipDefaultLibCheck: true, types: [] },
    ...{ allowJs: true, checkJs: isJavaScript, strict: false, experimentalDecorators: true },
  };
  return text => {
    const program = ts.createProgram([name], options, hostOf(compiler, { name, text }));
    const file = program.getSourceFile(name);
    if (!file || program.getSyntacticDiagnostics(file).length > 0) return undefined;
    return program.getSemanticDiagnostics(file).flatMap(each => foundIn(ts, each, isJavaScript));
  };
}

function foundIn(typescript: typeof ts, diagnostic: ts.Diagnostic, isJavaScript: boolean): readonly Found[] {
  const { code, file, start, messageText } = diagnostic;
  const message = typescript.flattenDiagnosticMessageText(messageText, ' ').replaceAll(/\s+/g, ' ').slice(0, 200);
  if (isOfSurroundings(code, message) || (isJavaScript && !ofJavaScript.has(code))) return [];
  return [{ code, message, line: file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 1 }];
}

/**
 * What depends on packages, settings or the place where the code runs, and cannot be known from one file: modules that are not
 * found, names of Node and of test frameworks, React's own types.
 */
function isOfSurroundings(code: number, message: string): boolean {
  if (code === 2304 || code === 2503) return ambient.test(message);
  return surroundings.has(code);
}

const surroundings: ReadonlySet<number> = new Set([
  ...[1259, 2305, 2306, 2307, 2318, 2345, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2686, 2688, 2732, 2792, 2867],
  ...[2868, 2875, 2882, 6053, 7016, 7026, 17004],
]);

const ambient =
  /'(?:process|Buffer|global|require|module|exports|__dirname|__filename|NodeJS|setImmediate|clearImmediate|React|JSX|describe|it|test|expect|beforeEach|afterEach|beforeAll|afterAll|before|after|jest|vi|assert|Deno|Bun|chrome|google|\$|jQuery)'/;

/** JavaScript is written without the compiler in mind: only names that are not there, and calls of what is declared here. */
const ofJavaScript: ReadonlySet<number> = new Set([2304, 2551, 2552, 2554]);

/** A world in which there are this file and the compiler's own library. */
function hostOf(compiler: Compiler, { name, text }: { readonly name: string; readonly text: string }): ts.CompilerHost {
  const { ts } = compiler;
  return {
    getSourceFile: (file, version) => {
      if (file === name) return ts.createSourceFile(file, text, version, true);
      return libraryFile(compiler, file, version);
    },
    getDefaultLibFileName: options => `/lib/${ts.getDefaultLibFileName(options)}`,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: file => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: file => file === name,
    readFile: () => undefined,
    writeFile: () => undefined,
  };
}

/** The library is read once: it is most of the work. */
const libraryFiles = new Map<string, ts.SourceFile>();

function libraryFile(
  { ts, libraryText }: Compiler,
  file: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
) {
  const known = libraryFiles.get(file);
  if (known) return known;
  const text = file.startsWith('/lib/') ? libraryText(file.slice('/lib/'.length)) : undefined;
  if (text === undefined) return undefined;
  const source = ts.createSourceFile(file, text, version);
  libraryFiles.set(file, source);
  return source;
}
