import { familyOf } from '../../core/confidence/reading/languages.ts';

/** What a line shows by its words alone. */
export interface LineMark {
  readonly kind: 'open' | 'debugging' | 'empty-handler' | 'conflict';
  /** What was found, as it stands there. */
  readonly text: string;
  readonly line: number;
}

interface Line {
  readonly text: string;
  readonly line: number;
}

const longestLine = 1_000;

/** Marks of work left open, what was written to look for a fault, handlers that swallow it, and conflicts. */
export function lineMarks(lines: readonly Line[], language: string): readonly LineMark[] {
  const debugging = debuggingWords[familyOf(language) ?? ''] ?? anyDebugging;
  return lines.flatMap(({ text, line }): readonly LineMark[] => {
    if (text.length > longestLine) return [];
    const open = /(?:\/\/|#|\/\*|\*|--|<!--)\s*(?:@?\b(TODO|FIXME|XXX|HACK)\b[^\n]{0,120})/.exec(text);
    const left = debugging.exec(text);
    return [
      ...(/^(?:<{7}|>{7}|\|{7}) /.test(text) ? [{ kind: 'conflict', text: '', line } as const] : []),
      ...(open ? [{ kind: 'open', text: open[0].replace(/^\W+/, ''), line } as const] : []),
      ...(left && !/^\s*(?:\/\/|#|\*)/.test(text) ? [{ kind: 'debugging', text: left[0].trim(), line } as const] : []),
      ...(/\bcatch\b[^{}]{0,80}\{\s*\}|^\s*except\b[^:]{0,80}:\s*pass\b/.test(text)
        ? [{ kind: 'empty-handler', text: '', line } as const]
        : []),
    ];
  });
}

const anyDebugging = /\bdebugger\s*;|\bconsole\.(?:log|debug)\(|\bbreakpoint\(\)|\bpdb\.set_trace\(|\bdbg!\(/;
const debuggingWords: Readonly<Record<string, RegExp>> = {
  script: /\bdebugger\s*;|\bconsole\.(?:log|debug)\(/,
  python: /\bbreakpoint\(\)|\bpdb\.set_trace\(/,
  rust: /\bdbg!\(/,
  java: /\.printStackTrace\(\)/,
};
