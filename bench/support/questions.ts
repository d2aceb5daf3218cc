import { readFileSync } from 'node:fs';
import type { Assistance, Context } from '../../src/assist/assistance.ts';
import { createQuestion, type Circumstances } from '../../src/assist/createQuestion.ts';
import type { Question } from '../../src/core/model/question.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';

// from the project's root, where every script of a bench runs
const read = (name: string): string => readFileSync(`practice/workspace/${name}`, 'utf8');
const [code, before, after] = [read('invoice.ts'), read('main.ts'), read('report.py')];

/**
 * A question about the sample program, 4 KB in all; `number` makes it and its code such as were not seen before. It has
 * 35 s, by the system's clock, unless `around` says otherwise.
 */
export function questionOf(assistance: Assistance, number: number, around: Partial<Circumstances> = {}): Question {
  return createQuestion(assistance, contextOf(number), {
    clock,
    id: `bench-${number}`,
    scope: 'bench',
    totalMs: 35_000,
    signal: new AbortController().signal,
    notes: () => undefined,
    ...around,
  });
}

/** Such a question that may have a longer answer than any bench sends: what is longer than allowed is cut off. */
export function longQuestionOf(...asked: Parameters<typeof questionOf>): Question {
  const question = questionOf(...asked);
  const { request } = question;
  return { ...question, request: { ...request, sampling: { ...request.sampling, maxOutputTokens: 100_000 } } };
}

const contextOf = (number: number): Context => ({
  file: 'src/invoice.ts',
  language: 'typescript',
  code: `// revision ${number}\n${code}`,
  before,
  after,
  startLine: 40,
  endLine: 79,
  symbol: { name: 'invoiceTotal', kind: 'function' },
  diagnostics: [{ line: 52, severity: 'warning', message: "'currency' is declared but its value is never read." }],
  hovers: ['function lineTotal(line: InvoiceLine): number', 'function roundToCents(amount: number): number'],
  input: `What does it do, and what is wrong with its rounding? (${number})`,
  turns: [],
});
