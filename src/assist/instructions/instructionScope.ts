import { matchGlob } from './fileGlob.ts';
import { readFrontMatter } from './frontMatter.ts';
import { splitList } from './splitList.ts';

/** A file of `.github/instructions`, as it was read. */
export interface ScopedInstruction {
  /** Without its front matter. */
  readonly text: string;
  /** Files it is for; empty: none is named. */
  readonly applyTo: readonly string[];
  /** Tasks it is for; empty: all. */
  readonly tasks: readonly string[];
}

/** More patterns or tasks of one file are not looked at. */
const mostPatterns = 100;

/** Reads a file of `.github/instructions`. */
export function readScoped(written: string): ScopedInstruction {
  const { fields, body } = readFrontMatter(written);
  const listed = (...keys: readonly string[]): readonly string[] =>
    keys
      .flatMap(key => fields.get(key) ?? [])
      .flatMap(splitList)
      .map(unquoted)
      .slice(0, mostPatterns);
  return { text: body.trim(), applyTo: listed('applyto'), tasks: listed('task', 'tasks') };
}

/** In a list of patterns each may have its own. */
const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/** What is asked: about which file, and for which task. */
export interface ScopeAsked {
  /** Its path in its workspace folder; undefined: about none. */
  readonly file: string | undefined;
  readonly task: string;
}

/**
 * Is it for this question? One that names neither files nor tasks is for nothing by itself, as in other editors: who wrote it
 * wants to attach it. 'too-involved': its patterns could take long to compare.
 */
export function scopeVerdict(
  { applyTo, tasks }: ScopedInstruction,
  { file, task }: ScopeAsked,
): 'applies' | 'not-for-this' | 'too-involved' {
  const isForTask = tasks.length === 0 || tasks.some(each => each.toLowerCase() === task.toLowerCase());
  if (!isForTask || (applyTo.length === 0 && tasks.length === 0)) return 'not-for-this';
  if (applyTo.length === 0 || applyTo.some(isEverything)) return 'applies';
  if (file === undefined) return 'not-for-this';
  const verdicts = applyTo.map(pattern => matchGlob(pattern, file));
  if (verdicts.includes('match')) return 'applies';
  return verdicts.includes('too-involved') ? 'too-involved' : 'not-for-this';
}

const isEverything = (pattern: string): boolean => ['*', '**', '**/*'].includes(pattern);
