import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Context } from '../../../assist/assistance.ts';
import { hashNames } from '../../../assist/added/hashNames.ts';
import { estimateTokens } from '../../../core/prompt/estimateTokens.ts';
import type { AddedItem, AddedOffer } from '../../../interaction/added/addedItem.ts';
import { AddedLists } from '../../../interaction/added/addedLists.ts';
import { tokenCount } from '../../../interaction/text/budgetText.ts';
import type { User } from '../../../interaction/platform/user.ts';
import type { FindingsIn } from '../readableText.ts';
import { addedOffers, taken } from './addedOffers.ts';
import { readAdded, type ReadAdded } from './readAdded.ts';

/** What adding needs of the world. */
export interface AddingParts {
  readonly findingsIn: FindingsIn;
  readonly newId: () => string;
  readonly user: Pick<User, 'pick' | 'type' | 'warn' | 'tell'>;
}

/** Adds to questions what the user picks or names, and reads it anew for each question. */
export class AddToQuestion {
  readonly lists = new AddedLists();
  readonly #parts: AddingParts;

  constructor(parts: AddingParts) {
    this.#parts = parts;
  }

  /** What may be added by a name that begins like this. */
  readonly offers = (typed: string): Promise<readonly AddedOffer[]> => addedOffers(typed, this.#parts.findingsIn);

  /** Lets the user pick; what is not at hand is looked for by a name. `conversation`: undefined adds to the next one. */
  readonly pick = async (conversation?: string): Promise<void> => {
    const { user } = this.#parts;
    if (!vscode.workspace.isTrusted)
      return user.warn(l10n.t('Nothing can be added in restricted mode: only the selected code is sent.'));
    const title = l10n.t('What do you want to add to the question?');
    const choices = (await this.offers('')).map(choiceOf);
    const search = { label: l10n.t('Search by name…'), value: 'search' } as const;
    const chosen = await user.pick<AddedOffer | 'search'>(title, [...choices, search]);
    const offer = chosen === 'search' ? await this.#search(title) : chosen;
    if (offer) await this.add(offer, conversation);
  };

  /** Adds what has this name; says so when nothing has, or when it must not be sent. */
  readonly addNamed = async (name: string, conversation?: string): Promise<void> => {
    const offer = bestOffer(name, await this.offers(name));
    if (offer) await this.add(offer, conversation);
    else this.#parts.user.warn(l10n.t('There is nothing to add that is called {0}.', name));
  };

  async add(offered: AddedOffer, conversation?: string): Promise<void> {
    const { newId, findingsIn, user } = this.#parts;
    const { name, from } = await taken(offered);
    const read = await readAdded(from, findingsIn);
    if (!read)
      return user.warn(
        l10n.t(
          '{0} is not added: it is empty, too long or no text, or it must not be sent (secrets, ignore files).',
          name,
        ),
      );
    const item: AddedItem = { id: newId(), name, from, tokens: estimateTokens(read.text) };
    if (!this.lists.add(item, conversation))
      return user.warn(l10n.t('{0} is not added: there is too much already.', name));
    if (conversation === undefined)
      user.tell(l10n.t('{0} goes along with your next question (≈ {1} tokens).', name, tokenCount(item.tokens)));
  }

  /** The context with what was added, and with what the words name, as it is now. */
  readonly withAdded = async (context: Context, conversation?: string): Promise<Context> => {
    const { findingsIn } = this.#parts;
    const { added: _, ...plain } = context; // of an earlier question
    const named = await Promise.all(
      hashNames(context.input).map(async name => bestOffer(name, await this.offers(name))),
    );
    const known = this.lists.of(conversation);
    const isNew = (offer: AddedOffer): boolean => !known.some(({ name }) => name === offer.name);
    const fresh = await Promise.all(
      named
        .filter(each => each !== undefined)
        .filter(isNew)
        .map(taken),
    );
    const all = await Promise.all([...known, ...fresh].map(({ from }) => readAdded(from, findingsIn)));
    const read = all.filter(each => each !== undefined);
    const secrets = [...(plain.secrets ?? []), ...read.flatMap(each => each.secrets)];
    return {
      ...plain,
      ...(read.length > 0 && { added: distinct(read).map(({ secrets: __, ...text }) => text) }),
      ...(secrets.length > 0 && { secrets }),
    };
  };

  async #search(title: string): Promise<AddedOffer | undefined> {
    const { user } = this.#parts;
    const prompt = l10n.t('The name of a file, folder or symbol');
    const typed = await user.type({ title, prompt, check: () => undefined });
    const found = typed?.trim() ? await this.offers(typed.trim()) : [];
    return found.length > 0 ? user.pick(title, found.map(choiceOf)) : undefined;
  }
}

const choiceOf = (offer: AddedOffer) => ({ label: `#${offer.name}`, description: offer.description, value: offer });

/** What has exactly this name, or a file of this name in whatever folder, if there is only one. */
function bestOffer(name: string, offers: readonly AddedOffer[]): AddedOffer | undefined {
  const wanted = name.toLowerCase();
  const exact = offers.find(offer => offer.name.toLowerCase() === wanted);
  const ending = offers.filter(offer => offer.name.toLowerCase().endsWith(`/${wanted}`));
  return exact ?? (ending.length === 1 ? ending[0] : undefined);
}

/** The same text by two names is sent once. */
const distinct = (read: readonly ReadAdded[]): readonly ReadAdded[] => [
  ...new Map(read.map(each => [each.title + each.text, each])).values(),
];
