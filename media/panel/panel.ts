import type { FromPanel, PanelView, ToPanel } from '../../src/shared/protocol.ts';
import { createAnnouncer, newsOf } from './announcer.ts';
import { element } from './element.ts';
import { FollowUp } from './followUp.ts';
import { listenForPresses } from './messageButton.ts';
import { paced } from './paced.ts';
import { replaceNodes } from './replaceNodes.ts';
import type { SavedState } from './savedState.ts';
import { nameScrollers } from './scrollers.ts';
import { isAtEnd, keepingPlace, scrollToEnd } from './scrolling.ts';
import { walkTurns } from './walkTurns.ts';
import { isDoubted, Turn } from './turn.ts';

export interface PanelEvents {
  readonly post: (message: FromPanel) => void;
  readonly save: (state: SavedState) => void;
}

/** The whole page: the turns, oldest first, the field for the next question, and the voice for screen readers. */
export class Panel {
  readonly #title = element('h1', 'visually-hidden');
  readonly #main = element('main', '');
  readonly #announcer = createAnnouncer();
  readonly #followUp: FollowUp;
  readonly #events: PanelEvents;
  readonly #draw = paced(() => keepingPlace(() => this.#turns.forEach(turn => turn.draw())));
  readonly #nameScrollers = paced(() => this.#view && nameScrollers(this.#main, this.#view.labels));
  #turns: ReadonlyMap<string, Turn> = new Map();
  #state: SavedState;
  #view: PanelView | undefined;

  constructor(root: HTMLElement, state: SavedState, events: PanelEvents) {
    this.#state = state;
    this.#events = events;
    this.#followUp = new FollowUp(state.draft, {
      onSend: text => events.post({ kind: 'followUp', text }),
      onDraft: draft => this.#save({ draft }),
      onSuggest: typed => events.post({ kind: 'suggest', typed }),
      onAdd: name => events.post({ kind: 'add', name }),
      onSay: words => this.#announcer.say(words),
    });
    root.append(this.#announcer.element, this.#main, this.#followUp.element);
    listenForPresses(root, (message, button) => this.#press(message, button));
    root.addEventListener('keydown', event => walkTurns(event, this.#main, this.#followUp));
    document.addEventListener('scrollend', () => this.#savePlace());
    window.addEventListener('resize', () => this.#nameScrollers());
    this.#save({});
  }

  receive(message: ToPanel): void {
    if (message.kind === 'view') return this.#show(message.view);
    if (message.kind === 'say') return this.#announcer.say(message.text);
    if (message.kind === 'suggestions') return this.#followUp.suggest(message.typed, message.found);
    const turn = this.#turns.get(message.turn);
    if (message.kind === 'waiting') return turn?.showWaiting(message.text);
    turn?.append(message.text);
    this.#draw();
  }

  #show(view: PanelView): void {
    const wasAtEnd = isAtEnd();
    const shownBefore = new Map([...this.#turns].map(([id, turn]) => [id, turn.shown]));
    const unseen = new Set([...this.#turns].filter(([, turn]) => turn.isEmpty).map(([id]) => id));
    const isFirst = this.#view === undefined;
    this.#view = view;
    this.#title.textContent = view.turns.length === 0 ? view.title : view.labels.conversation;
    this.#title.className = view.turns.length === 0 ? 'empty' : 'visually-hidden';
    this.#turns = new Map(view.turns.map(({ id }) => [id, this.#turns.get(id) ?? new Turn()]));
    replaceNodes(this.#main, [this.#title, ...[...this.#turns.values()].map(turn => turn.element)]);
    for (const turn of view.turns) this.#turns.get(turn.id)?.update(turn, view.labels);
    this.#followUp.update(view);
    const news = [...this.#turns].map(([id, turn]) => newsOf(turn, shownBefore.get(id))).filter(words => words !== '');
    if (news.length > 0) this.#announcer.say(news.join('. '));
    if (isFirst) this.#returnToPlace();
    else this.#scroll(wasAtEnd, shownBefore, unseen);
    this.#savePlace();
    this.#nameScrollers();
  }

  /** A panel that was hidden while its answer came goes on following it. */
  #returnToPlace(): void {
    if (this.#state.atEnd) scrollToEnd();
    else document.documentElement.scrollTop = this.#state.scrollTop;
  }

  /** A doubted answer, and one that comes whole, is shown from its beginning; what is new is followed by whoever was at the end. */
  #scroll(wasAtEnd: boolean, before: ReadonlyMap<string, Turn['shown']>, unseen: ReadonlySet<string>): void {
    const [id, last] = [...this.#turns].at(-1) ?? [];
    if (id === undefined || last?.shown === undefined) return;
    const earlier = before.get(id);
    const cameIntoDoubt = isDoubted(last.shown) && (earlier === undefined || !isDoubted(earlier));
    const cameWhole = earlier?.phase === 'working' && last.shown.phase !== 'working' && unseen.has(id);
    if ((cameIntoDoubt || cameWhole) && wasAtEnd) last.element.scrollIntoView({ block: 'start' });
    else if (wasAtEnd || earlier === undefined) scrollToEnd();
  }

  #press(message: FromPanel, button: HTMLButtonElement): void {
    const isCopy = (message.kind === 'code' && message.use === 'copy') || isAction(message, 'copy');
    if (isCopy && this.#view !== undefined) this.#sayCopied(button, this.#view.labels.copied);
    this.#events.post(message);
  }

  #sayCopied(button: HTMLButtonElement, copied: string): void {
    this.#announcer.say(copied);
    button.dataset['said'] = copied;
    setTimeout(() => delete button.dataset['said'], 1_500);
  }

  #savePlace(): void {
    this.#save({ scrollTop: document.documentElement.scrollTop, atEnd: isAtEnd() });
  }

  #save(change: Partial<SavedState>): void {
    this.#state = { ...this.#state, ...change };
    this.#events.save(this.#state);
  }
}

function isAction(message: FromPanel, action: string): boolean {
  return message.kind === 'action' && message.action === action;
}
