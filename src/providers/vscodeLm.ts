import type * as Vscode from 'vscode';
import { inTime, unlessAborted, type Clock } from '../core/model/clock.ts';
import { Failure } from '../core/model/failure.ts';
import { render } from '../core/model/prompt.ts';
import type { Target } from '../core/model/target.ts';
import { LearntFacts } from '../core/model/learntFacts.ts';
import { AnswerBuilder } from './wire/answerBuilder.ts';
import { abortable } from './http/connection.ts';
import { Overlong } from './wire/loopWatch.ts';
import { mostTokens, outputAllowance, usageOf } from './wire/usage.ts';
import type { Provider } from '../core/model/provider.ts';
import { vscodeLmFailure } from './vscodeLmFailure.ts';
import type { Answer, Usage } from '../core/model/answer.ts';
import type { AnswerEvent } from '../core/model/answerEvent.ts';
import type { Question } from '../core/model/question.ts';

type Editor = typeof Vscode;

/** Other extensions count tokens for us; the answer does not wait longer for that. */
const countMs = 250;

/**
 * Models of other extensions, through `vscode.lm`. VS Code asks the user for consent at the first question. A target's
 * model is 'VENDOR/ID', 'VENDOR/FAMILY', an id, or a family. Outside of VS Code every question fails as 'not-found'.
 */
export const vscodeLm: Provider = {
  name: 'vscode-lm',
  createAsk:
    (target, { clock, facts = new LearntFacts() }) =>
    question =>
      abortable(question.signal, stop => converse(question, stop.signal, { target, clock, facts })).catch(
        (error: unknown) => {
          const isOurs = error instanceof Failure && error !== question.signal.reason;
          throw isOurs ? error.with({ target: target.id }) : error;
        },
      ),
  listModels: async (_endpoint, _ports, signal) => {
    const { lm } = await openEditor();
    const models = await unlessAborted(Promise.resolve(lm.selectChatModels()), signal);
    return models.map(({ vendor, id }) => `${vendor}/${id}`);
  },
};

interface ConversationParts {
  readonly target: Target;
  readonly clock: Clock;
  readonly facts: LearntFacts;
}

async function converse(question: Question, stop: AbortSignal, parts: ConversationParts): Promise<Answer> {
  const { target, clock, facts } = parts;
  const editor = await openEditor();
  const emit = (event: AnswerEvent): void => {
    if (!question.signal.aborted && !stop.aborted) question.onEvent?.(event);
  };
  const draft = new AnswerBuilder(emit, outputAllowance(target, question), { question, facts });
  const cancel = new editor.CancellationTokenSource();
  stop.addEventListener('abort', () => cancel.cancel(), { once: true });
  try {
    const model = await find(editor, target.model);
    emit({ kind: 'connected' });
    draft.model = `${model.vendor}/${model.id}`;
    const request = { modelOptions: { ...target.parameters } };
    const { stream } = await model.sendRequest(messagesOf(editor, question), request, cancel.token);
    emit({ kind: 'sent' });
    await read(editor, stream, draft);
    if (draft.finish === 'length') cancel.cancel();
    const answer = draft.answer(target, question);
    return { ...answer, usage: await countedUsage(answer, question, { model, clock, target }) };
  } catch (error) {
    cancel.cancel();
    throw vscodeLmFailure(error, draft.partial);
  } finally {
    cancel.dispose();
  }
}

/** VS Code's API. Found when it is needed, because the same providers serve where there is no editor. */
async function openEditor(): Promise<Editor> {
  try {
    return await import('vscode');
  } catch (cause) {
    throw new Failure('not-found', { code: 'no-editor', sent: 'no', cause });
  }
}

async function find({ lm }: Editor, name: string): Promise<Vscode.LanguageModelChat> {
  for (const selector of selectorsFor(name)) {
    const [model] = await lm.selectChatModels(selector);
    if (model) return model;
  }
  throw new Failure('not-found', { sent: 'no' });
}

/** What a model's name may mean, the most exact meaning first. */
function selectorsFor(name: string): readonly Vscode.LanguageModelChatSelector[] {
  const [, vendor, rest] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
  const exact =
    vendor !== undefined && rest !== undefined
      ? [
          { vendor, id: rest },
          { vendor, family: rest },
        ]
      : [];
  return [...exact, { id: name }, { family: name }];
}

/** There is no role for the system: what it says comes as the user's first words. */
const messagesOf = ({ LanguageModelChatMessage }: Editor, { request }: Question): Vscode.LanguageModelChatMessage[] =>
  render(request).map(({ role, content }) =>
    role === 'assistant' ? LanguageModelChatMessage.Assistant(content) : LanguageModelChatMessage.User(content),
  );

/** Parts that are not text, such as thinking and kinds yet to come, are progress. What a loop has written is cut off. */
async function read(editor: Editor, stream: AsyncIterable<unknown>, draft: AnswerBuilder): Promise<void> {
  try {
    for await (const part of stream) {
      if (part instanceof editor.LanguageModelTextPart) draft.addText(part.value);
      else draft.addThinking('');
    }
    draft.end('stop');
  } catch (error) {
    if (!(error instanceof Overlong)) throw error;
    draft.end('length');
  }
}

/** In UTF-8, at most; no length is sent that an answer would be held to. */
const bytesPerCharacter = 3;

interface CountParts {
  readonly model: Vscode.LanguageModelChat;
  readonly clock: Clock;
  readonly target: Target;
}

/** The tokens as the model's own counter counts them; it is an estimate, of the messages' text alone, of another extension. */
async function countedUsage(answer: Answer, question: Question, { model, clock, target }: CountParts): Promise<Usage> {
  const { inputTokens, outputTokens } = answer.usage;
  const sent = render(question.request).map(({ content }) => content);
  const counting = Promise.all([sent.join('\n\n'), answer.text].map(text => model.countTokens(text)));
  const counts = (await inTime(clock, countMs, counting).catch(() => [])) ?? []; // what fails or is late is estimated
  const [input, output] = counts;
  const estimates = { input: () => inputTokens, output: () => outputTokens };
  const most = { ...mostTokens(target, question), output: () => answer.text.length * bytesPerCharacter };
  return { ...usageOf({ input, output }, estimates, most), exact: false };
}
