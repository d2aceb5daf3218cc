import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../../../src/core/confidence/assess.ts';
import { verdictOf } from '../../../../src/core/confidence/verdict.ts';
import { parse } from '../../../../src/libraries/parseCode.ts';
import { atLeisure } from '../judged.ts';
import { answerCases, type AnswerCase } from '../answerCase.ts';

const thresholds = { auto: 0.8, review: 0.5 };

async function judge(each: AnswerCase) {
  const confidence = await assess(each, atLeisure(parse));
  const against = confidence.signs.filter(sign => sign.weight !== 'good');
  return { ...each, confidence, against, got: verdictOf(confidence, thresholds) };
}

const judgeAll = (cases: readonly AnswerCase[]) => Promise.all(cases.map(judge));

const told = ({ name, got, against }: Awaited<ReturnType<typeof judge>>) =>
  `${name}: ${got}, ${against.map(sign => `${sign.weight} ${sign.code} ${JSON.stringify(sign.facts)}`).join(', ')}`;

test('no good answer is doubted', async t => {
  const judged = await judgeAll(answerCases('good'));
  const hard = judged.filter(({ confidence }) => confidence.score === 0);
  const soft = judged.filter(({ confidence }) => confidence.score > 0 && confidence.tier === 'doubtful');
  const checked = judged.filter(({ confidence }) => confidence.tier === 'checked');
  t.diagnostic(`${judged.length} good answers: ${hard.length} hard and ${soft.length} soft false alarms`);
  t.diagnostic(`${checked.length} of them with evidence for them`);
  assert.ok(judged.length >= 30);
  assert.deepEqual([...hard, ...soft].map(told), []);
});

test('every bad answer is doubted, for its own reason', async t => {
  const judged = await judgeAll(answerCases('bad'));
  const missed = judged.filter(({ got }) => got === 'pass');
  const misjudged = judged.filter(({ got, verdict, sign, against }) => {
    return got !== verdict || !against.some(({ code }) => code === sign);
  });
  t.diagnostic(
    `${judged.length} bad answers: ${missed.length} missed, ${misjudged.length} judged otherwise than expected`,
  );
  assert.ok(judged.length >= 30);
  assert.deepEqual(misjudged.map(told), []);
});
