// Over 200 lines with its comments: the one guard, which must be read as a whole.
import type { TextChange } from '../../assist/guard/addedRisks.ts';
import { judgePath, type PathRule, stricter } from '../../assist/guard/judgePath.ts';
import type { Reader } from '../../assist/guard/writtenWhenConfirmed.ts';
import { inSteps, type Pace, paceUntil } from '../../core/shared/steps.ts';
import type { Confirm } from '../platform/user.ts';
import { type FileRefusal, confirmationOf, refusalText } from './guardText.ts';
import { isBelow } from './isBelow.ts';

/** The address of a document, as VS Code has it; `path` is decoded. */
export interface FileAddress {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  /** As the system has it. */
  readonly fsPath: string;
  toString(): string;
}

/** Where a path leads on the disk. */
export interface RealPlace {
  /** Absolute, links resolved; what does not exist stands at its end as it was given. */
  readonly path: string;
  /** Lies in the folder of a Git repository, whatever it is called. */
  readonly isInGit: boolean;
  /** The same file has other names too (hard links), one of which may be that of a file that runs code. */
  readonly hasOtherNames: boolean;
}

/** What the guard needs of the world. */
export interface GuardParts {
  /** undefined: nobody can say where it leads. */
  readonly realPathOf: (path: string) => Promise<RealPlace | undefined>;
  readonly folders: () => readonly FileAddress[];
  readonly isTrusted: () => boolean;
  readonly isWindows: boolean;
  /** Is it, or a folder on the way from its open folder, a link? Asked of file systems that are not the disk. */
  readonly isLinked: (address: FileAddress) => Promise<boolean>;
  /** The notebook that a cell belongs to; of other documents they themselves. undefined: a cell of none that is open. */
  readonly fileOf: (address: FileAddress) => FileAddress | undefined;
  /** What people call it. */
  readonly nameOf: (address: FileAddress) => string;
  readonly confirm: Confirm;
  /** In which what a change adds is looked for; when it is broken off, nothing may be changed. */
  readonly pace: Pace;
}

interface Place {
  readonly real: string;
  readonly isOutside: boolean;
  readonly hasOtherNames: boolean;
}

/** What may be done to a file now. */
export type FileStanding =
  | { readonly kind: 'free'; readonly real: string }
  /** `reader`: who may run what stands in it; none: it is asked because of where it lies, or its other names. */
  | (Place & { readonly kind: 'asked'; readonly reader?: Reader })
  | { readonly kind: 'refused'; readonly why: FileRefusal };

/** A file that may be changed once: made by the guard alone, and the only thing that the writer takes. */
class Checked {
  readonly address: string;
  readonly name: string;
  readonly standing: Allowed;
  #isSpent = false;

  constructor(address: FileAddress, name: string, standing: Allowed) {
    this.address = address.toString();
    this.name = name;
    this.standing = standing;
    this.#of = address;
  }

  readonly #of: FileAddress;

  /** Its address, the first time; afterwards undefined. */
  spend(): FileAddress | undefined {
    if (this.#isSpent) return undefined;
    this.#isSpent = true;
    return this.#of;
  }
}

export type CheckedFile = Checked;

/** How a change is asked for. */
export interface Wanted {
  /** What the file becomes, for the question to name what is added. */
  readonly change?: TextChange;
  /** The change was not seen as a diff: what it adds is asked about in any file. */
  readonly isUnseen?: boolean;
  /** How many secrets of another place it would bring into the file. */
  readonly carriedSecrets?: number;
  /** Aborted when nobody wants it any more: nothing is asked then, and a yes comes too late. */
  readonly signal?: AbortSignal;
}

/**
 * The one judge of every change to a file of the user: accepting an edit, inserting code, and whatever else may come to
 * rename, create or restore one. Judges by the path as it was given and by the real one, asks when the file can run code,
 * and judges once more when the file is written.
 */
export class FileGuard {
  readonly #parts: GuardParts;

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** Why nothing may be written there, for a change that is only shown; undefined: it may be, perhaps after a question. */
  async refusalOf(address: FileAddress): Promise<string | undefined> {
    const standing = await this.#standingOf(address);
    return standing.kind === 'refused' ? refusalText(standing.why, this.#parts.nameOf(address)) : undefined;
  }

  /** Lets a file be changed once, after asking where that is due. A string says why not; '' when the user said no, or closed it. */
  async check(address: FileAddress, wanted: Wanted = {}): Promise<CheckedFile | string> {
    const standing = await this.#standingOf(address);
    const name = this.#parts.nameOf(address);
    if (standing.kind === 'refused') return refusalText(standing.why, name);
    return (await this.#isAgreed(standing, name, wanted)) ? new Checked(address, name, standing) : '';
  }

  /** Judges once more, right before the file is written; a checked file serves once. A string says why it may not be. */
  async redeem(file: CheckedFile): Promise<string | undefined> {
    const address = file.spend();
    if (!address) return refusalText({ code: 'moved' }, file.name);
    const now = await this.#standingOf(address);
    if (now.kind === 'refused') return refusalText(now.why, file.name);
    return isSame(now, file.standing) ? undefined : refusalText({ code: 'moved' }, file.name);
  }

  async #isAgreed(standing: FileStanding, name: string, wanted: Wanted): Promise<boolean> {
    const { carriedSecrets = 0, signal } = wanted;
    const isAsked = standing.kind === 'asked';
    const risks = await this.#risksOf(wanted, isAsked);
    if (risks === 'unwanted' || isOver(signal)) return false;
    if (!isAsked && risks.length === 0 && carriedSecrets === 0) return true;
    const asked = isAsked ? standing : { isOutside: false, hasOtherNames: false, real: '' };
    return (await this.#parts.confirm(confirmationOf({ ...asked, name, risks, carriedSecrets }))) && !isOver(signal);
  }

  async #risksOf({ change, isUnseen = false, signal }: Wanted, isAsked: boolean) {
    if (!change || !(isUnseen || isAsked)) return [];
    const { pace } = this.#parts;
    try {
      const { addedRisks } = await import('../../assist/guard/addedRisks.ts'); // a part of its own: most changes are not asked about
      return await inSteps(addedRisks(change), signal ? paceUntil(signal, pace) : pace);
    } catch (error) {
      if (isOver(signal)) return 'unwanted';
      throw error;
    }
  }

  async #standingOf(given: FileAddress): Promise<FileStanding> {
    const address = this.#parts.fileOf(given);
    if (!address) return refused({ code: 'unclear' });
    const isUnnamed = address.scheme === 'untitled' && !/[\\/]/.test(address.path);
    if (isUnnamed) return { kind: 'free', real: '' };
    return address.scheme === 'file' || address.scheme === 'untitled'
      ? this.#onDisk(address)
      : this.#elsewhere(address);
  }

  async #onDisk(address: FileAddress): Promise<FileStanding> {
    const { realPathOf, folders, isWindows } = this.#parts;
    const rules = { isWindowsLike: isWindows };
    const spelled = judgePath(address.fsPath, rules);
    if (spelled.kind === 'untold') return refused({ code: spelled.fault }); // not even looked at
    const real = await realPathOf(address.fsPath);
    if (!real) return refused({ code: 'unclear' });
    const found: PathRule = real.isInGit ? { kind: 'never', because: 'git' } : judgePath(real.path, rules);
    const roots = folders().filter(({ scheme }) => scheme === 'file');
    const realRoots = await Promise.all(roots.map(root => realPathOf(root.fsPath)));
    const isInside = realRoots.some(root => root !== undefined && isBelow(real.path, root.path));
    if (!isInside && roots.some(root => isBelow(address.fsPath, root.fsPath)) && found.kind !== 'never')
      return refused({ code: 'link-outside', leadsTo: real.path });
    const isOutside = !isInside && (folders().length > 0 || !isBelow(real.path, address.fsPath));
    const { hasOtherNames } = real;
    return this.#ruled(stricter(spelled, found), { real: real.path, isOutside, hasOtherNames });
  }

  /** Of a file system that is not the disk only names are known, and whether something is a link, not where to. */
  async #elsewhere(address: FileAddress): Promise<FileStanding> {
    const { folders, isLinked } = this.#parts;
    const isInside = folders().some(
      ({ scheme, authority, path }) =>
        scheme === address.scheme && authority === address.authority && isBelow(address.path, path),
    );
    if (!isInside && address.scheme.startsWith('vscode-')) return refused({ code: 'editor' });
    if (await isLinked(address)) return refused({ code: 'unclear' });
    const place = { real: address.path, isOutside: !isInside, hasOtherNames: false };
    return this.#ruled(judgePath(address.path, { isWindowsLike: true }), place);
  }

  #ruled(rule: PathRule, place: Place): FileStanding {
    if (rule.kind === 'never') return refused({ code: rule.because });
    if (rule.kind === 'untold') return refused({ code: rule.fault });
    if (rule.kind === 'asked' && !this.#parts.isTrusted()) return refused({ code: 'untrusted' });
    if (rule.kind === 'asked') return { kind: 'asked', reader: rule.reader, ...place };
    const isOrdinary = !place.isOutside && !place.hasOtherNames;
    return isOrdinary ? { kind: 'free', real: place.real } : { kind: 'asked', ...place };
  }
}

const refused = (why: FileRefusal): FileStanding => ({ kind: 'refused', why });

const isOver = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

type Allowed = Exclude<FileStanding, { kind: 'refused' }>;

/** Is what was agreed to still what would be done? */
function isSame(one: Allowed, other: Allowed): boolean {
  if (one.real !== other.real || one.kind !== other.kind) return false;
  return one.kind !== 'asked' || other.kind !== 'asked' || one.hasOtherNames === other.hasOtherNames;
}
