import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import '@anthropic-ai/sdk';
import 'openai';
import { assistances } from '../../src/assist/tasks/all.ts';
import { isData } from '../../src/interaction/conversation/readableAnswer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { Task } from '../../src/core/model/purpose.ts';
import { playWire } from './reports/playWire.ts';
import { askBare, listVendorModels, vendorRefusal, vendorStream, vendorCase } from './vendors/playVendor.ts';
import {
  payloadsIn,
  refusalNames,
  vendorProfiles,
  type VendorProfile,
  type VendorRefusal,
} from './vendors/vendorProfile.ts';

const profiles = vendorProfiles();

test('there is a profile of every vendor that is promised', () => {
  assert.deepEqual(
    profiles.map(({ name }) => name),
    [
      'Anthropic',
      'Azure OpenAI',
      'DeepSeek',
      'Gemini (OpenAI endpoint)',
      'Groq',
      'LiteLLM',
      'llama.cpp',
      'LM Studio',
      'Mistral',
      'Ollama',
      'OpenAI',
      'OpenRouter',
      'vLLM',
      'xAI',
    ],
  );
});

for (const profile of profiles) {
  suite(profile.name, () => {
    test('has each refusal, or says why it never refuses so', () => {
      const told = refusalNames.filter(name => profile.refusals.some(({ says }) => says === name));
      const never = Object.keys(profile.never ?? {});
      assert.deepEqual([...told, ...never].toSorted(), refusalNames.toSorted());
    });

    test('has its list of models read', async () => {
      const { result, request } = await listVendorModels(profile);
      assert.deepEqual(result, profile.models.ids);
      assert.equal(request?.path.split('?')[0], `${pathOf(profile)}/models`);
    });

    // what must be JSON is held to its form, whatever the stream says
    for (const { task } of assistances.filter(({ presenter }) => !isData(presenter))) {
      test(`has its stream answered whole, asked to ${task}`, () => holdsStream(profile, task));
    }
    test('has its counts and limits read', () => holdsCounts(profile));

    for (const [at, refusal] of profile.refusals.entries()) {
      test(`${titleOf(refusal)} (${refusal.source}, ${at + 1})`, () => holdsRefusal(profile, refusal));
    }
  });
}

function pathOf({ path, provider }: VendorProfile): string {
  return provider === 'anthropic' ? '/v1' : (path.split('?')[0] ?? '');
}

function titleOf({ says, status, kind, parameter }: VendorRefusal): string {
  return `${says}: a ${status} is ${kind}, and ${parameter === undefined ? 'the next target answers' : 'it answers without'}`;
}

async function holdsStream(profile: VendorProfile, task: Task): Promise<void> {
  const seen = await playWire(vendorCase(profile, vendorStream(profile), task));
  const { answeredBy, firstAttemptAtA, finish, text } = seen;
  assert.deepEqual(
    { answeredBy, firstAttemptAtA, finish, text },
    { answeredBy: 'A', firstAttemptAtA: 'answered', finish: 'stop', text: writtenIn(profile) },
  );
}

interface Written {
  readonly choices?: readonly { readonly delta?: { readonly content?: string | null } }[];
  readonly delta?: { readonly text?: string };
}

/** What was written, put together in the plainest way. */
function writtenIn({ stream }: VendorProfile): string {
  return payloadsIn(stream)
    .map(payload => payload as Written)
    .map(({ choices, delta }) => choices?.[0]?.delta?.content ?? delta?.text ?? '')
    .join('');
}

async function holdsCounts(profile: VendorProfile): Promise<void> {
  const { outcome, events } = await askBare(profile, vendorStream(profile));
  assert.ok(!(outcome instanceof Failure));
  const { inputTokens, outputTokens, exact } = outcome.usage;
  const counted = exact ? { input: inputTokens, output: outputTokens } : null;
  assert.deepEqual(counted, profile.stream.usage);
  const limits = events.flatMap(event => (event.kind === 'limits' ? [event.limits] : []));
  assert.deepEqual(limits, profile.limits ? [profile.limits.expect] : []);
}

async function holdsRefusal(profile: VendorProfile, refusal: VendorRefusal): Promise<void> {
  const { kind, code, waitMs, parameter } = refusal;
  const { outcome } = await askBare(profile, vendorRefusal(refusal));
  assert.ok(outcome instanceof Failure, 'it is an answer');
  const { details } = outcome;
  assert.deepEqual(
    {
      kind: outcome.kind,
      waitMs: code === 'loading' ? undefined : details.retryAfterMs,
      parameter: details.facts?.['parameter'],
    },
    { kind, waitMs, parameter },
  );
  if (code !== undefined) assert.equal(details.code, code);
  const seen = await playWire(vendorCase(profile, vendorRefusal(refusal), refusal));
  const { answeredBy, firstAttemptAtA, finish } = seen;
  const wanted = { answeredBy: parameter === undefined ? 'B' : 'A', firstAttemptAtA: kind, finish: 'stop' };
  assert.deepEqual({ answeredBy, firstAttemptAtA, finish }, wanted, JSON.stringify(seen));
}
