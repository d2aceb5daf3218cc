import assert from 'node:assert/strict';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { test } from 'node:test';
import { explain } from '../../../src/assist/tasks/explain.ts';
import { createQuestion } from '../../../src/assist/createQuestion.ts';
import { surroundingsIn } from '../../../src/assist/reading/searchedText.ts';
import type { Scan } from '../../../src/core/secrets/secretScan.ts';
import { redact } from '../../../src/core/layers/redact.ts';
import { maskText } from '../../../src/core/secrets/maskText.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { storedAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { storedQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { pemKey } from '../../support/pemKey.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { contextOf } from '../context.ts';

const code = ['service:', '  type: ClusterIP', '  port: 8080'];
const gap = (lines: number) => Array.from({ length: lines }, (_, at) => `option${at}: value-${at}`);

/**
 * How the lines of a key stand in code. Elsewhere the same went out in part: local-operator #1308 (numbered lines),
 * BerriAI/litellm #29035 (only the first line masked), vshulcz/deja-vu #2409 (no end).
 */
const styles: Readonly<Record<string, (line: string) => string>> = {
  plain: line => line,
  indented: line => `    ${line}`,
  concatenated: line => `  "${line}\\n" +`,
  'in a list': line => `    '${line}',`,
  'in a comment': line => `  // ${line}`,
  'in a block comment': line => ` * ${line}`,
  echoed: line => `echo "${line}" >> key.pem`,
};

/** Finds what stands between the ends of a key, however its lines are written; to tell it apart is the scanner's. */
const armour: Scan = async text =>
  [...text.matchAll(/-----BEGIN[^]*?-----END RSA PRIVATE KEY-----/g)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    kind: 'private-key',
  }));

interface Asked {
  readonly lines: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
  readonly scan?: Scan;
}

/** What is sent, and what is kept on disk, of a question about these lines. */
async function leaving({ lines, startLine, endLine, scan = armour }: Asked): Promise<string> {
  const text = lines.join('\n');
  const around = atOnce(surroundingsIn({ firstLine: 0, text, findings: await scan(text) }, { startLine, endLine }, []));
  const context = contextOf({ ...around, code: lines.slice(startLine, endLine + 1).join('\n'), document: 'digest' });
  const sent: string[] = [];
  const clock = new VirtualClock();
  const question = createQuestion(explain, context, {
    clock,
    id: '1',
    scope: '',
    totalMs: 1_000,
    signal: new AbortController().signal,
    notes: () => undefined,
  });
  const answer = await redact({ scan, enabled: () => true })(async masked => {
    sent.push(JSON.stringify({ ...masked, signal: undefined }));
    return answerOf('a', 'It is a service.');
  })(question);
  const asked = { assistance: explain, context };
  const keeping = {
    conversation: 'c',
    at: 0,
    mask: (kept: string, known = around.secrets) => maskText(kept, { scan }, known),
  };
  const turn = { ...newTurn({ id: '1', title: 'Explain', form: 'prose', status: '' }), text: answer.text, answer };
  const kept = [await storedAnswer(turn, asked, keeping), await storedQuestion(turn, asked, keeping)];
  return `${sent.join('\n')}\n${JSON.stringify(kept)}`;
}

/** How many lines of the key stand in what leaves, or most of one. */
const leaked = (key: readonly string[], text: string): number =>
  key.slice(1, -1).filter(line => text.includes(line.slice(0, 24)) || text.includes(line.slice(-20))).length;

for (const [style, write] of Object.entries(styles)) {
  for (const bits of [2048, 4096] as const) {
    const key = pemKey(bits);
    const written = key.map(write);
    for (const lines of [0, 10, 40, 80]) {
      test(`of a key of ${bits} bits, ${style}, no line leaves when ${lines} lines stand between it and the selection`, async () => {
        const above = [...written, ...gap(lines), ...code];
        const below = [...code, ...gap(lines), ...written];
        const start = above.length - code.length;
        const texts = [
          await leaving({ lines: above, startLine: start, endLine: above.length - 1 }),
          await leaving({ lines: below, startLine: 0, endLine: code.length - 1 }),
        ];
        assert.deepEqual(
          texts.map(text => leaked(key, text)),
          [0, 0],
        );
      });
    }
    test(`a selection within a key of ${bits} bits, ${style}, is masked whole`, async () => {
      const text = await leaving({ lines: [...gap(5), ...written, ...gap(5)], startLine: 12, endLine: 18 });
      assert.equal(leaked(key, text), 0);
    });
  }
}

test('the scanner of the house finds an indented key before it is cut, and what is left over is masked as one', async () => {
  const key = pemKey(4096);
  const lines = ['tls:', '  key: |', ...key.map(line => `    ${line}`), ...code];
  const text = await leaving({ lines, startLine: lines.length - 3, endLine: lines.length - 1, scan: scanSecrets });
  assert.deepEqual([leaked(key, text), text.includes('SECRET_2')], [0, false]);
});

test('a file without secrets carries none along', () => {
  const text = gap(10).join('\n');
  assert.equal(
    'secrets' in atOnce(surroundingsIn({ firstLine: 0, text, findings: [] }, { startLine: 2, endLine: 3 }, [])),
    false,
  );
});

test('line numbers count from the first line that was looked at', () => {
  const text = gap(10).join('\n');
  const around = atOnce(surroundingsIn({ firstLine: 100, text, findings: [] }, { startLine: 102, endLine: 103 }, []));
  assert.deepEqual(around.before, 'option0: value-0\noption1: value-1\n');
  assert.ok(around.after.startsWith('option4:'));
});
