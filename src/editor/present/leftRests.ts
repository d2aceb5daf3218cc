import { anchor } from '../../assist/anchor.ts';
import { codeMark } from '../../assist/codeMark.ts';
import { textWith } from '../../assist/edits/hunkChoice.ts';
import { hunks } from '../../assist/edits/hunks.ts';
import type { Proposal } from '../../interaction/asking/askRequest.ts';
import { documentOpen } from './documentOpen.ts';
import { type PendingEdit, takenIn } from './pendingEdit.ts';
import { textNow } from './proposedChange.ts';

const most = 20;

/** What was left of edits that were accepted in part, so that they can be shown again: the code is another one by then. */
export class LeftRests {
  readonly #rests = new Map<string, Proposal>();

  /** To be told right after an edit was applied. */
  note(pending: PendingEdit): void {
    const { proposal, files, left } = pending;
    const [file] = files;
    if (!('place' in proposal) || !file || left.size === 0) return;
    const original = textWith(
      proposal.original,
      hunks(proposal.original, proposal.replacement),
      takenIn(pending, file),
    );
    const text = textNow(file.document);
    const span = anchor(text, { original });
    const mark = typeof span === 'string' ? undefined : codeMark(text, original, span.start);
    const { mark: _, ...place } = proposal.place;
    this.#rests.set(keyOf(proposal), { ...proposal, original, place: { ...place, ...(mark && { mark }) } });
    for (const key of this.#rests.keys()) {
      if (this.#rests.size <= most) break;
      this.#rests.delete(key);
    }
  }

  /** What is left of the edit where it was accepted in part, and that was not undone. */
  restOf(proposal: Proposal): Proposal {
    const rest = this.#rests.get(keyOf(proposal));
    const document = rest && documentOpen(proposal.place.uri);
    const text = document && textNow(document);
    if (!rest || text === undefined) return proposal;
    const { original, place } = proposal;
    return typeof anchor(text, { original, mark: place.mark }) === 'string' ? rest : proposal;
  }
}

const keyOf = ({ place, original, replacement }: Proposal): string =>
  JSON.stringify([place.uri, original, replacement]);
