import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { practiceSettings } from '../../practice/settings.ts';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

/** What a person is told in each state: nobody has opened a menu, a fold or the log. */
let stage: BrowserStage;
let asked = 0;

before(async () => {
  // short rests and limits, so that every state fits into a test
  const userSettings = {
    'steadfast.circuitBreaker.failureThreshold': 1,
    'steadfast.circuitBreaker.recoverySeconds': 5,
    'steadfast.circuitBreaker.maxRecoverySeconds': 5,
    'steadfast.cache.enabled': false,
    'steadfast.timeouts': { standard: { firstTokenSeconds: 2 } },
  };
  stage = await openBrowserStage(() => ({}), { userSettings });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const places = [
  [15, 17],
  [19, 24],
  [26, 33],
  [35, 37],
] as const;

/** Explains one of the file's functions, each time another one, and waits for the end. */
async function explain(): Promise<void> {
  const { workbench } = stage;
  const [first, last] = places[asked % places.length] ?? assert.fail();
  asked += 1;
  await workbench.explain(first, last);
}

interface Told {
  readonly text: string;
  readonly label: string;
  readonly tooltip: string;
  /** The line under the answer, without opening it, and the title of a notice over it. */
  readonly line: string;
  readonly notice: string;
  readonly messages: string;
}

async function told(): Promise<Told> {
  const { page, status, turn } = stage.workbench;
  await status.hover();
  const tooltip = page.locator('.monaco-hover:visible', { hasText: 'Show Menu' });
  const isSeen = await tooltip.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false, // a status bar that is drawn anew takes it away: looked at again by who waits
  );
  const words = {
    text: (await status.innerText()).trim(),
    label: (await status.locator('[aria-label]').first().getAttribute('aria-label')) ?? '',
    tooltip: isSeen ? await tooltip.innerText() : '',
    line: (await turn.locator('.provenance').allInnerTexts()).join(),
    notice: (await turn.locator('.notice-title').allInnerTexts()).join(),
    messages: (await page.locator('.notification-list-item-message').allInnerTexts()).join(' | '),
  };
  await page.mouse.move(600, 300); // away from the status bar
  return words;
}

type Row = Readonly<Partial<Record<keyof Told, RegExp>>>;

const fellBack = (reason: string): Row => ({
  text: /^Fallback: OpenAI/,
  label: new RegExp(`OpenAI practice answered instead of Anthropic practice: ${reason}`),
  tooltip: new RegExp(`OpenAI practice answered instead of Anthropic practice: ${reason}`),
  line: new RegExp(`^Answered by OpenAI practice .*instead of Anthropic practice: ${reason} · .* tokens · \\$`),
  notice: /^$/,
});

const well: Row = {
  text: /^Anthropic/,
  label: /^Steadfast: Anthropic practice answers next; 3 models are ready/,
  tooltip: /Anthropic practice answers next; 3 models are ready/,
  line: /^Answered by Anthropic practice \(practice-large\) · [\d.]+ s · \d+ tokens · \$/,
  notice: /^$/,
};

type Provider = 'anthropic' | 'openai' | 'local';
type Fault = Parameters<BrowserStage['practice']['fault']>[1];

interface State {
  readonly name: string;
  readonly faults?: readonly (readonly [Provider, Fault])[];
  readonly expected: Row;
}

const first = (name: string, fault: Fault, expected: Row): State => ({
  name,
  faults: [['anthropic', fault]],
  expected,
});
const nothing = { messages: /^$/ } as const;

const states: readonly State[] = [
  { name: 'well', expected: { ...well, ...nothing } },
  first('first-down', 'down', { ...fellBack('server not running'), ...nothing }),
  first('hang', 'hang', { ...fellBack('no answer in time'), ...nothing }),
  first('cut', 'cut', { ...fellBack('answer cut off'), ...nothing }),
  first('rate-limit', 'rate-limit', { ...fellBack('rate limit'), ...nothing }),
  first('no-credit', 'quota', {
    ...fellBack('no credit'),
    messages: /No credit left at Anthropic practice.*OpenAI practice answered instead/,
  }),
  first('rejected-key', 'unauthorized', {
    ...fellBack('API key rejected'),
    text: /^Key rejected/,
    messages: /Anthropic practice.*key/,
  }),
  first('refused', 'refusal', {
    ...well,
    line: /^Answered by Anthropic practice/,
    notice: /^The provider declined to answer$/,
  }),
  {
    name: 'all-down',
    faults: [
      ['anthropic', 'down'],
      ['openai', 'down'],
      ['local', 'down'],
    ],
    expected: {
      text: /^(?:All paused|No answer)$/,
      label: /no model (?:can be asked now|answered the last question).*server not running/,
      line: /^From the editor, without a model/,
      notice: /^No model answered: this is what the editor knows$/,
    },
  },
  { name: 'healed', expected: well },
];

for (const { name, faults = [], expected } of states) {
  test(`it is told truly: ${name}`, async () => {
    const { practice, workbench } = stage;
    for (const [provider, fault] of faults) practice.fault(provider, fault);
    await explain();
    await sees(expected);
    await workbench.picture(`50-${name}`);
    practice.heal();
    for (const label of ['Anthropic practice', 'OpenAI practice', 'Local practice']) await retry(label);
  });
}

test('it is told truly: no network, with a model on this machine and without one', async () => {
  const elsewhere = ['first', 'second'].map(name => ({
    id: name,
    label: `The ${name} elsewhere`,
    provider: 'openai-compatible',
    model: 'some-model',
    baseUrl: `https://${name}.invalid/v1`,
    auth: 'none',
  }));
  const targets = [...elsewhere, ...practiceSettings(stage.practice)['steadfast.targets']];
  await stage.change({ 'steadfast.targets': targets, 'steadfast.chain': ['first', 'second', 'practice-local'] });
  await explain();
  await sees({
    text: /^Offline$/,
    label: /no network; Local practice on this machine answers/,
    line: /^Answered by Local practice .*instead of The first elsewhere: unknown host/,
    messages: /^$/,
  });
  await stage.workbench.picture('50-offline-local');
  await stage.change({ 'steadfast.targets': targets, 'steadfast.chain': ['first', 'second'] });
  await explain();
  await sees({
    text: /^Offline$/,
    label: /no network, answers from the editor/,
    tooltip: /no network/,
    line: /^From the editor, without a model/,
    notice: /^No model answered: this is what the editor knows$/,
  });
  await stage.workbench.picture('50-offline');
  assert.match(await stage.workbench.turn.locator('.notice').innerText(), /There seems to be no network/);
  await stage.change({});
  await explain();
  await sees({ ...well, label: /Anthropic practice answers next/ });
});

test('it is told truly: a budget that is nearly used, and one that is', async () => {
  const { workbench } = stage;
  const [, used = ''] = /([\d.]+)k of 200k tokens today/.exec((await told()).tooltip) ?? [];
  await setBudget(Math.round((Number(used) * 1_000) / 0.88));
  await sees({ text: /8\d%$/, tooltip: /tokens today/, messages: /Little of the budget is left/ });
  await workbench.picture('50-budget-low');
  await explain();
  await sees({ line: /^Answered by Local practice .*because .*budget/ });
  await workbench.picture('50-budget-gone');
});

/** Waits until all of that is told; the status bar draws a moment after the answer. */
async function sees(expected: Row): Promise<void> {
  let last: Told | undefined;
  const fields = Object.entries(expected) as [keyof Told, RegExp][];
  const missing = () => fields.filter(([field, pattern]) => !pattern.test(last?.[field] ?? ''));
  await waitUntil(`what ${Object.keys(expected).join(', ')} say`, async () => {
    last = await told();
    return missing().length === 0;
  }).catch((error: unknown) => {
    const wrong = missing().map(
      ([field, pattern]) => `${field} is ${JSON.stringify(last?.[field])}, not ${String(pattern)}`,
    );
    throw new Error(wrong.join('\n'), { cause: error });
  });
  assert.deepEqual(missing(), []);
}

/** As a person would, so that the next state begins with everybody ready. */
async function retry(label: string): Promise<void> {
  await stage.workbench.run('Retry a Model');
  await stage.workbench.pick(label);
}

async function setBudget(tokens: number): Promise<void> {
  const { workbench } = stage;
  await workbench.run('Set Workspace Budget');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Tokens per day' }).click();
  await workbench.type(String(tokens), 'Tokens per day');
}
