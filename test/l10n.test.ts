import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bundlePath, englishBundle, spokenIn } from '../scripts/l10n.ts';
import { spokenTooEarly, unspokenIn } from './support/unspoken.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Everything that a person meets: the editor's side, the composition root, and the webview's scripts. */
const files = globSync(
  [
    'src/editor/**/*.ts',
    'src/interaction/**/*.ts',
    'src/extension.ts',
    'src/composition/windowServices.ts',
    'src/composition/assistantServices.ts',
    'media/**/*.ts',
  ],
  {
    cwd: root,
  },
).map(file => file.replaceAll(path.sep, '/'));

/** Texts that look like words for a person and are not, each with its reason. */
const forNobody: readonly { readonly file: string; readonly text: RegExp; readonly because: string }[] = [
  { file: 'src/interaction/text/failureDetails.ts', text: /^date$/, because: 'the name of a fact' },
  { file: 'src/interaction/platform/webviewPage.ts', text: /[<>]/, because: 'markup of the empty page' },
  { file: 'media/dashboard/inks.ts', text: /^(?:\(forced-colors: active\)|Canvas(?:Text)?)$/, because: 'CSS' },
  { file: 'src/interaction/setup/askForServer.ts', text: /^https:\/\/api\.example/, because: 'the form of an address' },
  {
    file: 'src/interaction/setup/localModels.ts',
    text: /^(Ollama|LM Studio|llama\.cpp)$/,
    because: 'names of products',
  },
  { file: 'src/editor/setup/setup.ts', text: /^(const answer|Reply with)/, because: 'for the model that is tested' },
  { file: 'src/composition/storedServices.ts', text: /^storage: $/, because: 'a line of the log' },
  { file: 'src/editor/feedback/openFeedback.ts', text: /^feedback: $/, because: 'a line of the log' },
  { file: 'src/editor/present/factMarks.ts', text: /^underline dotted$/, because: 'CSS' },
  { file: 'media/panel/followUp.ts', text: /^Enter$/, because: 'the name of a key event' },
  { file: 'media/panel/followUp.ts', text: /^Alt\+ArrowDown$/, because: 'the name of a key' },
  { file: 'media/panel/suggestions.ts', text: /^(Enter|Tab|Escape)$/, because: 'names of key events' },
  { file: 'media/panel/scrollers.ts', text: /^pre, /, because: 'names of elements' },
  { file: 'media/colours/languages.ts', text: /^[a-zA-Z0-9_#+ -]+$/, because: 'names of languages, and words of PHP' },
  { file: 'media/panel/hiddenCharacters.ts', text: /^\p{Lu}\p{Ll}+$/u, because: 'names of scripts in Unicode' },
  { file: 'media/panel/turn.ts', text: /^place [a-z-]+$/, because: 'names of classes' },
  { file: 'media/panel/actionRow.ts', text: /^(place|secondary) [a-z-]+$/, because: 'names of classes' },
];

test('everything that a person reads goes through l10n', () => {
  const unspoken = files.flatMap(file =>
    unspokenIn(file, read(file)).filter(({ text }) => !forNobody.some(one => one.file === file && one.text.test(text))),
  );
  assert.deepEqual(unspoken, []);
});

test('every exception is still needed', () => {
  const unused = forNobody.filter(({ file, text }) => !unspokenIn(file, read(file)).some(one => text.test(one.text)));
  assert.deepEqual(unused, []);
});

test('nothing is said while a module is loaded, when the user’s language is not yet known', () => {
  assert.deepEqual(
    files.flatMap(file => spokenTooEarly(file, read(file))),
    [],
  );
});

test('the bundle for translators has exactly what the code says; npm run l10n writes it', () => {
  assert.equal(read(bundlePath), englishBundle());
});

test('the words of every language go into the package', () => {
  const packed = read('.vscodeignore').split('\n');
  assert.deepEqual(
    ['!l10n/**', '!package.nls*.json'].filter(line => !packed.includes(line)),
    [],
  );
});

test('the webview says nothing of its own: its words come from the extension', () => {
  const speaking = files.filter(file => file.startsWith('media/') && /\bl10n\b/.test(read(file)));
  assert.deepEqual(speaking, []);
});

const unspoken = (text: string): readonly string[] => unspokenIn('x.ts', text).map(one => one.text);

test('a text is found wherever it would be shown', () => {
  const shown = [
    `vscode.window.showInformationMessage('done');`,
    `vscode.window.showQuickPick(items, { placeHolder: wide ? 'far' : l10n.t('Near') });`,
    `menu.title = 'targets';`,
    'item.tooltip = `$(sync) ${count} waiting`;',
    `const choices = [{ label: 'small', value: 'simple' }];`,
    `const words = () => 'It could not be checked.';`,
    `new vscode.MarkdownString('**bold**');`,
    `item.text = '$(shield) all ' + 'well';`,
  ];
  assert.deepEqual(
    shown.map(text => unspoken(text).length > 0),
    shown.map(() => true),
  );
});

test('what nobody reads is not found', () => {
  const unshown = [
    `import { a } from 'A module name';`,
    `type State = 'Some words here';`,
    `vscode.window.showInformationMessage(l10n.t('Done'), l10n.t('Open {0}', 'x'));`,
    `item.text = state === 'working' ? '$(sync~spin)' : '';`,
    `throw new Error('no turn in this conversation');`,
    `user.pick(l10n.t('Which?'), [{ label: l10n.t('Ask Now'), value: 'ask' }]);`,
    `const icons = { 'cooling-down': 'watch' };`,
  ];
  assert.deepEqual(unshown.flatMap(unspoken), []);
});

test('what is said through l10n is known in full, also where it takes several lines', () => {
  const said = spokenIn('x.ts', `l10n.t('One ' + 'text'); l10n.t(\`another\`); other.t('no'); l10n.t('Hi {0}', name);`);
  assert.deepEqual(said, ['One text', 'another', 'Hi {0}']);
});

test('a text that is put together at run time cannot be translated and is refused', () => {
  assert.throws(() => spokenIn('x.ts', '\nl10n.t(`Hi ${name}`);'), /x\.ts:2/);
});

/** What is not said to a person, and the reason. `#steadfast.targets#` and the like are names of settings. */
const notSaid = {
  en: /\b(?:shall|resting|manners|somebody|nobody|stands? beside|comes about|anew|lacks?|circuits?|rehears\w*|targets?|What stands|stands here|key store|usage record|offline answers?|own rate limit|probing|Consent forgotten)\b/i,
  de: /\b(?:Ziel|Ziele|Ziels|Zielen|Circuit Breaker|proben|geprobt|Probe|Schreibmarke|Markierung|Ausweichziel|weniger aus|Bearbeitung|aufheben|aufgehobene?n?|Vertrauen:|Tokens|Ids?|Platte|verdeckte[ns]?|Voreinstellung|noch einmal|Zeitgrenzen?|Schlüsselspeicher|Prüfliste|festgelegt haben)(?![\wäöüß])/,
};
/** Where the word means something else: names of settings, and MSBuild's own targets. */
const meantOtherwise = [/steadfast\.targets/g, /its targets run when the project/g, /Ihre Ziele laufen, wenn/g];

for (const [language, bundle, manifest] of [
  ['en', 'l10n/bundle.l10n.json', 'package.nls.json'],
  ['de', 'l10n/bundle.l10n.de.json', 'package.nls.de.json'],
] as const)
  test(`a person is spoken to of models and their status, in plain words (${language})`, () => {
    const texts = [bundle, manifest].flatMap(file => Object.values(JSON.parse(read(file)) as Record<string, string>));
    const plain = texts.map(text => meantOtherwise.reduce((rest, pattern) => rest.replace(pattern, ''), text));
    assert.deepEqual(
      plain.filter(text => notSaid[language].test(text)),
      [],
    );
  });
