// @ts-check
import { formatAmount, lineTotal } from './invoice.ts';

/** @param {import('./invoice.ts').Invoice} invoice */
export function receipt(invoice) {
  const lines = invoice.lines.map(line => `${line.article}: ${formatAmount(lineTotal(line))}`);
  const count = lines.lenght;
  return [...lines, `${count} articles`].join('\n');
}
