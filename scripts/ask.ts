import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../src/assist/tasks/ask.ts';
import type { Context } from '../src/assist/assistance.ts';
import { Circuits } from '../src/core/resilience/circuits.ts';
import { createClient, type Client } from '../src/core/client.ts';
import { Failure } from '../src/core/model/failure.ts';
import { Limiters } from '../src/core/resilience/limiters.ts';
import { AnswerCache } from '../src/core/cache/answerCache.ts';
import { Metrics } from '../src/core/metrics/metrics.ts';
import { stats } from '../src/core/metrics/stats.ts';
import { usageStretches } from '../src/interaction/usage/usageStretches.ts';
import { modelTable } from '../src/libraries/bundledModels.ts';
import { readJournal } from '../src/storage/journal/readJournal.ts';
import type { Target } from '../src/core/model/target.ts';
import { AskService } from '../src/interaction/asking/askService.ts';
import { failureLine } from '../src/interaction/text/failureLine.ts';
import { checkedSettings, type Settings } from '../src/interaction/settings/checkedSettings.ts';
import { settingProblemText } from '../src/interaction/settings/settingProblemText.ts';
import { automaticTargets } from '../src/interaction/settings/automaticTargets.ts';
import { chainOf } from '../src/interaction/settings/chain.ts';
import { parse } from '../src/libraries/parseCode.ts';
import { scanSecrets as scan } from '../src/libraries/secrets.ts';
import { sha256 as hash } from '../src/libraries/sha256.ts';
import { systemClock as clock } from '../src/libraries/systemClock.ts';
import { checkBaseUrl as checkAddress } from '../src/providers/http/address.ts';
import { findProvider } from '../src/providers/all.ts';
import { providerFacts as providers } from '../src/providers/providerFacts.ts';
import { Refusal } from './support/refusal.ts';
import { runMain } from './support/runMain.ts';
import type { Note } from '../src/core/model/note.ts';
import type { Answer } from '../src/core/model/answer.ts';
import { provenance } from '../src/interaction/provenance/provenance.ts';

const knowledge = { providers, checkAddress };

/**
 * `npm run ask -- "question" [--file F] [--settings F] [--json]`: the same core and providers in plain Node. Keys come from
 * the environment (ANTHROPIC_API_KEY, OPENAI_API_KEY); `--settings` names a JSON file with the settings of the editor. `--stats FOLDER`
 * asks nothing: it sums up the journal in a folder, as Show Usage as JSON does in the editor.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: 'string' },
      settings: { type: 'string' },
      stats: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (values.stats !== undefined) return showStats(values.stats);
  const words = positionals.join(' ').trim();
  if (words === '')
    throw new Refusal('Ask something: npm run ask -- "question" [--file FILE] [--settings FILE] [--json]');
  const settings = await readSettings(values.settings);
  const targets = chainOf({ ...settings, targets: targetsOf(settings), localOnly: settings.privacy.localOnly }).targets;
  if (targets.length === 0)
    throw new Refusal(
      'There is nobody to ask: set ANTHROPIC_API_KEY or OPENAI_API_KEY, or name a file with --settings.',
    );
  const outcome = await answer(
    await contextOf(words, values.file),
    createAskService(createTerminalClient(targets, settings), settings),
  );
  const labelOf = (id: string) => targets.find(target => target.id === id)?.label ?? id;
  if (values.json) console.log(JSON.stringify(outcome, replaceFailure, 2));
  else show(outcome, labelOf);
  return 'answer' in outcome ? 0 : 1;
}

async function showStats(folder: string): Promise<number> {
  const metrics = new Metrics();
  let count = 0;
  await readJournal(folder, entry => {
    metrics.add(entry);
    count += 1;
  });
  if (count === 0)
    throw new Refusal(
      `There is no journal in ${folder}. The editor keeps it in the folder “journal” of its global storage.`,
    );
  const now = clock.wall();
  const pricesFrom = modelTable.lists.map(({ asOf }) => asOf).toSorted();
  const told = stats({ metrics, now, stretches: usageStretches(now), pricesFrom: pricesFrom.at(-1) ?? '' });
  console.log(JSON.stringify(told, undefined, 2));
  return 0;
}

type Outcome = ({ readonly answer: Answer } | { readonly failure: Failure }) & {
  readonly notes: readonly Note[];
  readonly tookMs: number;
};

async function readSettings(file: string | undefined): Promise<Settings> {
  const stored: unknown = file === undefined ? {} : JSON.parse(await readFile(file, 'utf8'));
  const valueOf = (key: string): unknown =>
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, `steadfast.${key}`) : undefined;
  const settings = checkedSettings(key => ({ user: valueOf(key), workspace: undefined }), knowledge);
  for (const problem of settings.problems) console.error(settingProblemText(problem));
  return settings;
}

const targetsOf = ({ targets }: Settings): readonly Target[] =>
  targets.length > 0
    ? targets
    : automaticTargets({ ...knowledge, hasKey: origin => keyOf(origin) !== undefined, others: [] });

/** The key that the environment holds for a provider's own address; other addresses get none. */
function keyOf(origin: string): string | undefined {
  const facts = providers.find(({ baseUrl }) => baseUrl !== undefined && checkAddress(baseUrl).origin === origin);
  return facts?.keyVariable === undefined ? undefined : nonEmpty(process.env[facts.keyVariable]);
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

function createTerminalClient(targets: readonly Target[], settings: Settings): Client {
  const ports = { clock, key: ({ origin }: Pick<Target, 'origin'>) => Promise.resolve(keyOf(origin)) };
  return createClient({
    clock,
    hash,
    sources: targets.flatMap(target => {
      const provider = findProvider(target.provider);
      return provider ? [{ target, ask: provider.createAsk(target, ports) }] : [];
    }),
    circuits: new Circuits(clock, () => settings.circuitBreaker),
    limiters: new Limiters(clock, () => settings.rateLimit),
    answers: new AnswerCache(clock, () => settings.cache),
    redaction: { scan, enabled: () => settings.privacy.redactSecrets },
    judgement: { parse },
    observers: [],
    barred: ({ auth, origin }) => (auth !== 'none' && keyOf(origin) === undefined ? 'no-key' : undefined),
    limits: (_target, taskClass) => settings.timeouts[taskClass],
    retrying: () => settings.retry,
    caching: () => false,
  });
}

async function contextOf(input: string, file: string | undefined): Promise<Context> {
  const code = file === undefined ? '' : await readFile(file, 'utf8');
  return {
    file: file === undefined ? '' : path.basename(file),
    language: file === undefined ? '' : path.extname(file).slice(1),
    code,
    before: '',
    after: '',
    startLine: 1,
    endLine: code.split('\n').length,
    diagnostics: [],
    hovers: [],
    input,
    turns: [],
  };
}

/** Typing the command is the consent, and the terminal has no budget; it asks like everybody else otherwise. */
function createAskService(client: Client, settings: Settings): AskService {
  return new AskService({
    clock,
    newId: () => crypto.randomUUID(),
    client: () => client,
    scope: () => 'terminal',
    totalMs: ({ taskClass }) => settings.timeouts[taskClass].totalMs,
    findTargets: () => Promise.resolve(),
    confirm: () => Promise.resolve(true),
    overBudgetPolicy: { takeLeave: () => false, hasLeave: () => false, askLeave: () => Promise.resolve(undefined) },
  });
}

async function answer(context: Context, askService: AskService): Promise<Outcome> {
  const notes: Note[] = [];
  const stop = new AbortController();
  const cancel = () => stop.abort(new Failure('cancelled'));
  process.once('SIGINT', cancel);
  const startedAt = clock.now();
  // our timers keep no process alive, so that closing a window never waits for them
  const alive = setInterval(() => undefined, 60_000);
  try {
    const watch = { signal: stop.signal, onNote: (note: Note) => notes.push(note) };
    return { ...(await askService.ask({ assistance: ask, context }, watch)), notes };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { failure: error, notes, tookMs: clock.now() - startedAt };
  } finally {
    clearInterval(alive);
    process.off('SIGINT', cancel);
  }
}

function show(outcome: Outcome, labelOf: (id: string) => string): void {
  if ('answer' in outcome) {
    console.log(outcome.answer.text);
    for (const line of provenance(outcome, { labelOf })) console.error(`  ${line}`);
  } else console.error(failureLine(outcome.failure, labelOf));
}

/** Failures as data, without causes, which may hold anything. */
function replaceFailure(_key: string, value: unknown): unknown {
  if (!(value instanceof Failure)) return value;
  const { cause: _cause, ...details } = value.details;
  return { kind: value.kind, ...details };
}

runMain(main);
