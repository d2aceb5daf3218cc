import type { Steps } from '../../core/shared/steps.ts';
import { everywhere, type RiskRule } from './riskRules.ts';

/** Does what a line says go on in the next: a key without its value, a call that is open, a backslash? */
export const continuesOn = (line: string): boolean => /(?:[:=(\\]|=>|-url|\bvalue)[ \t]{0,20}$/.test(line.slice(-40));

/** Lines that say something only where they stand: below this, as long as that does not close it. */
interface Section {
  readonly opens: RegExp;
  readonly closes: RegExp;
  readonly rule: RiskRule;
}

const declared: readonly Section[] = [
  {
    opens: /<(?:repository|pluginRepository|mirror|snapshotRepository)>/i,
    closes: /<\/(?:repository|pluginRepository|mirror|snapshotRepository)>/i,
    rule: ['registry', /<(url)>/i],
  },
  {
    opens:
      /^\s{0,20}\[{1,2}\s?(?:source\.|registries\.|tool\.uv\.(?:index|sources)|index\]|tool\.poetry\.source|source\])/i,
    closes: /^\s{0,20}\[/,
    rule: ['registry', /^ ?["']?(registry|url|index|directory|local-registry|git) ?["']? ?=/i],
  },
  { opens: /\b(?:maven|ivy) ?\{/, closes: /^\s{0,40}\}/, rule: ['registry', /^ ?(url|setUrl) ?(?:=|\(|(?=["']))/] },
  { opens: /^\s{0,20}\[submodule /i, closes: /^\s{0,20}\[/, rule: ['registry', /^ ?(url|update) ?=/i] },
  { opens: /<add\b(?![^<>]{0,4000}>)/i, closes: />/, rule: ['registry', /\b(value) ?= ?(?=["'](?:https?:|\\\\))/i] },
  { opens: /["']repositories["']\s?:/i, closes: /\][\s,}]{0,20}$/, rule: ['registry', /["'](url)["'] ?:/] },
  { opens: /^\s{1,20}git:\s{0,5}$/, closes: /^\s{0,2}\S/, rule: ['registry', /^ ?(url) ?: ?(?=\S)/] },
  {
    opens: /\b(?:extra[-_])?(?:index[-_]url|find[-_]links)\s?=/i,
    closes: /^\S/,
    rule: ['registry', /^ ?(?=https?:)()/i],
  },
];
const sections = declared.map(section => ({ ...section, rule: everywhere(section.rule) }));
const longestSection = 40;

/** By the number of a line: the rule of the section in which it stands. */
export function* sectionLines(lines: readonly string[]): Steps<ReadonlyMap<number, RiskRule>> {
  const found = new Map<number, RiskRule>();
  let open: { readonly section: Section; readonly from: number } | undefined;
  for (const [at, line] of lines.entries()) {
    yield;
    if (open !== undefined && (open.section.closes.test(line) || at - open.from > longestSection)) {
      if (/^(?!\s{0,20}[[}])/.test(line) && at - open.from <= longestSection) found.set(at, open.section.rule);
      open = undefined;
    }
    if (open !== undefined) found.set(at, open.section.rule);
    const section = sections.find(({ opens }) => opens.test(line));
    if (section !== undefined) open = { section, from: at };
  }
  return found;
}
