import assert from 'node:assert/strict';
import { assistances } from '../../../src/assist/tasks/all.ts';
import type { Task } from '../../../src/core/model/purpose.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Failure } from '../../../src/core/model/failure.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import type { Turn } from '../../../src/interaction/conversation/turn.ts';
import { turnView } from '../../../src/interaction/conversation/turnView.ts';
import type { AskedTurn } from '../../../src/interaction/otherModels/otherModelParts.ts';
import type { Confirmation, User } from '../../../src/interaction/platform/user.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { expectationOf, otherModelParts, type ExpectedHere } from './otherModelParts.ts';
import { targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

interface WorldOptions {
  /** The id of the model that the user picks; undefined: turns away. */
  readonly picks?: string | undefined;
  readonly ids?: readonly string[];
  readonly task?: Task;
  /** What is expected of each, by its id, where it is not what is expected of all. */
  readonly expects?: Readonly<Record<string, ExpectedHere>>;
  /** What the user says to a question over the budget. Default: nobody asks. */
  readonly lets?: boolean;
}

/** Of two providers: claude, and gpt with its smaller one. */
const models = {
  claude: { provider: 'anthropic', model: 'claude-opus-5-5', class: 'complex' },
  haiku: { provider: 'anthropic', model: 'claude-haiku-5-5', class: 'simple' },
  gpt: { provider: 'openai', model: 'gpt-6-astra', origin: 'https://openai.test' },
  mini: { provider: 'openai', model: 'gpt-6-luna', origin: 'https://openai.test' },
} as const;

/** A conversation whose questions are answered so, one after another, and a user who picks. */
export function otherModelWorld(
  { picks, ids = ['claude', 'gpt', 'mini'], task = 'explain', expects = {}, lets }: WorldOptions,
  ...replies: readonly (Answer | Failure)[]
) {
  const targets = ids.map(id => targetOf(id, models[id as keyof typeof models]));
  const questions: Question[] = [];
  const [told, listed, confirmed]: [string[], string[], Confirmation[]] = [[], [], []];
  const proposed: string[] = [];
  const parts = conversationParts(new VirtualClock(), answering(replies, questions), {
    targets,
    propose: ({ replacement }) => {
      proposed.push(replacement);
      return Promise.resolve({ cautions: [] });
    },
  });
  const conversation = new Conversation(parts);
  const assistance = assistances.find(each => each.task === task) ?? assert.fail();
  const asked = { assistance, context: contextOf(), place: { uri: 'file:///cart.ts', start: 0 } };
  const around = {
    thresholds: parts.thresholds(),
    labelOf: parts.labelOf,
    strongerThan: () => false,
    targets: ids.length,
  };
  const user: Pick<User, 'confirm' | 'pick' | 'tell'> = {
    confirm: confirmation => {
      confirmed.push(confirmation);
      return Promise.resolve(lets ?? assert.fail('nothing is to be confirmed'));
    },
    pick: (_, choices) => {
      listed.push(...choices.map(({ label }) => label));
      return Promise.resolve(choices.find(({ label }) => label === picks)?.value);
    },
    tell: words => void told.push(words),
  };
  return {
    ...{ conversation, questions, told, proposed, around },
    listed: () => listed,
    confirmed: () => confirmed,
    parts: otherModelParts({
      targets,
      user,
      feed: { status: () => ({ targets: [] }) as never },
      askService: {
        expect: () =>
          Promise.resolve(targets.map((target, place) => expectationOf(target, { place, ...expects[target.id] }))),
      },
    }),
    ask: () => conversation.ask(asked, { title: 'Explain cart.ts:1–9' }),
    on: (turn: Turn): AskedTurn => ({ conversation, turn, asked: conversation.askedIn(turn.id) ?? assert.fail() }),
    views: () => conversation.turns.map(turn => turnView(turn, around)),
  };
}
