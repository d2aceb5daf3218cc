import type { SentCase } from '../reports/reportCase.ts';

type Sent = Omit<SentCase, 'name' | 'kind' | 'report'>;

const sent = (message: string, longest: number, more: Partial<Sent> & Pick<SentCase, 'expect'>): Sent => ({
  type: 'sent',
  message,
  longest,
  ...more,
});

/** Half characters that would be sent: kind 22 of the cases in `test/fixtures/reports`. */
export const ownSentCases: Readonly<Record<string, Sent>> = {
  'a message cut within a family of joined emoji': sent(`is ${'👨‍👩‍👧‍👦'.repeat(9)}`, 21, {
    expect: { message: 'is 👨‍👩‍👧‍👦👨‍👩⟦hidden U+200D⟧' }, // whole characters; a joiner that joins nothing is shown
  }),
  'a file that holds half of a character': sent('odd', 300, {
    code: 'const broken = "\ud83d";\n',
    expect: { message: 'odd' },
  }),
  'words that end in half of a character': sent('odd', 300, { input: 'What is \ud83d', expect: { message: 'odd' } }),
  'the other half at the beginning of a line': sent('odd', 300, {
    code: '\ude00 = 1;\n',
    expect: { message: 'odd' },
  }),
};
