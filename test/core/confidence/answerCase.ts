import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Judged } from '../../../src/core/confidence/assess.ts';

/** One answer as a model would give it, and what the gate ought to think of it. */
export interface AnswerCase extends Judged {
  readonly name: string;
  /** 'pass' for a good answer. */
  readonly verdict: string;
  /** The sign that a bad one must show. */
  readonly sign: string;
}

/**
 * Reads the cases of a folder. Each file has lines `name: value`, then `>>> code` with the selection, then `>>> answer`.
 * `\u{200B}` stands for the character; with `repeat: 60` a line that begins with `@@` stands there 60 times, with
 * `repeat-inline: 60` its words do.
 */
export function answerCases(folder: 'good' | 'bad'): readonly AnswerCase[] {
  const place = path.join(import.meta.dirname, 'answers', folder);
  return readdirSync(place).map(file =>
    readCase(path.basename(file, '.txt'), readFileSync(path.join(place, file), 'utf8')),
  );
}

function readCase(name: string, text: string): AnswerCase {
  const [, head = '', code = '', answer = ''] = /^([^]*?)>>> code\n([^]*?)>>> answer\n([^]*)$/.exec(text) ?? [];
  const value = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const lineEnd = value('crlf') === 'yes' ? '\r\n' : '\n';
  const real = (part: string) => unescaped(part).replaceAll('\n', lineEnd);
  return {
    name,
    expects: { form: value('form') === 'prose' ? 'prose' : 'code', language: value('language'), code: real(code) },
    instruction: value('instruction'),
    text: real(repeated(answer, Number(value('repeat')), Number(value('repeat-inline')))),
    finish: value('finish') === 'length' ? 'length' : 'stop',
    verdict: value('verdict') || 'pass',
    sign: value('sign'),
  };
}

const unescaped = (text: string): string =>
  text.replace(/\\u\{([0-9A-F]+)\}/g, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

const repeated = (text: string, lines: number, inline: number): string =>
  text
    .replace(/^@@(.*\n)/gm, (_all, line: string) => (lines > 0 ? line.repeat(lines) : `@@${line}`))
    .replace(/\n@@(.*)\n/g, (_all, words: string) => words.repeat(inline));
