import type { Task } from '../../core/model/purpose.ts';
import { taskSection } from '../contextSections.ts';
import { findingKinds } from '../finding.ts';

/** What a review is told to do; `from`: what it may quote, `more`: what its findings have besides. */
export const reviewWords = (task: Task, { from, more = '' }: { readonly from: string; readonly more?: string }) =>
  taskSection(
    [
      `Task: ${task}`,
      'You review code as its most careful reader: what is wrong, what breaks with an input that may come, what leaks, races, or',
      'costs more than it must. Say only what this code shows. What may be handled in code that you do not see is no finding, nor',
      'is what an editor reports already, nor taste. Few findings that are true are worth more than many; none is an answer.',
      `Answer with JSON alone: {"findings": [{${more}"quote": "…", "severity": "error" | "warning" | "information", "kind": "…",`,
      '"message": "…", "why": "…", "advice": "…", "fix": "…"}]}, the weightiest first, or {"findings": []}. "quote" is copied',
      `from ${from}, whole lines, character for character, as few as show the fault and as many as stand only once in`,
      'it. "message" says in one sentence what is wrong, "why" what comes of it and with which input, "advice" what to do. "kind"',
      `is one of ${findingKinds.join(', ')}. "fix" is the code that would stand in place of the quoted lines, whole; leave it`,
      'out where the fault is not mended by those lines alone.',
    ].join('\n'),
  );
