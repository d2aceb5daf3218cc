import type {
  AlertEntry,
  AttemptEntry,
  CircuitEntry,
  DecisionEntry,
  QuestionEntry,
  SavingEntry,
} from './journalEntry.ts';
import {
  flag,
  recordOf,
  itemsOf,
  itemsOrNone,
  moment,
  number,
  word,
  wordOr,
  type Codec,
  type Fields,
} from './fields.ts';

/**
 * What every field of the journal is called on disk, and in traces. The names are those of the OpenTelemetry conventions for
 * generative AI where one exists (github.com/open-telemetry/semantic-conventions-genai: `gen_ai.*`, and the general `error.type`,
 * `http.response.status_code`), else our own. Durations are in ms, because their names say so.
 */
const attemptFields: Fields<AttemptEntry> = {
  number: ['n', number],
  target: ['target', word()],
  startMs: ['start_ms', number],
  queueMs: ['queue_ms', number],
  connectMs: ['connect_ms', number],
  firstTokenMs: ['first_token_ms', number],
  tookMs: ['duration_ms', number],
  outcome: ['error.type', wordOr<AttemptEntry['outcome']>('answered')],
  code: ['error.code', word()],
  status: ['http.response.status_code', number],
  retryAfterMs: ['retry_after_ms', number],
  limitMs: ['limit_ms', number],
  unsent: ['unsent', flag],
  noRetry: ['no_retry', flag],
  once: ['retry_once', flag],
  spent: ['spent', wordOr<AttemptEntry['spent']>('exact')],
  inputTokens: ['gen_ai.usage.input_tokens', number],
  outputTokens: ['gen_ai.usage.output_tokens', number],
  cachedInputTokens: ['gen_ai.usage.cache_read.input_tokens', number],
  cacheWriteTokens: ['gen_ai.usage.cache_creation.input_tokens', number],
  usd: ['cost_usd', number],
  requestId: ['gen_ai.response.id', word()],
  circuitBefore: ['circuit.before', word()],
  circuitAfter: ['circuit.after', word()],
};

const decisionFields: Fields<DecisionEntry> = {
  kind: ['decision', word()],
  target: ['target', word()],
  other: ['other', word()],
  because: ['because', word()],
  ms: ['ms', number],
  count: ['count', number],
};

const savingFields: Fields<SavingEntry> = {
  cause: ['cause', word()],
  tokens: ['tokens', number],
  usd: ['usd', number],
};

const fallbackFields: Fields<NonNullable<QuestionEntry['fallback']>> = {
  insteadOf: ['instead_of', word()],
  because: ['because', word()],
};

const confidenceFields: Fields<NonNullable<QuestionEntry['confidence']>> = {
  tier: ['tier', word()],
  score: ['score', number],
  signs: ['signs', itemsOrNone(word())],
};

const questionFields: Fields<Omit<QuestionEntry, 'kind'>> = {
  at: ['time', moment],
  id: ['request.id', word()],
  workspace: ['workspace', word()],
  task: ['task', word()],
  promptLength: ['prompt.length', number],
  tookMs: ['duration_ms', number],
  outcome: ['error.type', wordOr<AttemptEntry['outcome']>('answered')],
  first: ['first_choice', word()],
  from: ['answered_by', word()],
  model: ['gen_ai.response.model', word()],
  freshness: ['freshness', word()],
  finish: ['gen_ai.response.finish_reason', word()],
  degraded: ['degraded', itemsOf(word())],
  cache: ['cache', word()],
  fallback: ['fallback', recordOf(fallbackFields, 'insteadOf', 'because')],
  insteadOf: ['no_model_because', word()],
  confidence: ['confidence', recordOf(confidenceFields, 'tier', 'score')],
  attempts: ['attempts', itemsOrNone(recordOf(attemptFields, 'number', 'target', 'startMs', 'tookMs'))],
  decisions: ['decisions', itemsOrNone(recordOf(decisionFields, 'kind'))],
  saved: ['saved', itemsOf(recordOf(savingFields, 'cause', 'tokens'))],
  rehearsed: ['rehearsed', flag],
};

const circuitFields: Fields<Omit<CircuitEntry, 'kind'>> = {
  at: ['time', moment],
  target: ['target', word()],
  before: ['circuit.before', word()],
  after: ['circuit.after', word()],
};

const alertFields: Fields<Omit<AlertEntry, 'kind'>> = {
  at: ['time', moment],
  alert: ['alert', word()],
  is: ['is', word()],
  value: ['value', number],
  target: ['target', word()],
};

/** How each kind of entry is written. */
export const entryCodecs: {
  readonly question: Codec<Omit<QuestionEntry, 'kind'>>;
  readonly circuit: Codec<Omit<CircuitEntry, 'kind'>>;
  readonly alert: Codec<Omit<AlertEntry, 'kind'>>;
} = {
  question: recordOf(questionFields, 'at', 'id', 'workspace', 'promptLength', 'tookMs', 'cache'),
  circuit: recordOf(circuitFields, 'at', 'target', 'before', 'after'),
  alert: recordOf(alertFields, 'at', 'alert', 'is', 'value'),
};
