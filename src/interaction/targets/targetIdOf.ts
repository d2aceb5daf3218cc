/** The lines of views that are about a target: VS Code gives a command the very line that was clicked. */
const lines = new WeakMap<object, string>();

/** The same line, now known as one about the target with this id. */
export function lineOfTarget<Line extends object>(line: Line, id: string): Line {
  lines.set(line, id);
  return line;
}

/** The id of a target that a command was given: by itself, or with a line of ours; of what others make up, undefined. */
export function targetIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  return typeof argument === 'object' && argument !== null ? lines.get(argument) : undefined;
}
