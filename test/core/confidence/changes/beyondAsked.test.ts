import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judged.ts';

const lines = [
  'function total(lines, limit) {',
  '  let gross = 0;',
  "  for (const { price } of lines) gross += price * rate('de');",
  '  return gross;',
  '}',
  '',
];
const before = lines.join('\n');

/** What is told of a change that goes beyond the instruction: 'asked line'; undefined: nothing. */
async function told(instruction: string, code: string, { language = 'javascript', own = before } = {}) {
  const { signs } = await judge(`\`\`\`\n${code}\n\`\`\``, { code: own, language, instruction });
  const sign = signs.find(each => each.code === 'beyond-asked');
  assert.notEqual(sign?.weight, 'hard');
  return sign && Object.values(sign.facts).join(' ');
}

// sassoftware/sas-copilot#43, posit-dev/positron#9170: comments were asked for, and code came back changed
test('with comments nothing but comments may change', async () => {
  const commented = before.replace('  let', '  // before taxes\n  let');
  assert.equal(await told('Add comments', commented), undefined);
  assert.equal(await told('Add comments', commented.replace('gross = 0', 'gross = 1')), 'comments 3');
  assert.equal(await told('Add comments', commented.replace('  return gross;\n', '')), 'comments 5');
  assert.equal(await told('Make it faster', commented.replace('gross = 0', 'gross = 1')), undefined);
});

test('code that is gone from the end is told at the last line that is left', async () => {
  const own = `${before}send(total);\n`;
  assert.equal(await told('Add comments', before, { own }), 'comments 5');
});

test('a docstring is a comment', async () => {
  const own = 'def total(lines):\n    return sum(lines)\n';
  const documented = own.replace('    return', '    """The sum."""\n    return');
  assert.equal(await told('Add docstrings', documented, { language: 'python', own }), undefined);
  assert.equal(
    await told('Add docstrings', documented.replace('sum(lines)', 'sum(lines) + 1'), { language: 'python', own }),
    'comments 3',
  );
});

test('with another layout brackets, commas and quotes may come and go, and no word', async () => {
  const formatted = before.replace("rate('de')", 'rate("de",)').replace('  let gross = 0;', '  let gross\n    = 0');
  assert.equal(await told('Reformat this', formatted), undefined);
  assert.equal(await told('Reformat this', formatted.replace('de', 'fr')), 'layout 4');
});

test('with another name it is another one everywhere, and nothing else is', async () => {
  const renamed = before.replaceAll('gross', 'sum');
  assert.equal(await told('Rename gross to sum', renamed), undefined);
  assert.equal(await told('Rename gross to sum', renamed.replace('return sum', 'return gross')), 'names 4');
  assert.equal(await told('Rename gross to sum', renamed.replace('price *', 'price +')), 'names 3');
  assert.equal(
    await told('Rename price to cost', before.replace('{ price }', '{ price: cost }').replace('price *', 'cost *')),
    undefined,
  );
});

test('a short form that is written out is part of a rename', async () => {
  const own = 'const gross = 1;\nsend({ gross, kind });\n';
  assert.equal(await told('Rename gross to sum', 'const sum = 1;\nsend({ gross: sum, kind });', { own }), undefined);
});

test('with logging and types something may come, and nothing may go', async () => {
  const logged = before.replace('  return', '  console.log(gross);\n  return');
  assert.equal(await told('Add logging', logged), undefined);
  assert.equal(await told('Add logging', logged.replace('price *', 'price +')), 'logging 3');
  const typed = before.replace('lines, limit)', 'lines: Line[], limit: number): number');
  assert.equal(await told('Add types', typed, { language: 'typescript' }), undefined);
  assert.equal(await told('Add types', typed.replace(', limit: number', ''), { language: 'typescript' }), 'types 1');
});
