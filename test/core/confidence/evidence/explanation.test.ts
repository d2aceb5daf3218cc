import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const code = [
  'export function lineTotal(line: InvoiceLine): number {',
  '  const gross = line.quantity * line.unitPrice;',
  '  const discount = line.quantity > 10 ? gross * 0.05 : 0;',
  '  return roundToCents(gross - discount);',
  '}',
].join('\n');
const asked = 'What does this code do, and how?';
const signsFor = async (text: string, more: Parameters<typeof judge>[1] = {}) =>
  against(await judge(text, { form: 'prose', code, instruction: asked, ...more }));

const good = [
  '`lineTotal` works out what one line costs. `gross` is the quantity times `unitPrice`; above ten pieces',
  '`discount` is 5 % of it, and `roundToCents` rounds what is left.',
].join('\n');

test('an explanation that speaks of the code is not doubted', async () => {
  assert.deepEqual(await signsFor(good), []);
});

// github.com/orgs/community/discussions/35179, continuedev/continue#2297: "Sorry, I can't assist with that" shown as an answer
test('a refusal in words is told, in many languages', async () => {
  const refusals = [
    'I’m sorry, but I can’t assist with that.',
    "Sorry, I can't help with that request.",
    'I cannot provide an explanation of this code.',
    'Unfortunately, I am unable to help here.',
    'As an AI language model, I do not have access to your files.',
    'Es tut mir leid, dabei kann ich nicht helfen.',
    'Leider kann ich dazu nichts sagen.',
    'Je suis désolé, je ne peux pas vous aider.',
    'Lo siento, no puedo ayudar con eso.',
    '抱歉，我无法回答这个问题。',
    '申し訳ありませんが、お手伝いできません。',
    'К сожалению, я не могу помочь.',
  ];
  for (const text of refusals) assert.deepEqual(await signsFor(text), ['soft declines'], text);
});

test('who is sorry and answers does not decline', async () => {
  assert.deepEqual(await signsFor(`Sorry for the confusion before. ${good}`), []);
  assert.deepEqual(await signsFor(`I’m sorry, but I can’t tell what it is for. ${good.repeat(5)}`), []);
  assert.deepEqual(await signsFor(`I cannot see \`roundToCents\` here; by its name it rounds. ${good.repeat(5)}`), []);
});

test('the code alone explains nothing', async () => {
  assert.deepEqual(await signsFor(`\`\`\`typescript\n${code}\n\`\`\``), ['soft only-code']);
  assert.deepEqual(await signsFor(`Here:\n\n\`\`\`ts\nconst other = 1;\n\`\`\``), ['soft only-code']);
});

test('code is right where it was asked for, and a commit message in a fence is none', async () => {
  const block = '```ts\nconst total = lineTotal(line);\n```';
  assert.deepEqual(await signsFor(block, { instruction: 'Show me how to call it' }), []);
  assert.deepEqual(await signsFor('```\nfeat: add line totals\n```', { code: '', language: '' }), []);
});

test('an explanation of other code is told', async () => {
  const other =
    'The `UserService` reads `userId` from the `session`, and `findUser` looks it up in `usersTable` for `login()`.';
  assert.deepEqual(await signsFor(other), ['soft other-names']);
});

test('names that stand around the code are known, and a few others may be spoken of', async () => {
  const around = { before: 'interface Invoice { customer: string; dueDate: Date; vatRate: number }', after: '' };
  const text =
    'An `Invoice` has a `customer`, a `dueDate` and a `vatRate`; `toFixed` or `BigInt` would round otherwise.';
  assert.deepEqual(await signsFor(text, { around }), []);
});

test('names that stand nowhere in what was sent are a fact, those of the language’s library are none', async () => {
  const text = `${good} It uses \`Promise\` and \`Math\`.`;
  assert.deepEqual(await signsFor(text), []);
  assert.deepEqual(await signsFor(`${text} It hands over to \`flushPendingWrites()\`.`), ['fact unknown-names']);
  const sent = ['The file: flushPendingWrites();'];
  assert.deepEqual(await signsFor(`${text} It hands over to \`flushPendingWrites()\`.`, { sent }), []);
});

// a user's own instructions may ask for it: told, and no doubt
test('another language than that of the question is a fact', async () => {
  const german = 'Die Funktion prüft zuerst die Eingabe und gibt dann das Ergebnis zurück, wenn sie nicht leer ist.';
  assert.deepEqual(await signsFor(german), ['fact other-language']);
  assert.deepEqual(
    await signsFor(german, { instruction: 'Was macht die Funktion, und wie wird das Ergebnis gerundet?' }),
    [],
  );
  assert.deepEqual(await signsFor(german, { instruction: 'ok' }), []);
});

test('words that are said again and again at the end are a loop', async () => {
  assert.deepEqual(await signsFor(`${good} ${'It checks the value again. '.repeat(6)}`), ['soft repeats']);
  assert.deepEqual(await signsFor(`${good} It is very, very, very good.`), []);
});

test('the instructions repeated are no answer, the user’s own words may be', async () => {
  const line = 'You explain code to a colleague who sees it in an editor, in a few words.';
  assert.deepEqual(await signsFor(`${line}\n\n${good}`, { told: [`Task: explain\n${line}`] }), ['soft prompt-echoed']);
  assert.deepEqual(await signsFor(`${line}\n\n${good}`, { told: [`Task: explain\n${line}`], instruction: line }), []);
});
