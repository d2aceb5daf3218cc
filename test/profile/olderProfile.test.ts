import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Circuits } from '../../src/core/resilience/circuits.ts';
import { Limiters } from '../../src/core/resilience/limiters.ts';
import { AnswerCache } from '../../src/core/cache/answerCache.ts';
import type { CachedAnswer } from '../../src/core/cache/cachedAnswer.ts';
import { Ledger } from '../../src/core/budget/ledger.ts';
import { RecordList } from '../../src/core/shared/recordList.ts';
import { Calibration } from '../../src/core/prompt/calibration.ts';
import { SharedCircuits } from '../../src/core/resilience/sharedCircuits.ts';
import { BudgetSnapshot } from '../../src/interaction/budget/budgetSnapshot.ts';
import type { Confirmation } from '../../src/interaction/platform/user.ts';
import { serversOf } from '../support/localServers.ts';
import { createConsent } from '../../src/interaction/targets/consent.ts';
import { readStoredAnswer, reviveAnswer } from '../../src/interaction/history/storedAnswer.ts';
import { readStoredQuestion, reviveQuestion } from '../../src/interaction/history/storedQuestion.ts';
import { createKeys } from '../../src/interaction/targets/keyStore.ts';
import { checkedSettings } from '../../src/interaction/settings/checkedSettings.ts';
import { DeferredCount } from '../../src/interaction/status/deferredCount.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import { AnswerSegments } from '../../src/storage/answerSegments.ts';
import { FileLog } from '../../src/storage/fileLog.ts';
import { createFiles } from '../../src/storage/files.ts';
import { byDay } from '../../src/storage/period.ts';
import { knowledge } from '../support/knowledge.ts';
import { openProfile } from './olderProfile.ts';
import { originsOf } from '../support/memorySecrets.ts';

type Profile = ReturnType<typeof openProfile>;

/** The shared log of this name, as the composition root opens it. */
const openLog = ({ globalFolder, clock, onTrouble }: Profile, name: string) =>
  new FileLog({ folder: globalFolder, name, period: byDay, keep: 3, clock, carryOver: () => [], onTrouble });

function openLedger(profile: Profile): Ledger {
  const { clock } = profile;
  const { budget } = settingsOf(profile);
  return new Ledger({
    log: openLog(profile, 'ledger'),
    clock,
    newId: () => 'new',
    dayOf: byDay,
    limits: (_workspace, { dayTokens, monthTokens }) => ({
      dayTokens: dayTokens ?? budget.dayTokens,
      monthTokens: monthTokens ?? budget.monthTokens,
      monthUsd: budget.monthUsd,
    }),
  });
}

const openAnswers = ({ workspaceFolder, clock, onTrouble }: Profile) =>
  new AnswerSegments({ folder: `${workspaceFolder}/answers`, maxBytes: () => 1e9, clock, onTrouble });

/** Everything that the store tells of. */
async function allIn(store: AnswerSegments): Promise<readonly CachedAnswer[]> {
  const heard: CachedAnswer[] = [];
  await store.read({ kept: answer => heard.push(answer), cleared: () => assert.fail('nobody has forgotten anything') });
  return heard;
}

/** The list of this file, with how many of its records could not be understood. */
async function listed<T extends { readonly id: string }>(
  { workspaceFolder, clock, onTrouble }: Profile,
  name: string,
  read: (value: unknown) => T | undefined,
): Promise<{ readonly list: readonly T[]; readonly dropped: number }> {
  const store = createFiles(workspaceFolder, onTrouble);
  const records = new RecordList<T>({ store, name, limit: 200, wall: () => clock.wall(), read, onTrouble });
  const list = await records.list();
  return { list, dropped: records.dropped };
}

const settingsOf = ({ userSettings, workspaceSettings }: Profile) =>
  checkedSettings(key => ({ user: userSettings[key], workspace: workspaceSettings[key] }), knowledge);

/** In every time zone on the day of the session: what is spent belongs to the local day of its writer. */
const itsNoon = new Date(2026, 10, 28, 12).getTime();

/** A row of a list without how long ago it was, and from whom: 'Explain invoice.ts:15–17'. */
const titlesIn = (rows: readonly string[]) => rows.map(row => row.replace(/, [^,]* ago(?:, .*)?$/, ''));

test('the ledger opens with exactly what was spent and with the limits that were set', async () => {
  const profile = openProfile(itsNoon);
  const ledger = openLedger(profile);
  await ledger.refresh();
  const { day, month, money } = ledger.standing(profile.session.workspaceId);
  assert.deepEqual(
    [day, month, money].map(({ used, estimated, reserved, limit }) => [used, estimated, reserved, limit]),
    [
      [3_800, 1_078, 0, 60_000],
      [3_800, 1_078, 0, 500_000],
      [0.014072, 0, 0, 12.5],
    ],
  );
  assert.deepEqual(profile.troubles, []);
});

test('what the ledger knows of the month has its attempts, and what a remembered answer has saved', async () => {
  const profile = openProfile(itsNoon);
  const ledger = openLedger(profile);
  await ledger.refresh();
  const [spent] = ledger.overview();
  assert.equal(ledger.overview().length, 1);
  assert.deepEqual([spent?.inputTokens, spent?.outputTokens, spent?.attempts], [3_503, 297, 7]);
  assert.deepEqual([spent?.saved.cacheTokens, spent?.saved.cacheMicros], [499, 2_433]);
});

test('a month later nothing of it is spent any more, and the limits hold', async () => {
  const profile = openProfile(new Date(2027, 0, 5, 12).getTime());
  const ledger = openLedger(profile);
  await ledger.refresh();
  const { day, month } = ledger.standing(profile.session.workspaceId);
  assert.deepEqual(
    [day, month].map(({ used, limit }) => [used, limit]),
    [
      [0, 60_000],
      [0, 500_000],
    ],
  );
  assert.deepEqual(profile.troubles, []);
});

test('the store of answers tells of all that were remembered', async () => {
  const profile = openProfile();
  const answers = await allIn(openAnswers(profile));
  const beginnings = ['This is 3 lines', 'This could go wrong', 'return Math.round(amount * 100)', 'This is 6 lines'];
  assert.deepEqual(
    answers.map(({ text }, index) => text.includes(beginnings[index] ?? 'nothing')),
    [true, true, true, true],
  );
  assert.deepEqual(
    answers.map(({ model, usage }) => [model, usage.inputTokens, usage.outputTokens]),
    [
      ['practice-large', 458, 91],
      ['practice-large', 470, 59],
      ['practice-large', 544, 29],
      ['practice-large', 421, 78],
    ],
  );
  assert.deepEqual(profile.troubles, []);
});

test('a remembered answer is fresh under the key that it was kept with, and old ones are similar as they were', async () => {
  const profile = openProfile();
  const store = openAnswers(profile);
  const [first] = await allIn(openAnswers(profile));
  assert.ok(first?.likeness);
  const answers = new AnswerCache(profile.clock, () => ({ maxEntries: 100, ttlMs: 5_400_000 }), { store });
  await answers.refresh();
  const targetKey = first.key.slice(first.key.indexOf(' ') + 1);
  assert.equal(answers.fresh(first.key)?.text, first.text);
  assert.equal(answers.similar(first.likeness, [targetKey], 1)?.answer.text, first.text);
});

test('the recent answers are those that were listed, and each can be shown again with its text', async () => {
  const profile = openProfile();
  const { list, dropped } = await listed(profile, 'answers.json', readStoredAnswer);
  const shown = list.map(reviveAnswer);
  assert.deepEqual(
    list.map(({ title }) => title),
    titlesIn(profile.session.seen.recent),
  );
  assert.match(shown[0]?.turn.text ?? '', /Function ` invoiceTotal `\. In ` invoice\.ts `, lines 26 to 33/);
  assert.match(shown[4]?.turn.text ?? '', /return Math\.round\(amount \* 100\) \/ 100/);
  assert.deepEqual([shown.includes(undefined), dropped, profile.troubles], [false, 0, []]);
});

test('the doubted answer waits on the review list, with what was doubted in it', async () => {
  const profile = openProfile();
  const { list, dropped } = await listed(profile, 'review.json', readStoredAnswer);
  assert.deepEqual(
    list.map(({ title, task, answer }) => [title, task, answer.from, answer.confidence?.signs[0]?.code]),
    [['rename gross to sum (invoice.ts:19–24)', 'edit', 'careless', 'elided']],
  );
  assert.deepEqual([dropped, profile.troubles], [0, []]);
});

test('the question that was kept for later is in the queue, whole, and can be asked', async () => {
  const profile = openProfile();
  const { list, dropped } = await listed(profile, 'queue.json', readStoredQuestion);
  const [asked] = list.map(question => reviveQuestion(question)?.asked);
  assert.deepEqual(
    list.map(({ title }) => title),
    titlesIn(profile.session.seen.queue),
  );
  assert.deepEqual([asked?.assistance.task, asked?.context.file], ['explain', 'invoice.ts']);
  assert.match(asked?.context.code ?? '', /^export function invoiceTotal.*return roundToCents\(net \+ tax\);\n\}$/s);
  assert.deepEqual([dropped, profile.troubles], [0, []]);
});

test('each server has the key that was set for it', async () => {
  const { secrets, globalState, clock } = openProfile();
  const keys = createKeys(secrets, globalState, clock);
  const [openai = '', anthropic = ''] = originsOf(keys);
  assert.deepEqual([openai, anthropic], ['http://127.0.0.1:27301', 'http://127.0.0.1:27302']);
  assert.equal(await keys.keyFor({ origin: openai, auth: 'bearer' }), 'practice-key-of-openai');
  assert.equal(await keys.keyFor({ origin: anthropic, auth: 'api-key' }), 'practice-key-of-anthropic');
});

test('who has agreed to sending is not asked again', async () => {
  const { globalState, clock, session } = openProfile();
  const workspace = () => `${sha256(`file://${session.workspace}`)} trusted`;
  const ask = () => assert.fail('asked again');
  const consent = createConsent({ memento: globalState, clock, workspace, servers: serversOf(), ask });
  assert.equal(await consent.confirm([{ origin: 'https://steadfast.invalid', loopback: false }]), true);
});

test('who has used servers on this machine before is asked for each of them once', async () => {
  const { globalState, clock } = openProfile();
  const asked: string[] = [];
  const ask = ({ question }: Confirmation) => Promise.resolve(asked.push(question) > 0);
  const consentOf = () =>
    createConsent({ memento: globalState, clock, workspace: () => 'any', servers: serversOf(), ask });
  const practice = { origin: 'http://127.0.0.1:27301', loopback: true };
  assert.equal(await consentOf().confirm([practice]), true);
  assert.equal(await consentOf().confirm([practice]), true);
  assert.deepEqual(asked, ['Send code to a server on this machine, 127.0.0.1:27301?']);
});

test('the settings have no problem, and the values that were written', () => {
  const { targets, problems, ...settings } = settingsOf(openProfile());
  assert.deepEqual(problems, []);
  assert.deepEqual(
    targets.map(({ id }) => id),
    ['practice-anthropic', '127.0.0.1:27301/practice-thinking', 'practice-openai', 'practice-local', 'careless', 'far'],
  );
  const { timeouts, ...others } = settings;
  assert.deepEqual(timeouts.standard, { connectMs: 4_000, firstTokenMs: 25_000, idleMs: 20_000, totalMs: 40_000 });
  assert.deepEqual(others, {
    chain: {
      user: ['practice-anthropic', 'careless', 'practice-openai', 'practice-local', 'far'],
      workspace: undefined,
    },
    retry: { maxRetries: 1, baseDelayMs: 400, maxDelayMs: 9_000 },
    circuitBreaker: { failureThreshold: 2, windowMs: 90_000, recoveryMs: 120_000, maxRecoveryMs: 600_000 },
    rateLimit: { requestsPerMinute: 50, tokensPerMinute: 80_000, concurrent: 4 },
    fallback: { onRefusal: 'tell' },
    hedge: false,
    routing: { strategy: 'ordered', tasks: new Map(), thresholds: { medium: 0.25, complex: 0.65 } },
    budget: { dayTokens: 150_000, monthTokens: 900_000, monthUsd: 12.5, warnAt: 0.6, onExceeded: 'block' },
    cache: {
      isEnabled: true,
      maxEntries: 800,
      maxBytes: 16_777_216,
      ttlMs: 5_400_000,
      persist: true,
      similarThreshold: 0.9,
    },
    confidence: { autoThreshold: 0.85, reviewThreshold: 0.45, onDoubt: 'escalate', noteInCode: false },
    privacy: { localOnly: false, redactSecrets: true },
    statusBar: 'tokens',
    notifications: 'all',
    alertsOff: [],
    journal: { keepDays: 40 },
  });
});

test('what was learnt of how models count is still known', () => {
  const { globalState } = openProfile();
  const calibration = new Calibration();
  calibration.restore(globalState.get('calibration'));
  assert.deepEqual(calibration.snapshot(), globalState.get('calibration'));
  assert.ok(
    calibration.upperFactor('practice-large', 'typescript') < new Calibration().upperFactor('practice-large', ''),
  );
});

test('the circuits that rested still rest, and the others can be asked', async () => {
  const profile = openProfile();
  const { clock } = profile;
  const { circuitBreaker, rateLimit, targets } = settingsOf(profile);
  const circuits = new Circuits(clock, () => circuitBreaker);
  const limiters = new Limiters(clock, () => rateLimit);
  const log = openLog(profile, 'circuits');
  const shared = new SharedCircuits({ clock, log, circuits, limiters, newId: () => 'new' });
  clock.jump(1_000);
  await shared.catchUp();
  await log.refresh();
  assert.deepEqual(
    targets.map(target => [target.id, circuits.of(target).state.is, circuits.cooldowns.of(target)?.because]),
    [
      ['practice-anthropic', 'open', undefined],
      ['127.0.0.1:27301/practice-thinking', 'closed', undefined],
      ['practice-openai', 'closed', undefined],
      ['practice-local', 'closed', 'cooling-down'],
      ['careless', 'closed', undefined],
      ['far', 'closed', undefined],
    ],
  );
  assert.deepEqual(profile.troubles, []);
});

test('the status knows what is used and how many questions wait before any file is read', () => {
  const { workspaceState, clock } = openProfile(itsNoon);
  const glance = new BudgetSnapshot(workspaceState, clock);
  assert.equal(new DeferredCount(workspaceState, 'questions.waiting').now, 1);
  assert.deepEqual(
    glance.now?.measures.map(({ which, used, limit }) => [which, used, limit]),
    [
      ['day', 3_800, 60_000],
      ['month', 3_800, 500_000],
      ['money', 0.014072, 12.5],
    ],
  );
});
