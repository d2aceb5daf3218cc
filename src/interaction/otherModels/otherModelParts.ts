import type { Target } from '../../core/model/target.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import type { AskService } from '../asking/askService.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Turn } from '../conversation/turn.ts';
import type { User } from '../platform/user.ts';
import type { StatusFeed } from '../status/followStatus.ts';
import type { CostOf } from '../text/answerSummary.ts';

/** What asking another model needs of the world. */
export interface OtherModelParts {
  readonly user: Pick<User, 'confirm' | 'pick' | 'tell'>;
  /** The chain as it is now, in order. */
  readonly targets: () => readonly Target[];
  /** How they stand. */
  readonly feed: Pick<StatusFeed, 'status'>;
  readonly labelOf: (target: string) => string;
  readonly costOf: CostOf;
  /** What each would likely take; nothing is sent. */
  readonly askService: Pick<AskService, 'expect'>;
}

/** A turn whose question another model is to answer. */
export interface AskedTurn {
  readonly conversation: Conversation;
  readonly turn: Turn;
  readonly asked: AskRequest;
}
