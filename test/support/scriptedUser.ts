import assert from 'node:assert/strict';
import type { Choice, Offer, Typing, User } from '../../src/interaction/platform/user.ts';

/** What the user does when asked: picks by label, types, agrees or not, or turns away. */
export type Reply =
  | { readonly picks: string | readonly string[] }
  | { readonly types: string }
  | { readonly agrees: boolean }
  | 'turns away';

/** A user who replies by a script and remembers what they saw. A text that is refused is followed by the next reply. */
export class ScriptedUser implements User {
  /** Titles, questions and messages, in order. */
  readonly saw: string[] = [];
  /** The labels of each list, in order. */
  readonly lists: (readonly string[])[] = [];
  /** What stood under each box to type in, in order. */
  readonly prompts: string[] = [];
  readonly #replies: Reply[];

  constructor(...replies: readonly Reply[]) {
    this.#replies = [...replies];
  }

  /** Replies that nobody asked for. */
  get unused(): readonly Reply[] {
    return this.#replies;
  }

  async pick<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
    return (await this.pickSeveral(title, choices))?.[0];
  }

  pickSeveral<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined> {
    const reply = this.#next(title);
    this.lists.push(choices.map(({ label }) => label));
    if (reply === 'turns away') return Promise.resolve(undefined);
    assert.ok('picks' in reply, `'${title}' wants a pick`);
    const picked = [reply.picks].flat().map(wanted => {
      const choice = choices.find(({ label }) => label === wanted);
      assert.ok(choice, `'${wanted}' is not among ${choices.map(({ label }) => label).join(', ')}`);
      return choice.value;
    });
    return Promise.resolve(picked);
  }

  type(typing: Typing): Promise<string | undefined> {
    this.prompts.push(typing.prompt);
    const reply = this.#next(typing.title);
    if (reply === 'turns away') return Promise.resolve(undefined);
    assert.ok('types' in reply, `'${typing.title}' wants a text`);
    const fault = typing.check(reply.types);
    if (fault === undefined) return Promise.resolve(reply.types);
    this.saw.push(fault);
    return this.type(typing);
  }

  readonly confirm: User['confirm'] = ({ question, detail }) => {
    const reply = this.#next(`${question} ${detail}`);
    assert.ok(typeof reply === 'object' && 'agrees' in reply, `'${question}' wants a yes or no`);
    return Promise.resolve(reply.agrees);
  };

  tell(message: string): void {
    this.saw.push(message);
  }

  warn(message: string): void {
    this.saw.push(message);
  }

  offer({ message, buttons }: Offer): Promise<string | undefined> {
    const reply = this.#next(message);
    this.lists.push(buttons);
    if (reply === 'turns away') return Promise.resolve(undefined);
    assert.ok('picks' in reply, `'${message}' wants a button`);
    const pressed = buttons.find(button => button === reply.picks);
    assert.ok(pressed !== undefined, `'${message}' has no button that was pressed`);
    return Promise.resolve(pressed);
  }

  wait<T>(_title: string, work: (signal: AbortSignal, tell: (words: string) => void) => Promise<T>): Promise<T> {
    return work(new AbortController().signal, words => this.saw.push(words));
  }

  #next(title: string): Reply {
    this.saw.push(title);
    const reply = this.#replies.shift();
    assert.ok(reply !== undefined, `nobody wrote a reply to '${title}'`);
    return reply;
  }
}
