import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select, tabsOf, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';

const program = `package money

// Round rounds to cents.
func Round(amount float64) float64 {
	return floor(amount*100) / 100
}

func floor(amount float64) float64 {
	return float64(int64(amount))
}
`;
const answered = (line: string) =>
  `Reply with exactly:\n\`\`\`go\nfunc Round(amount float64) float64 {\n\t${line}\n}\n\`\`\``;

suite('an edit of a language that VS Code has a grammar for', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    await writeFile('money/go.mod', 'module money\n');
  });

  const change = async (name: string, line: string) => {
    select(await open(`money/${name}`, program), 4, 6);
    await edit(person, answered(line));
  };

  test('is doubted for what only a parser sees, with its line', async () => {
    await change('broken.go', 'return floor(amount*100) 100');
    const { notice } = await person.reads();
    assert.match((notice?.lines ?? []).join('\n'), /The code has a syntax error\. \(line 2\)/);
  });

  test('is shown as its diff alone when it parses', async () => {
    await change('right.go', 'return floor(amount*1000) / 1000');
    assert.equal(tabsOf(vscode.TabInputTextDiff).length, 1);
    assert.deepEqual(person.panels, []);
  });
});
