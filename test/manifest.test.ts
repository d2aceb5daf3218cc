import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { commandIds, contextKeys } from '../src/interaction/platform/commandIds.ts';
import { checkedSettings } from '../src/interaction/settings/checkedSettings.ts';
import { entryFields } from '../src/interaction/settings/entryFields.ts';
import {
  flagDefaults,
  numberRules,
  type NumberRule,
  type SettingKey,
  timeoutDefaults,
} from '../src/interaction/settings/settingKeys.ts';
import { changeableClasses, secondsRule } from '../src/interaction/settings/timeLimits.ts';
import { providers } from '../src/providers/all.ts';
import { knowledge } from './support/knowledge.ts';

const root = path.dirname(import.meta.dirname);
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

interface Property {
  readonly scope?: string;
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly items?: { readonly properties?: Readonly<Record<string, Property>>; readonly required?: readonly string[] };
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
      readonly when?: string;
    }[];
    /** One a group of settings. */
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Property>> }[];
  };
}

const manifest = readJson('package.json') as Manifest;
const { commands, menus, keybindings, configuration } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));
const settingOf = Object.fromEntries(settings);
const sorted = (texts: Iterable<string>): readonly string[] => [...texts].sort();

test('every command of the manifest is known to the code, and the other way round', () => {
  assert.deepEqual(sorted(commands.map(({ command }) => command)), sorted(commandIds));
});

test('every command has its title in package.nls.json and stands under Steadfast', () => {
  for (const { command, title, category } of commands) {
    assert.equal(title, `%command.${command.replace('steadfast.', '')}%`);
    assert.equal(category, '%category%');
  }
});

test('menus and keybindings name only commands that exist', () => {
  const named = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
  const known: readonly string[] = commandIds;
  assert.deepEqual(
    named.filter(command => !known.includes(command)),
    [],
  );
});

test('when-clauses ask only for context keys that somebody sets', () => {
  const vscodeKeys = [
    ...['editorTextFocus', 'editorReadonly', 'editorIsOpen', 'resourceScheme', 'view', 'viewItem', 'false'],
    ...['focusedView', 'listFocus', 'inputFocus'],
    ...['explorerResourceIsFolder', 'scmProvider', 'isWorkspaceTrusted', 'gitOpenRepositoryCount'],
  ];
  const known: readonly string[] = [...contextKeys, ...vscodeKeys];
  const clauses = [...Object.values(menus).flat(), ...keybindings].flatMap(({ when }) => when ?? []);
  const asked = clauses.flatMap(
    clause => clause.replaceAll(/== *[\w.-]+|=~ *\/[^/]*\//g, '').match(/[a-zA-Z][\w.]*/g) ?? [],
  );
  assert.deepEqual(
    asked.filter(key => !known.includes(key)),
    [],
  );
  assert.deepEqual(
    contextKeys.filter(key => !asked.includes(key)),
    [],
    'nobody asks for these',
  );
});

test('buttons are offered in titles only in our own views', () => {
  for (const { when = '' } of menus['editor/title'] ?? [])
    assert.match(when, /resourceScheme == steadfast-|^steadfast\.panelFocused$/);
});

// The keys that stand in Open Default Keyboard Shortcuts (JSON) of VS Code 1.139 on each system, each once.
const defaultKeys = (system: 'linux' | 'mac' | 'windows'): readonly string[] =>
  readFileSync(new URL(`fixtures/keybindings/${system}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

test('outside of our own views no key is bound that VS Code has on one of the three systems', () => {
  const isOwnView = /resourceScheme == steadfast-|^\(?focusedView == steadfast\.[^&]*&& listFocus && !inputFocus$/;
  const everywhere = keybindings.filter(({ when = '' }) => !isOwnView.test(when));
  assert.deepEqual(
    everywhere.map(({ command }) => command),
    ['steadfast.explain', 'steadfast.ask', 'steadfast.edit'],
  );
  for (const { key, mac } of everywhere) {
    const taken = [...defaultKeys('linux'), ...defaultKeys('windows')].filter(each => isBoundBy(each, key));
    assert.deepEqual([taken, defaultKeys('mac').filter(each => isBoundBy(each, mac))], [[], []]);
  }
});

/** The same key, or the first of two that are pressed in turn. */
const isBoundBy = (bound: string, key: string): boolean => bound === key || bound.startsWith(`${key} `);

test('no key is bound by which a keyboard writes a character: AltGr is Ctrl and Alt, and Option writes on a Mac', () => {
  for (const { key, mac } of keybindings) {
    assert.ok(!/ctrl\+(?:shift\+)?alt\+\w$/.test(key), key);
    assert.ok(!mac.includes('alt') || /cmd|ctrl/.test(mac), mac);
  }
});

test('the drawings of the first steps have the colours of every theme, and no style, which VS Code does not draw', () => {
  const steps = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps);
  assert.equal(steps.length, 5);
  for (const { media } of steps) {
    const drawing = readFileSync(path.join(import.meta.dirname, '..', media.svg), 'utf8');
    assert.match(drawing, /fill="var\(--vscode-/);
    assert.doesNotMatch(drawing, /style=|#[0-9a-f]{3}/);
  }
});

test('the extension starts after VS Code has started, for nothing else', () => {
  assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
});

test('every setting has a default, a description and a scope', () => {
  for (const [key, { default: fallback, description, markdownDescription, scope }] of settings) {
    assert.notEqual(fallback, undefined, key);
    assert.equal(description ?? markdownDescription, `%setting.${key.replace('steadfast.', '')}%`);
    assert.match(scope ?? '', /^(machine|application|window|resource|language-overridable)$/, key);
  }
});

test('every setting of the manifest is read', () => {
  const readElsewhere: readonly SettingKey[] = ['enabled', 'codeLens', 'privacy.ignoreFiles']; // per document or folder
  const read = new Set<string>(readElsewhere);
  checkedSettings(key => {
    read.add(key);
    return { user: undefined, workspace: undefined };
  }, knowledge);
  assert.deepEqual(
    sorted(read).map(key => `steadfast.${key}`),
    sorted(settings.map(([key]) => key)),
  );
});

test('the defaults and ranges of the manifest are those of the code', () => {
  const property = (key: string): Property => settingOf[`steadfast.${key}`] ?? {};
  for (const [key, { isLimit = false, ...rule }] of Object.entries<NumberRule>(numberRules)) {
    const { default: fallback, minimum, maximum, type } = property(key);
    assert.deepEqual({ default: fallback, minimum, maximum, isWhole: type === 'integer' }, rule, key);
    assert.equal(isLimit, key.startsWith('budget.') && minimum === 0, `${key}: 0 means no limit`);
  }
  for (const [key, fallback] of Object.entries(flagDefaults)) assert.equal(property(key).default, fallback, key);
});

test('the time limits of the manifest are those of the code', () => {
  const { default: fallback, properties = {} } = settingOf['steadfast.timeouts'] ?? {};
  const changeable = Object.entries(timeoutDefaults).filter(([taskClass]) => changeableClasses.includes(taskClass));
  assert.deepEqual(fallback, Object.fromEntries(changeable));
  assert.deepEqual(sorted(Object.keys(properties)), sorted(changeableClasses));
  for (const [taskClass, defaults] of changeable) {
    for (const [name, seconds] of Object.entries(defaults)) {
      const { default: said, minimum, maximum } = properties[taskClass]?.properties?.[name] ?? {};
      const { minimum: least, maximum: most } = secondsRule;
      assert.deepEqual({ said, minimum, maximum }, { said: seconds, minimum: least, maximum: most }, name);
    }
  }
});

test('writing down every default changes nothing and is no problem', () => {
  const nothing = checkedSettings(() => ({ user: undefined, workspace: undefined }), knowledge);
  const defaults = checkedSettings(
    key => ({ user: settingOf[`steadfast.${key}`]?.default, workspace: undefined }),
    knowledge,
  );
  assert.deepEqual(defaults, nothing);
  assert.deepEqual(nothing.problems, []);
});

test('the manifest describes the same fields of a target as the code checks', () => {
  const { properties = {}, required = [] } = settingOf['steadfast.targets']?.items ?? {};
  const needed = Object.entries(entryFields).filter(([, { isNeeded }]) => isNeeded);
  assert.deepEqual(sorted(Object.keys(properties)), sorted(Object.keys(entryFields)));
  assert.deepEqual(sorted(required), sorted(needed.map(([name]) => name)));
});

test('the providers that a target may name are those that exist', () => {
  const { properties = {} } = settingOf['steadfast.targets']?.items ?? {};
  const existing = providers.map(({ name }) => name);
  assert.deepEqual(sorted(properties['provider']?.enum ?? []), sorted(existing));
});

test('what steers where and how requests go can be set by the user alone', () => {
  const tightenable = ['steadfast.chain']; // a workspace may leave out targets of the user's chain
  const steering = settings.filter(([key]) =>
    /url|endpoint|proxy|header|key|log|target|retry|timeout|limit|circuit|chain/i.test(key),
  );
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  for (const [key, { scope = '' }] of steering) {
    if (!tightenable.includes(key)) assert.ok(['machine', 'application'].includes(scope), `${key} is ${scope}`);
    assert.ok(restrictedConfigurations.includes(key), `${key} is not restricted`);
  }
});

test('every %word% of the manifest is in package.nls.json, and no other', () => {
  const words = readJson('package.nls.json') as Readonly<Record<string, string>>;
  const used = JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g);
  assert.deepEqual(sorted(new Set([...used].map(([, word = '']) => word))), sorted(Object.keys(words)));
  for (const [word, text] of Object.entries(words)) assert.notEqual(text.trim(), '', word);
});
