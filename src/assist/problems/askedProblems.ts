import type { ContextDiagnostic } from '../assistance.ts';

/** How formatters call what they would write otherwise: a tool and its codes, as 'eslint prettier/prettier'. */
const ofFormatters =
  /^(?:\w+ )?prettier(?:\/prettier)?$|^\w+ @?stylistic\/|^eslint (?:indent|semi|quotes|comma-dangle|eol-last|no-trailing-spaces|no-multiple-empty-lines)$|^biome format$|^(?:ruff|flake8|pycodestyle) (?:E[123]\d\d|W[1-3]\d\d)$|^rubocop Layout\/|^(?:clang-format|gofmt|rustfmt|black|stylua)\b/i;

/**
 * The problems that a fix is asked to mend. What a formatter mends by itself, and mere hints, are left out where there are others:
 * the model would spend its care on them.
 */
export function askedProblems(problems: readonly ContextDiagnostic[]): readonly ContextDiagnostic[] {
  const grave = problems.filter(problem => isGrave(problem) && !isFormatters(problem));
  return grave.length > 0 ? grave : problems;
}

const isGrave = ({ severity }: ContextDiagnostic): boolean => severity === 'error' || severity === 'warning';

/** An error of a compiler is none of theirs, whatever it is called. */
const isFormatters = ({ code = '' }: ContextDiagnostic): boolean => ofFormatters.test(code);
