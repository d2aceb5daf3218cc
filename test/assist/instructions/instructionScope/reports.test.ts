import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { chooseInstructions } from '../../../../src/assist/instructions/chooseInstructions.ts';
import { matchGlob } from '../../../../src/assist/instructions/fileGlob.ts';
import { readFrontMatter } from '../../../../src/assist/instructions/frontMatter.ts';
import { importsIn } from '../../../../src/assist/instructions/imports.ts';
import { instructionDefaults } from '../../../../src/interaction/settings/instructionSettings.ts';
import { instructionPaths } from '../../../../src/assist/instructions/instructionPaths.ts';
import { readScoped, scopeVerdict } from '../../../../src/assist/instructions/instructionScope.ts';

/** Is a file of .github/instructions for a question about this file? */
const appliesTo = (written: string, file: string | undefined, task = 'ask'): boolean =>
  scopeVerdict(readScoped(written), { file, task }) === 'applies';
const header = (...lines: readonly string[]): string => ['---', ...lines, '---', '', 'Use tabs.', ''].join('\n');
const pathsOf = (file: string): readonly string[] =>
  instructionPaths(file, instructionDefaults).map(({ path }) => path);

/** What users of other assistants have reported of instruction files, in our own words. */
interface Report {
  readonly at: string;
  readonly says: string;
  readonly holds: () => void;
}

const reports: readonly Report[] = [
  {
    at: 'microsoft/vscode#271489',
    says: 'the AGENTS.md next to the file is read, and stands behind the one at the top',
    holds: () =>
      assert.deepEqual(
        pathsOf('packages/api/a.ts').filter(path => path.endsWith('AGENTS.md')),
        ['AGENTS.md', 'packages/AGENTS.md', 'packages/api/AGENTS.md'],
      ),
  },
  {
    at: 'github/copilot-cli#1655',
    says: 'those in between are read as well, not only the top and the nearest',
    holds: () => assert.ok(pathsOf('a/b/c/d.ts').includes('a/b/AGENTS.md')),
  },
  {
    at: 'github/copilot-cli#2735',
    says: 'those of other folders are not',
    holds: () => assert.ok(!pathsOf('packages/api/a.ts').some(path => path.includes('web'))),
  },
  {
    at: 'agentsmd/agents.md#228',
    says: 'one that came with a package in vendor or node_modules gives no instructions',
    holds: () =>
      assert.deepEqual(
        pathsOf('web/node_modules/pad/src/a.js').filter(path => path.endsWith('AGENTS.md')),
        ['AGENTS.md', 'web/AGENTS.md'],
      ),
  },
  {
    at: 'microsoft/vscode#249256',
    says: 'patterns may be listed with commas, with blanks behind them',
    holds: () => {
      const written = header('applyTo: "Application/**, **/*.cs"');
      assert.deepEqual(
        ['Application/a.js', 'x/b.cs', 'x/b.js'].map(file => appliesTo(written, file)),
        [true, true, false],
      );
    },
  },
  {
    at: 'PIsberg/vibetags#696',
    says: 'a comma in braces does not part them',
    holds: () => {
      const written = header("applyTo: '**/*.{java,kt},docs/**'");
      assert.deepEqual(readScoped(written).applyTo, ['**/*.{java,kt}', 'docs/**']);
      assert.deepEqual(
        ['a/B.kt', 'docs/a.md', 'a/b.md'].map(file => appliesTo(written, file)),
        [true, true, false],
      );
    },
  },
  {
    at: 'matlab/rules#5',
    says: 'a list of lines is a list',
    holds: () => assert.ok(appliesTo(header('applyTo:', '  - "**/*.m"', '  - "**/*.mlx"'), 'src/run.mlx')),
  },
  {
    at: 'github/awesome-copilot#31',
    says: 'a list in brackets is a list',
    holds: () => assert.ok(appliesTo(header('applyTo: [\'src/*.ts\', "docs/**"] # both'), 'docs/a/b.md')),
  },
  {
    at: 'project-codeguard/rules#48',
    says: 'a pattern without quotation marks, which is no YAML, means what it says',
    holds: () => assert.ok(appliesTo(header('applyTo: **/*.java,**/*.kt'), 'a/B.kt')),
  },
  {
    at: 'duolingo/pre-commit-hooks#86',
    says: 'each pattern of a list may have its own quotation marks',
    holds: () =>
      assert.deepEqual(readScoped(header('applyTo: "**/*.yml", "**/*.yaml"')).applyTo, ['**/*.yml', '**/*.yaml']),
  },
  {
    at: 'microsoft/vscode#270160',
    says: 'a pattern with a folder holds from the top of the workspace folder',
    holds: () =>
      assert.deepEqual(
        ['src/a.ts', 'app/src/b.ts'].map(file => appliesTo(header('applyTo: "src/**/*.ts"'), file)),
        [true, false],
      ),
  },
  {
    at: 'moonrepo/moon#1414',
    says: 'a pattern that begins with ./ matches',
    holds: () => assert.equal(matchGlob('./src/*.ts', 'src/a.ts'), 'match'),
  },
  {
    at: 'langchain-ai/deepagents#1846',
    says: 'and so does one that begins with a slash',
    holds: () => assert.equal(matchGlob('/src/**/*.md', 'src/a/b.md'), 'match'),
  },
  {
    at: 'microsoft/vscode#144458',
    says: 'a pattern does not match in the middle of a name',
    holds: () => assert.deepEqual([matchGlob('**/p*', 'foo/ap'), matchGlob('**/p*', 'foo/pa')], ['no-match', 'match']),
  },
  {
    at: 'microsoft/vscode#41724',
    says: 'nor in a folder whose name begins alike',
    holds: () =>
      assert.deepEqual(
        [matchGlob('test/**/*', 'testone/a.ts'), matchGlob('test/**/*', 'test/a.ts')],
        ['no-match', 'match'],
      ),
  },
  {
    at: 'juju/juju#22005',
    says: 'a file that names no files is for nothing by itself',
    holds: () => assert.ok(!appliesTo('Use tabs.\n', 'a.go')),
  },
  {
    at: 'dotnet/roslyn#84032',
    says: 'what looks like a front matter further down is none',
    holds: () => assert.ok(!appliesTo(`# Title\n\n${header('applyTo: "**"')}`, 'a.cs')),
  },
  {
    at: 'open-gsd/gsd-core#2977',
    says: 'a byte order mark does not hide it',
    holds: () => assert.ok(appliesTo(`\ufeff${header('applyTo: "**/*.ts"')}`, 'a.ts')),
  },
  {
    at: 'microsoft/genaiscript#392',
    says: 'nor do line ends of Windows',
    holds: () => {
      const written = header('applyTo: "**/*.ts"', 'description: x').replaceAll('\n', '\r\n');
      assert.ok(appliesTo(written, 'a.ts'));
      assert.equal(readScoped(written).text, 'Use tabs.');
    },
  },
  {
    at: 'ryo-ebata/cc-audit#229',
    says: 'nor do blank lines above it',
    holds: () => assert.ok(appliesTo(`\n\n${header('applyTo: "**/*.ts"')}`, 'a.ts')),
  },
  {
    at: 'BuilderIO/skills#38',
    says: 'a colon in a description takes no other field away',
    holds: () => assert.ok(appliesTo(header('description: Rules: tabs, always', 'applyTo: "**/*.ts"'), 'a.ts')),
  },
  {
    at: 'chatml/chatml#364',
    says: 'rules across the page are no front matter, and nothing between them is lost',
    holds: () => {
      const written = '---\n\n# One\n\n---\n\nTwo\n';
      assert.equal(readFrontMatter(written).body, written);
    },
  },
  {
    at: 'juggler-ai/juggler#52',
    says: 'a CLAUDE.md that is a link to AGENTS.md is told once',
    holds: () => {
      const one = { text: 'Use tabs.', real: 'file:///w/AGENTS.md' };
      const { used } = chooseInstructions([
        { kind: 'claude', file: 'CLAUDE.md', ...one },
        { kind: 'agents', file: 'AGENTS.md', ...one },
      ]);
      assert.deepEqual(
        used.map(({ file }) => file),
        ['AGENTS.md'],
      );
    },
  },
  {
    at: 'Extra-Chill/wp-coding-agents#109',
    says: 'two files with the same text are told once, however their lines end',
    holds: () => {
      const { used } = chooseInstructions([
        { kind: 'claude', file: 'CLAUDE.md', text: 'Use tabs.\r\nAlways.\r\n', real: 'a' },
        { kind: 'agents', file: 'AGENTS.md', text: 'Use tabs.\nAlways.', real: 'b' },
      ]);
      assert.equal(used.length, 1);
    },
  },
  {
    at: 'atomantic/PortOS#4852',
    says: 'what git makes of a link where there are none is followed as one',
    holds: () => assert.deepEqual(importsIn('AGENTS.md', 'CLAUDE.md'), ['AGENTS.md']),
  },
  {
    at: 'anthropics/claude-code#87020',
    says: 'what a nested file takes in is looked for beside it',
    holds: () =>
      assert.deepEqual(importsIn('@AGENTS.md\n@../x.md', 'packages/api/CLAUDE.md'), [
        'packages/api/AGENTS.md',
        'packages/x.md',
      ]),
  },
  {
    at: 'anthropics/claude-code#20934',
    says: 'a part of a file is taken in with the whole',
    holds: () => assert.deepEqual(importsIn('# example\n@test.md#rule\n', '.claude/CLAUDE.md'), ['.claude/test.md']),
  },
  {
    at: 'jainal09/envdrift#716',
    says: 'what stands in code, in backticks or a fence of tildes, takes nothing in',
    holds: () => assert.deepEqual(importsIn('`@a.md`\n~~~\n@b.md\n~~~\nsee @c.md.', 'CLAUDE.md'), ['c.md']),
  },
  {
    at: 'anthropics/claude-code#92673',
    says: 'an absolute path is not followed, and that is said',
    holds: () =>
      assert.deepEqual(importsIn('@C:\\Users\\me\\CLAUDE.md\n@/etc/x.md\n@~/x.md', 'CLAUDE.md'), [undefined]),
  },
  {
    at: 'anthropics/claude-code#67143',
    says: 'CLAUDE.local.md stands behind CLAUDE.md',
    holds: () => {
      const paths = pathsOf('a.ts');
      assert.ok(paths.indexOf('CLAUDE.local.md') === paths.indexOf('CLAUDE.md') + 1);
    },
  },
  {
    at: 'openai/codex#13386',
    says: 'where there is too much text the nearest stays whole, and the farthest is named as left out',
    holds: () => {
      const files = Array.from({ length: 5 }, (_, at) => ({
        kind: 'agents' as const,
        file: `${at}/AGENTS.md`,
        text: `${at}`.repeat(20_000),
        real: `${at}`,
      }));
      const { used, unused } = chooseInstructions(files);
      assert.deepEqual(
        [used.map(({ file }) => file), unused],
        [
          ['2/AGENTS.md', '3/AGENTS.md', '4/AGENTS.md'],
          [
            { file: '0/AGENTS.md', because: 'too-much' },
            { file: '1/AGENTS.md', because: 'too-much' },
          ],
        ],
      );
    },
  },
];

suite('instruction files, as people have reported them', () => {
  for (const { at, says, holds } of reports) test(`${says} (${at})`, holds);
});
