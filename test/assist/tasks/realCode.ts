import { readFileSync } from 'node:fs';
import type { Context } from '../../../src/assist/assistance.ts';
import { contextOf } from '../context.ts';

/** A declaration in a file of real code: the lines from the one that holds `first` to the one that holds `last`. */
interface Place {
  readonly file: string;
  readonly language: string;
  readonly first: string;
  readonly last: string;
  readonly name: string;
}

const places: readonly Place[] = [
  {
    file: 'inventory.ts',
    language: 'typescript',
    first: 'export const double',
    last: 'export const double',
    name: 'double',
  },
  { file: 'jobs.py', language: 'python', first: '    def run(self', last: '            return -1', name: 'run' },
  { file: 'server.go', language: 'go', first: 'func WithRoute', last: '^}', name: 'WithRoute' },
  { file: 'ledger.rs', language: 'rust', first: '    #[must_use]', last: '^    }', name: 'left' },
  {
    file: 'OrderService.java',
    language: 'java',
    first: '    public OrderService(',
    last: '^    }',
    name: 'OrderService',
  },
  { file: 'shelf.cpp', language: 'cpp', first: '  template <typename U>', last: '^  }', name: 'put' },
];

/** What the editor would gather for each of six languages. */
export const realCode: readonly Context[] = places.map(({ file, language, first, last, name }) => {
  const lines = readFileSync(`test/fixtures/code/${file}.txt`, 'utf8').split('\n');
  const from = lines.findIndex(line => line.startsWith(first));
  const isLast = (line: string): boolean => (last.startsWith('^') ? line === last.slice(1) : line.startsWith(last));
  const to = lines.findIndex((line, at) => at >= from && isLast(line));
  if (from < 0 || to < 0) throw new Error(`${file} has no ${name}`);
  const text = (part: readonly string[]): string => part.map(line => `${line}\n`).join('');
  return contextOf({
    file: `src/${file}`,
    language,
    before: text(lines.slice(0, from)),
    code: text(lines.slice(from, to + 1)),
    after: text(lines.slice(to + 1)),
    startLine: from + 1,
    endLine: to + 1,
    symbol: { name, kind: 'function' },
  });
});

/** Of one language. */
export function realCodeIn(language: string): Context {
  const found = realCode.find(each => each.language === language);
  if (!found) throw new Error(`there is no code in ${language}`);
  return found;
}

const mark = '```';

/** Text in a fence, as a model answers. */
export const fencedIn = (language: string, text: string): string => `${mark}${language}\n${text}\n${mark}`;
