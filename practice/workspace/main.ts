import { formatAmount, invoiceTotal, lineTotal, type Invoice } from './invoice.ts';

const invoice: Invoice = {
  customer: 'Ada',
  taxPercent: 19,
  lines: [
    { article: 'notebook', quantity: 10, unitPrice: 2.49 },
    { article: 'pencil', quantity: 3, unitPrice: 0.333 },
    { article: 'eraser', quantity: 12, unitPrice: 0.6 },
  ],
};

// What the shop's owner has worked out with pencil and paper.
const expected = ['23.66 EUR', '1.00 EUR', '6.84 EUR'];

invoice.lines.forEach((line, index) => {
  const actual = formatAmount(lineTotal(line));
  const verdict = actual === expected[index] ? 'right' : `WRONG, should be ${String(expected[index])}`;
  console.log(`${line.article.padEnd(10)} ${actual.padStart(10)}  ${verdict}`);
});
console.log(`${'total'.padEnd(10)} ${formatAmount(invoiceTotal(invoice)).padStart(10)}`);
