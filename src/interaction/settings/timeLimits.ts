import { timeoutDefaults } from './settingKeys.ts';
import { kindOf, toldName } from './settingProblem.ts';
import type { SettingReader } from './settingReader.ts';
import type { TaskClass } from '../../core/model/question.ts';

/** Connect, first token and idle bound an attempt, total the question. */
export interface TimeLimits {
  readonly connectMs: number;
  readonly firstTokenMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
}

type Seconds = Readonly<Record<keyof (typeof timeoutDefaults)['standard'], number>>;
type Unchecked = Readonly<Record<string, unknown>>;

/** The classes that the manifest offers to change; the others stand fixed until something is asked in them. */
export const changeableClasses: readonly string[] = ['standard'];

/** The least and the most that any time limit can be set to, in seconds. */
export const secondsRule = { minimum: 0.1, maximum: 600, isWhole: false };

/** Reads the setting `timeouts`: what the user leaves out keeps its default. */
export function timeLimits(reader: SettingReader): Readonly<Record<TaskClass, TimeLimits>> {
  const written = sectionOf(reader, { at: '', known: changeableClasses }, reader.mine('timeouts'));
  const limits = (taskClass: TaskClass) => limitsOf(reader, taskClass, written[taskClass]);
  return {
    inline: limits('inline'),
    quick: limits('quick'),
    standard: limits('standard'),
    long: limits('long'),
    brief: limits('brief'),
  };
}

function limitsOf(reader: SettingReader, taskClass: TaskClass, value: unknown): TimeLimits {
  const defaults: Seconds = timeoutDefaults[taskClass];
  const at = `.${taskClass}`;
  const written = sectionOf(reader, { at, known: Object.keys(defaults) }, value);
  const milliseconds = (name: keyof Seconds): number => {
    const seconds = written[name];
    const checked =
      seconds === undefined
        ? undefined
        : reader.inRange({ key: 'timeouts', at: `${at}.${name}` }, seconds, secondsRule);
    return (checked ?? defaults[name]) * 1_000;
  };
  return {
    connectMs: milliseconds('connectSeconds'),
    firstTokenMs: milliseconds('firstTokenSeconds'),
    idleMs: milliseconds('idleSeconds'),
    totalMs: milliseconds('totalSeconds'),
  };
}

/** Where an object stands in the setting, and which fields it may have. */
interface Section {
  readonly at: string;
  readonly known: readonly string[];
}

/** The known fields of an object; the others are complained about. */
function sectionOf(reader: SettingReader, { at, known }: Section, value: unknown): Unchecked {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.report('timeouts', { code: 'wrong-type', at, found: kindOf(value) });
    return {};
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name))
      reader.report('timeouts', { code: 'unknown-field', at: at + toldName(name), found: 'nothing' });
  }
  return Object.fromEntries(Object.entries(value).filter(([name]) => known.includes(name)));
}
