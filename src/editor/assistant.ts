// Over 200 lines: it only puts together what a person meets, and hands it what it needs.

import * as vscode from 'vscode';
import type { Mask } from '../core/secrets/maskText.ts';
import type { Clock } from '../core/model/clock.ts';
import type { Activity } from '../core/status/activity.ts';
import type { Proposal, ProposedFiles } from '../interaction/asking/askRequest.ts';
import { estimating } from '../interaction/asking/estimateText.ts';
import type { AskService } from '../interaction/asking/askService.ts';
import type { UsageLists } from '../interaction/usage/usageLists.ts';
import { keptLists, type KeptLists } from '../interaction/kept/keptLists.ts';
import type { FeedbackWays } from './feedback/openFeedback.ts';
import { AnswerHistory } from './history/answerHistory.ts';
import type { HistoryStores } from './history/historyStores.ts';
import { AskedNow } from '../interaction/history/askedNow.ts';
import { Conversations, type TurnEnd } from '../interaction/conversation/conversations.ts';
import { registerQuestionCommands } from './conversation/questionCommands.ts';
import { followUp } from '../interaction/conversation/followUp.ts';
import type { Conversation, ConversationParts } from '../interaction/conversation/conversation.ts';
import { registerTakeBack } from './checkpoints/takeBackCommands.ts';
import { followedEdits, type FollowedEditsParts } from './learned/followedEdits.ts';
import { EditDiff } from './present/editDiff.ts';
import { resultsFor } from './conversation/results.ts';
import { insertInto } from './present/insertInto.ts';
import { DeferredQuestions, type DeferredQuestionsParts } from './deferred/deferredQuestions.ts';
import { Panels, type PanelsParts } from './panel/panels.ts';
import { EvidenceGatherer } from './asking/evidence/evidenceGatherer.ts';
import { AddToQuestion } from './asking/added/addToQuestion.ts';
import { usesOf } from './asking/usesOf.ts';
import type { PreviewParts } from './request/previewPrompt.ts';
import { registerCommand, setContext } from './platform/registerCommand.ts';
import type { User } from '../interaction/platform/user.ts';
import type { Turn } from '../interaction/conversation/turn.ts';
import { perform, useCode, type ActionParts } from './conversation/turnActions.ts';
import { waitingText } from '../interaction/conversation/waitingText.ts';
import type { CostOf } from '../interaction/text/answerSummary.ts';
import { surroundingsOf, type SurroundingsParts } from '../interaction/otherModels/surroundingsOf.ts';
import type { ReadingRules } from './asking/gatherContext.ts';

/** What the assistant needs of the world. */
export interface AssistantParts
  extends
    Omit<ConversationParts, 'propose' | 'chooseName' | 'useMessage' | 'showFindings' | 'began' | 'ended'>,
    Omit<ReadingRules, 'evidence' | 'added'>,
    Pick<DeferredQuestionsParts, 'level' | 'feed' | 'log'>,
    Pick<PreviewParts, 'countExactly'>,
    Pick<ActionParts & PanelsParts, 'alwaysUse' | 'onDidChangeTargets'>,
    FeedbackWays,
    Pick<SurroundingsParts, 'setFor' | 'targets'>,
    HistoryStores,
    Pick<FollowedEditsParts, 'checkpoints' | 'learning' | 'newErrors' | 'origins' | 'realPathOf'> {
  readonly user: User;
  readonly askService: AskService;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly costOf: CostOf;
  readonly extensionUri: vscode.Uri;
  readonly deferredCount: DeferredQuestionsParts['count'];
  /** What the views Models and Usage show. */
  readonly usage: UsageLists;
  /** Hides the secrets of a text that is to be written to disk. */
  readonly mask: Mask;
}

/** Where the user asks and reads: the commands of the assistances, the panels, the diff, and the kept answers. */
export class Assistant implements vscode.Disposable {
  /** What the views of models and usage show. */
  readonly usage: UsageLists;
  readonly #parts: AssistantParts;
  readonly #changing: ReturnType<typeof followedEdits>;
  readonly #adding: AddToQuestion;
  readonly #preview: EditDiff;
  readonly #results: ReturnType<typeof resultsFor>;
  readonly #panels: Panels;
  readonly #history: AnswerHistory;
  readonly #askedNow: AskedNow;
  readonly #deferred: DeferredQuestions;
  readonly #registered: vscode.Disposable;
  readonly #conversations: Conversations;
  /** Where what comes of a question is shown. */
  readonly #places = {
    propose: (proposal: Proposal) => this.#preview.propose(proposal),
    proposeAll: (proposed: ProposedFiles) => this.#preview.proposeAll(proposed),
    show: (conversation: Conversation, title: string) => this.#panels.show(conversation, title),
    mention: (words: string) => this.#mention(words),
    surroundings: () => surroundingsOf(this.#parts),
    waiting: (turn: Turn) => waitingText(turn, this.#parts.clock.now(), this.#parts.labelOf),
  };

  constructor(parts: AssistantParts) {
    this.usage = parts.usage;
    this.#parts = parts;
    this.#adding = new AddToQuestion(parts);
    this.#askedNow = new AskedNow(parts);
    this.#changing = followedEdits(parts);
    this.#results = resultsFor({ ...parts, ...this.#places, changing: this.#changing });
    this.#preview = new EditDiff({ user: parts.user, ...this.#changing, applied: this.#results.applied });
    this.#conversations = this.#makeConversations();
    this.#history = this.#makeHistory();
    this.#panels = this.#makePanels();
    this.#deferred = this.#makeDeferred();
    this.#registered = this.#register();
  }

  #register(): vscode.Disposable {
    const { findingsIn, hash, activity, clock } = this.#parts;
    const evidence = new EvidenceGatherer(findingsIn, hash, clock);
    const asking = { ...this.#parts, ...this.#places, ...estimating(this.#parts), evidence, added: this.#adding };
    return vscode.Disposable.from(
      evidence,
      this.#changing.learning,
      this.#results,
      this.#preview,
      this.#panels,
      this.#deferred,
      ...this.#history.register(),
      ...registerQuestionCommands(
        { ...asking, guard: this.#changing.guard, keep: (...kept) => this.#deferred.keep(...kept) },
        {
          begin: () => this.#adding.lists.begin(this.#conversations.begin()),
          beginTaking: taker => this.#conversations.beginTaking(taker),
        },
      ),
      registerTakeBack({ ...asking, ...this.#changing }),
      registerCommand('steadfast.cancel', () => this.stopAll()),
      { dispose: activity.onDidChange(() => void setContext('steadfast.working', this.#conversations.isAnyWorking)) },
    );
  }

  /** Fills a panel that outlived a reload. */
  revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    return this.#panels.revive(panel, state);
  }

  /** What the views of kept answers and questions show. */
  get kept(): KeptLists {
    return keptLists(this.#parts, this.#history, this.#deferred);
  }

  /** Keeps no question for later any more. */
  forgetQuestions(): Promise<void> {
    return this.#deferred.clear();
  }

  /** Stops every question under way. */
  stopAll(): void {
    this.#conversations.stopAll();
  }

  dispose(): void {
    this.#askedNow.close();
    this.stopAll();
    this.#registered.dispose();
  }

  /** Tells what was done, without a box. */
  #mention(words: string): void {
    vscode.window.setStatusBarMessage(words, 8_000);
    this.#panels.say(words);
  }

  #makeConversations(): Conversations {
    return new Conversations({
      ...this.#parts,
      ...this.#places,
      ...this.#results,
      began: conversation => this.#askedNow.begin(conversation),
      ended: (...ended) => this.#hear(...ended),
    });
  }

  #hear(conversation: Conversation, turn: Turn, { forReview, isKept }: TurnEnd): void {
    void this.#askedNow.end(turn.id);
    if (isKept) void this.#history.remember(conversation, turn, forReview);
    void this.#lookForSecret(conversation, turn);
    void this.#deferred.hear(conversation, turn);
  }

  async #lookForSecret(conversation: Conversation, { id, text }: Turn): Promise<void> {
    if (text !== '' && (await this.#parts.mask(text)) !== text) conversation.learnt(id, { holdsSecret: true });
  }

  #makeHistory(): AnswerHistory {
    return new AnswerHistory({
      ...this.#parts,
      ...this.#places,
      waiting: id => this.#deferred.waitingIn(id),
      leftOpen: id => this.#askedNow.leftIn(id),
      added: this.#adding.lists,
      wall: () => this.#parts.clock.wall(),
      newConversation: id => this.#conversations.begin(id),
      showInNewPanel: (...shown) => this.#panels.showInNewPanel(...shown),
    });
  }

  #makeDeferred(): DeferredQuestions {
    return new DeferredQuestions({
      ...this.#parts,
      ...this.#places,
      records: this.#parts.queue,
      count: this.#parts.deferredCount,
      living: id => this.#history.living(id),
      restore: id => this.#history.restore(id),
    });
  }

  #makePanels(): Panels {
    const actions: ActionParts = {
      ...this.#parts,
      ...this.#places,
      insert: (editor, answered) => insertInto(editor, answered, this.#changing),
      showBoth: both => this.#panels.showBoth(both),
      review: (...decided) => this.#history.remember(...decided),
      defer: (...wanted) => this.#deferred.change(...wanted),
    };
    return new Panels({
      ...this.#parts,
      ...this.#places,
      perform: (action, conversation, id) => perform(action, { conversation, id }, actions),
      useCode: (use, code) => useCode(use, code, actions),
      adding: this.#adding,
      ...{ latest: () => this.#conversations.latest, facts: this.#preview.facts },
      followUp: (conversation, text) => followUp(conversation, text, { usesOf, withAdded: this.#adding.withAdded }),
      restore: id => this.#history.restore(id),
    });
  }
}
