import { parse, type ParserPlugin } from '@babel/parser';
import type { Parsed } from '../core/confidence/parse.ts';

/**
 * Babel's verdict on a script. Only what breaks the grammar counts: what it can recover from (a name declared twice, a
 * `break` outside a loop) is no question of syntax, least of all in a fragment.
 */
export function secondOpinion(dialect: 'jsx' | 'ts' | 'ts jsx', code: string): Parsed {
  try {
    parse(code, {
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
    return { verdict: 'parses' };
  } catch (error) {
    return { verdict: 'fails', ...lineOf(error) };
  }
}

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
