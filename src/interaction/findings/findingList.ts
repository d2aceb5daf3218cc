import { Emitter } from '../../core/shared/emitter.ts';
import { fingerprint } from '../../core/model/fingerprint.ts';
import type { CodeFinding, FindingKind } from '../../assist/finding.ts';
import { movedLines, type ChangedLines, type MovedLines } from '../../assist/review/movedLines.ts';
import { quotedNow } from '../../assist/review/quotedNow.ts';

/** A finding that the editor shows. Its lines are those of its document as it is now. */
export interface ShownFinding extends CodeFinding {
  readonly id: string;
  /** Of its document. */
  readonly uri: string;
  /** One line: who made it, after what, what it cost. */
  readonly summary: string;
}

/** What a review says of a document. */
export interface DocumentReview {
  readonly uri: string;
  /** Asked for when nothing can come between any more; their lines are those of the document then. */
  readonly findings: () => readonly CodeFinding[];
  /** Lines that were looked at, 0-based, inclusive: what was found in them before is replaced. */
  readonly first: number;
  readonly last: number;
  readonly summary: string;
}

/** How many findings are shown, and how many the user wants to hear of no more. */
export interface AddedFindings {
  readonly shown: number;
  readonly dismissed: number;
}

/** What the user wants to hear of no more, by opaque names. */
export interface Dismissals {
  names(): Promise<ReadonlySet<string>>;
  add(name: string): Promise<void>;
  clear(): Promise<void>;
}

/** The findings of reviews, followed through edits until they are mended, dismissed or cleared. */
export class FindingList {
  readonly #dismissals: Dismissals;
  readonly #changed = new Emitter<string>();
  readonly #byUri = new Map<string, readonly ShownFinding[]>();
  #count = 0;

  constructor(dismissals: Dismissals) {
    this.#dismissals = dismissals;
  }

  /** Calls back with the address of each document whose findings have changed. The returned function ends that. */
  onDidChange(listener: (uri: string) => void): () => void {
    return this.#changed.add(listener);
  }

  /** Documents with findings, in the order of their reviews. */
  get uris(): readonly string[] {
    return [...this.#byUri.keys()];
  }

  /** Of a document, from above. */
  of(uri: string): readonly ShownFinding[] {
    return this.#byUri.get(uri) ?? [];
  }

  get(id: string): ShownFinding | undefined {
    return [...this.#byUri.values()].flat().find(each => each.id === id);
  }

  /** Takes the findings of a review in place of those that were there in its lines. */
  async add({ uri, findings: standing, first, last, summary }: DocumentReview): Promise<AddedFindings> {
    const dismissed = await this.#dismissals.names();
    const findings = standing();
    const others = this.of(uri).filter(each => each.last < first || each.first > last);
    const shown = findings.filter(each => !namesOf(uri, each).some(name => dismissed.has(name)));
    const own = shown.map(each => ({ ...each, id: `finding-${(this.#count += 1)}`, uri, summary }));
    this.#set(uri, [...others, ...own]);
    return { shown: shown.length, dismissed: findings.length - shown.length };
  }

  /** Follows a document that was changed; `text` is read only where lines of a finding were touched. */
  follow(uri: string, changes: readonly ChangedLines[], text: () => string): void {
    const before = this.of(uri);
    if (before.length === 0) return;
    const after = before.flatMap(each => {
      const start: MovedLines = { first: each.first, last: each.last, isTouched: false };
      const moved = changes.reduce(movedLines, start);
      if (!moved.isTouched) return [{ ...each, first: moved.first, last: moved.last }];
      const now = quotedNow(each, moved, text());
      return now ? [{ ...each, ...now }] : [];
    });
    this.#byUri.set(uri, after);
    if (after.length !== before.length || after.some((each, at) => !isAtPlaceOf(each, before[at])))
      this.#set(uri, after);
  }

  /** This one is not shown again, also by a later review, while its code is the same. */
  async dismiss(id: string): Promise<void> {
    const finding = this.get(id);
    if (!finding) return;
    this.#set(
      finding.uri,
      this.of(finding.uri).filter(each => each.id !== id),
    );
    await this.#dismissals.add(ownName(finding.uri, finding));
  }

  /** None of its kind is shown in its document any more, also by a later review. Gives how many went. */
  async dismissKind(id: string): Promise<number> {
    const finding = this.get(id);
    if (!finding) return 0;
    const before = this.of(finding.uri);
    const left = before.filter(each => each.kind !== finding.kind);
    this.#set(finding.uri, left);
    await this.#dismissals.add(kindName(finding.uri, finding.kind));
    return before.length - left.length;
  }

  /** What was dismissed is shown by later reviews again. */
  forgetDismissed(): Promise<void> {
    return this.#dismissals.clear();
  }

  /** Forgets the findings of a document, or all. What was dismissed stays dismissed. */
  clear(uri?: string): void {
    for (const each of uri === undefined ? this.uris : [uri]) this.#set(each, []);
  }

  #set(uri: string, findings: readonly ShownFinding[]): void {
    if (findings.length === 0) this.#byUri.delete(uri);
    else
      this.#byUri.set(
        uri,
        findings.toSorted((one, other) => one.first - other.first),
      );
    this.#changed.fire(uri);
  }
}

const isAtPlaceOf = (one: ShownFinding, other: ShownFinding | undefined): boolean =>
  one.first === other?.first && one.last === other.last;

/** Code is not kept for it, only its fingerprint. */
const ownName = (uri: string, { kind, quoted }: CodeFinding): string =>
  fingerprint(`${uri}\n${kind}\n${quoted.replace(/\s+/g, ' ').trim()}`);

const kindName = (uri: string, kind: FindingKind): string => fingerprint(`${uri}\n${kind}`);

const namesOf = (uri: string, finding: CodeFinding): readonly string[] => [
  ownName(uri, finding),
  kindName(uri, finding.kind),
];
