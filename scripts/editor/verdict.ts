/** What the runner inside the extension host writes down as its last act. */
export interface Verdict {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** The tests and hooks that failed, each in short. */
  readonly failed: readonly string[];
}

/** How a run in an editor ended: VS Code's exit code, or `silent` when nothing was heard of it for too long. */
export type Ending = { readonly is: 'exited'; readonly code: number } | { readonly is: 'silent' };

/** The exit code of a run, and why it is not 0. */
export interface Judgement {
  readonly code: number;
  readonly reason?: string;
}

/**
 * Judges a run. VS Code's own exit code is not enough: it is 0 when the extension host died half-way.
 *
 * 123: no test ran. 124: it hung. 125: it ended without a verdict. Otherwise 0, or VS Code's code, or 1.
 */
export function judge(ending: Ending, verdict: Verdict | undefined): Judgement {
  if (ending.is === 'silent') return { code: 124, reason: 'nothing was heard of the tests for too long' };
  if (verdict === undefined) {
    return { code: ending.code === 0 ? 125 : ending.code, reason: 'the extension host ended before its tests did' };
  }
  if (verdict.failures > 0) return { code: ending.code === 0 ? 1 : ending.code, reason: 'tests failed' };
  if (verdict.passes === 0) return { code: 123, reason: 'no test ran' };
  if (ending.code !== 0) return { code: ending.code, reason: `VS Code ended with ${ending.code}` };
  return { code: 0 };
}
