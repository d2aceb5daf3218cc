import type { AddedItem } from './addedItem.ts';

/** Before there is a conversation: for the next question. */
const next = '';
/** A question with more is none that a model could keep in view. */
const mostItems = 20;
/** Conversations that are remembered. */
const mostLists = 50;

/** What users have added to their questions, for each conversation: what it shows is what it sends with the next question. */
export class AddedLists {
  readonly #lists = new Map<string, readonly AddedItem[]>();
  readonly #listeners = new Set<(conversation: string) => void>();

  of(conversation = next): readonly AddedItem[] {
    return this.#lists.get(conversation) ?? [];
  }

  /** In place of what has the same name. false: there are too many. */
  add(item: AddedItem, conversation = next): boolean {
    const others = this.of(conversation).filter(({ name }) => name !== item.name);
    if (others.length >= mostItems) return false;
    this.#set(conversation, [...others, item]);
    return true;
  }

  remove(id: string, conversation = next): void {
    this.#set(
      conversation,
      this.of(conversation).filter(item => item.id !== id),
    );
  }

  /** A conversation begins with what was added before there was one. */
  begin<C extends { readonly id: string }>(conversation: C): C {
    const items = this.of();
    this.#lists.delete(next);
    if (items.length > 0) this.#set(conversation.id, items);
    return conversation;
  }

  /** Takes up what was added to a conversation that was kept; nobody hears of it, for nothing was added or removed. */
  restore(conversation: string, items: readonly AddedItem[]): void {
    if (items.length > 0 && this.of(conversation).length === 0) this.#put(conversation, items.slice(0, mostItems));
  }

  onDidChange(listener: (conversation: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(conversation: string, items: readonly AddedItem[]): void {
    this.#put(conversation, items);
    for (const listener of this.#listeners) listener(conversation);
  }

  #put(conversation: string, items: readonly AddedItem[]): void {
    this.#lists.delete(conversation);
    this.#lists.set(conversation, items);
    for (const known of this.#lists.keys()) {
      if (this.#lists.size <= mostLists) break;
      this.#lists.delete(known);
    }
  }
}
