import { createHash } from 'node:crypto';
import { readCachedAnswer } from '../../../src/core/cache/cachedAnswer.ts';
import { readList } from '../../../src/core/shared/mergeableList.ts';
import { readStoredAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { readStoredQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { checkedSettings } from '../../../src/interaction/settings/checkedSettings.ts';
import { looksLikeKey } from '../../../src/interaction/settings/looksLikeKey.ts';
import { readAnswerLine } from '../../../src/storage/answerLine.ts';
import { isDamaged, readLine } from '../../../src/storage/logLine.ts';
import { knowledge } from '../../support/knowledge.ts';
import type { ForeignReader } from './foreignReader.ts';

const entry = { provider: 'openai', model: 'gpt' };

/** Settings in which a text stands where it may, and where it may not. */
function settingsOf(text: string): unknown {
  const lines = text.split('\n');
  const given: Readonly<Record<string, unknown>> = {
    targets: [
      entry,
      { ...entry, id: text },
      { ...entry, model: text },
      { ...entry, label: text, class: text },
      { ...entry, baseUrl: text },
      { ...entry, baseUrl: `https://${text}` },
      { ...entry, parameters: { [text]: text } },
      { ...entry, [text]: text },
      ...lines.map(model => ({ ...entry, model })),
    ],
    chain: [text, ...lines.filter(line => line !== '')],
  };
  return checkedSettings(key => {
    const user = given[key] ?? text;
    return { user, workspace: user };
  }, knowledge);
}

const context = { file: 'a.ts', language: 'typescript', code: '', before: '', after: '', startLine: 1, endLine: 1 };
const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, exact: true };

/** A list of answers and questions as it lies on disk, with a text in each, and as many records as it has lines, up to as many as are kept. */
function listsOf(text: string): unknown {
  const records = text
    .split('\n')
    .slice(0, 200)
    .map((line, at) => ({
      id: `${line}${at}`,
      addedAt: at,
      changedAt: at,
      record: {
        id: line,
        at,
        conversation: '',
        title: text.slice(0, 100),
        task: 'ask',
        text: line,
        context,
        tries: 0,
        usage,
      },
    }));
  const stored = JSON.stringify({ format: 1, clearedAt: 0, records });
  return [readList(stored, readStoredAnswer), readList(stored, readStoredQuestion)];
}

/** As many signs of a text as it has lines, up to as many as there may be; of remembered answers and of those in the history. */
function signsOf(text: string): unknown {
  const signs = text.split('\n').map(line => ({ code: 'elided', weight: 'soft', facts: { [line]: line, line: 1 } }));
  const confidence = { tier: 'checked', score: 1, signs: [...signs, { code: text, weight: 'soft', facts: {} }] };
  const kept = { key: 'k', at: 1, text: 'a', model: 'm', usage, confidence };
  const answer = {
    from: 'a',
    model: 'm',
    usage,
    freshness: 'live',
    ageMs: 0,
    finish: 'stop',
    degraded: [],
    confidence,
  };
  return [
    readCachedAnswer(kept),
    readStoredAnswer({
      id: '1',
      at: 1,
      conversation: '',
      title: 't',
      task: 'ask',
      text: 'a',
      status: '',
      tookMs: 1,
      context,
      answer,
    }),
  ];
}

/** Its checksum is right: whoever can write our files can make one. */
function answerLine(json: string): unknown {
  const checksum = createHash('sha256').update(json).digest('base64url').slice(0, 22);
  return readAnswerLine(Buffer.from(`${checksum} ${json}`));
}

function logLine(text: string): unknown {
  const bytes = Buffer.from(text);
  const json = Buffer.from(`{${text}`);
  const checksum = createHash('sha1').update(json).digest('hex').slice(0, 8);
  const whole = Buffer.concat([Buffer.from(`${checksum} `), json]);
  return [bytes, whole].map(each => [readLine(each), isDamaged(each)]);
}

/** Readers of settings and of what lies in our own files, which others can write too. */
export const keptReaders: readonly ForeignReader[] = [
  { name: 'settings', limit: 100_000, grammars: ['keys', 'lines', 'data'], read: settingsOf },
  { name: 'does it look like a key', limit: 100_000, grammars: ['keys', 'lines'], read: looksLikeKey },
  { name: 'history', limit: 10_000, grammars: ['lines', 'data'], read: listsOf },
  {
    name: 'history that is none',
    limit: 1024 * 1024,
    grammars: ['data'],
    read: text => [readList(text, readStoredAnswer), readList(`{"format":1,"records":[${text}`, readStoredAnswer)],
  },
  { name: 'signs of a remembered answer', limit: 10_000, grammars: ['data', 'lines', 'keys'], read: signsOf },
  { name: 'line of remembered answers', limit: 200 * 1024, grammars: ['data', 'lines'], read: answerLine },
  { name: 'line of the ledger', limit: 500, grammars: ['data', 'lines'], read: logLine },
];
