import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select, writeFile } from '../support/documents.ts';
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

  const toldOf = async (name: string, line: string) => {
    select(await open(`money/${name}`, program), 4, 6);
    await edit(person, answered(line));
    const { notice } = await person.reads();
    return (notice?.lines ?? []).join('\n');
  };

  test('is doubted for what only a parser sees, with its line', async () => {
    assert.match(await toldOf('broken.go', 'return floor(amount*100) 100'), /The code has a syntax error\. \(line 2\)/);
  });

  test('is not doubted when it parses', async () => {
    assert.doesNotMatch(await toldOf('right.go', 'return floor(amount*1000) / 1000'), /syntax error/);
  });
});
