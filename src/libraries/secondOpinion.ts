import { parse, type ParserPlugin } from '@babel/parser';
import type { Parsed } from '../core/confidence/reading/parse.ts';

/** Babel's verdict on a script. Only what breaks the grammar counts, not what a fragment cannot know. */
export function secondOpinion(dialect: 'jsx' | 'ts' | 'ts jsx', code: string): Parsed {
  try {
    const { errors } = parse(code, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowYieldOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      createImportExpressions: true,
      plugins: pluginsOf(dialect),
    });
    const error = errors?.find(({ reasonCode }) => !ofTheWhole.has(reasonCode));
    return error ? { verdict: 'fails', ...lineOf(error) } : { verdict: 'parses' };
  } catch (error) {
    return { verdict: 'fails', ...lineOf(error) };
  }
}

/** Errors about what stands elsewhere in the file, or twice in it: no question of grammar, least of all in a fragment. */
const ofTheWhole = new Set([
  'VarRedeclaration',
  'DeclarationMissingInitializer', // right in a .d.ts
  'DuplicateExport',
  'DuplicateDefaultExport',
  'DuplicateConstructor',
  'LabelRedeclaration',
  'ModuleExportUndefined',
  'ModuleAttributeDifferentFromType',
  'IllegalBreakContinue',
  'ImportOutsideModule',
  'ImportMetaOutsideModule',
  'InvalidPrivateFieldResolution',
  'PrivateNameRedeclaration',
  'SuperNotAllowed',
  'UnexpectedSuper',
]);

function pluginsOf(dialect: string): ParserPlugin[] {
  const words = dialect.split(' ');
  return [
    ...(words.includes('ts') ? (['typescript'] as const) : []),
    ...(words.includes('jsx') ? (['jsx'] as const) : []),
    'decorators',
    'decoratorAutoAccessors',
    'explicitResourceManagement',
  ];
}

function lineOf(error: unknown): { readonly line?: number } {
  const { loc } = error as { readonly loc?: { readonly line?: number } };
  return loc?.line === undefined ? {} : { line: loc.line };
}
