import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPromptFile } from '../../../../src/assist/promptFiles/promptFile.ts';
import { linksIn } from '../../../../src/assist/promptFiles/promptLinks.ts';
import { fillVariables, inputsOf } from '../../../../src/assist/promptFiles/promptVariables.ts';

const place = { file: 'src/cart.ts', folder: 'shop' };
const filled = (text: string, inputs: Readonly<Record<string, string>> = {}) =>
  fillVariables(text, place, new Map(Object.entries(inputs)));
const read = (...lines: readonly string[]) => readPromptFile(lines.join('\n'), '.github/prompts/review.prompt.md');
const linked = (text: string): readonly (readonly string[])[] =>
  linksIn(text, '.github/prompts/review.prompt.md').map(({ paths }) => paths);

/** What users of other assistants have reported of prompt files, in our own words. */
interface Report {
  readonly at: string;
  readonly says: string;
  readonly holds: () => void;
}

const reports: readonly Report[] = [
  {
    at: 'microsoft/vscode-docs#8436',
    says: 'a value is asked for by its name',
    holds: () => {
      assert.deepEqual(inputsOf('Use the class ${input:class_name}.'), [{ name: 'class_name', placeholder: '' }]);
      assert.equal(filled('Use ${input:class_name}.', { class_name: 'A' }).text, 'Use A.');
    },
  },
  {
    at: 'microsoft/vscode#279367',
    says: 'a dollar sign and a number are no variable',
    holds: () => assert.equal(filled('Review PR #$1 with $2').text, 'Review PR #$1 with $2'),
  },
  {
    at: 'kirodotdev/Kiro#10639',
    says: 'what is not known stays as it is written, and is told',
    holds: () =>
      assert.deepEqual(filled('Load ${1} and ${env:HOME}'), {
        text: 'Load ${1} and ${env:HOME}',
        unknown: ['${1}', '${env:HOME}'],
      }),
  },
  {
    at: 'eclipse-theia/theia#15453',
    says: 'it is told once, however often it stands there',
    holds: () => assert.deepEqual(filled('${changes} and ${changes}').unknown, ['${changes}']),
  },
  {
    at: 'earendil-works/pi#418',
    says: 'a value that looks like a variable is none',
    holds: () =>
      assert.equal(
        filled('${input:a} ${input:b}', { a: '${input:b} $100', b: '${file}' }).text,
        '${input:b} $100 ${file}',
      ),
  },
  {
    at: 'Gitlawb/openclaude#1966',
    says: 'dollar signs of a value stay as they are',
    holds: () => assert.equal(filled('cost ${input:a}', { a: "$$ $& $' $`" }).text, "cost $$ $& $' $`"),
  },
  {
    at: 'brpaz/vscode-file-templates-ext#17',
    says: 'several variables of one line are all replaced',
    holds: () => assert.equal(filled('${file} ${fileBasename} ${fileDirname}').text, 'src/cart.ts cart.ts src'),
  },
  {
    at: 'microsoft/vscode-docs#8436',
    says: 'what stands behind the second colon is a hint, colons and all; one name is asked for once',
    holds: () =>
      assert.deepEqual(inputsOf('${input:url} ${input:url:http://host:80} ${input:url:other}'), [
        { name: 'url', placeholder: 'http://host:80' },
      ]),
  },
  {
    at: 'aaif-goose/goose#4634',
    says: 'no variable tells an absolute path, which holds the user’s name',
    holds: () =>
      assert.equal(
        filled('${workspaceFolder}/docs ${workspaceFolderBasename} ${relativeFile}').text,
        './docs shop src/cart.ts',
      ),
  },
  {
    at: 'github/awesome-copilot#464',
    says: 'agent says what mode said before, and counts first',
    holds: () =>
      assert.deepEqual(
        [read('---', 'mode: edit', '---', 'x').mode, read('---', 'mode: ask', "agent: 'edit'", '---', 'x').mode],
        ['edit', 'edit'],
      ),
  },
  {
    at: 'microsoft/hve-core#2442',
    says: 'an agent by a name of its own is answered as a question, and that is told',
    holds: () => {
      const { mode, unfollowed } = read('---', 'agent: architect', '---', 'x');
      assert.deepEqual([mode, unfollowed], ['ask', ['agent']]);
    },
  },
  {
    at: 'IBuySpy-Shared/basecoat#321',
    says: 'lists of tools and models are told not to be followed, and hurt nothing',
    holds: () => {
      const written = ['---', 'description: "Plan"', "model: ['A', 'B']", "tools: ['search', 'web/fetch']", '---', 'x'];
      const { description, unfollowed } = read(...written);
      assert.deepEqual([description, unfollowed], ['Plan', ['tools', 'model']]);
    },
  },
  {
    at: 'microsoft/vscode-copilot-release#13237',
    says: 'the words reach the model, whatever the mode',
    holds: () => assert.equal(read('---', 'mode: agent', '---', '', 'My prompt text.').text, 'My prompt text.'),
  },
  {
    at: 'QwenLM/qwen-code#2095',
    says: 'a byte order mark and line ends of Windows do not hide what stands on top',
    holds: () => assert.equal(read('\ufeff---\r', 'mode: edit\r', '---\r', 'x\r').mode, 'edit'),
  },
  {
    at: 'crowdagger/crowbook#99',
    says: 'rules across the page belong to the text',
    holds: () => assert.equal(read('---', 'mode: ask', '---', 'a', '---', 'b').text, 'a\n---\nb'),
  },
  {
    at: 'microsoft/vscode-copilot-release#11268',
    says: 'a linked file is found beside the prompt',
    holds: () => assert.ok(linked('[guide](./helper.md)')[0]?.includes('.github/prompts/helper.md')),
  },
  {
    at: 'microsoft/vscode-copilot-release#7317',
    says: 'or from the top of the workspace folder',
    holds: () => assert.deepEqual(linked('#file:docs/api.md'), [['.github/prompts/docs/api.md', 'docs/api.md']]),
  },
  {
    at: 'microsoft/vscode-copilot-release#5214',
    says: 'one that goes up from the prompt is found, one that leaves the folder is not',
    holds: () => {
      assert.ok(linked('see #file:../../lib/router.ex.')[0]?.includes('lib/router.ex'));
      assert.deepEqual(linked('[x](../../../secret.md)'), [[]]);
    },
  },
  {
    at: 'cmacmackin/markdown-include#5',
    says: 'links to each other come to an end: what a linked file links to is not followed',
    holds: () => assert.equal(linked('[me](review.prompt.md) [me](review.prompt.md)').length, 1),
  },
  {
    at: 'microsoft/vscode#271573',
    says: 'places within a file, addresses and absolute paths of Windows are no files of the folder',
    holds: () =>
      assert.deepEqual(linked('[a](#top) [b](https://a.example/x.md) [c](c:\\src\\x.ts) [d](a.md#L3) ![p](p.png)'), [
        [],
        ['.github/prompts/a.md', 'a.md'],
      ]),
  },
];

suite('prompt files, as people have reported them', () => {
  for (const { at, says, holds } of reports) test(`${says} (${at})`, holds);
});
