/** A text that is streamed into the panel, and how fast. */
export interface StreamedText {
  readonly name: string;
  readonly text: string;
  readonly tokensPerSecond: number;
  /** How many finished turns stand above it. */
  readonly before: number;
  /** The others are faster than any model is. */
  readonly hasGoal: boolean;
}

const length = 20_000;
/** A fast model. */
const tokensPerSecond = 200;

const repeated = (piece: string, size = length): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

const sentence = 'The function adds up the prices of all lines and rounds the sum to whole cents. ';
const code =
  'export function total(lines: readonly Line[]): number {\n  return lines.reduce((sum, { price }) => sum + price, 0);\n}\n\n';
const mixed = `## What it does\n\n${sentence.repeat(3)}\n\n- **one** and \`two\`\n- three, see [there](https://example.com/)\n\n\`\`\`ts\n${code}\`\`\`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`;

const usual = { tokensPerSecond, before: 0, hasGoal: true } as const;

/** What display was measured with: five shapes at the speed of a fast model, and one beyond it. */
export const streamedTexts: readonly StreamedText[] = [
  { ...usual, name: 'mixed Markdown', text: repeated(mixed) },
  { ...usual, name: 'one block of code', text: `\`\`\`ts\n${repeated(code)}` },
  { ...usual, name: 'one paragraph', text: repeated(sentence) },
  {
    ...usual,
    name: 'one table',
    text: `| name | price | words |\n|---|---|---|\n${repeated('| apple | 1.20 | round and red |\n')}`,
  },
  { ...usual, name: 'turn 30', text: repeated(mixed), before: 29 },
  {
    ...usual,
    name: '400 KB of code',
    text: `\`\`\`ts\n${repeated(code, 400_000)}`,
    tokensPerSecond: 30_000,
    hasGoal: false,
  },
];
