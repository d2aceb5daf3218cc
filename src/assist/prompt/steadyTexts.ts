import type { KnownSecret } from '../../core/model/knownSecret.ts';
import { changesText } from './changesText.ts';
import { fileText, type FileText } from './fileText.ts';
import { isSaidOnce } from './fileSections.ts';
import type { Surroundings } from './surroundings.ts';

/** A file's text as it was sent some minutes ago, and what has changed in it since. */
export interface EarlierText {
  readonly text: Pick<FileText, 'text' | 'splits'>;
  /** Lines with their signs, as in a patch; '': nothing. */
  readonly changes: string;
  /** What was secret in it then. */
  readonly secrets?: readonly KnownSecret[];
}

/** What of a question's context is needed here. */
export interface SteadiedContext extends Surroundings {
  readonly file: string;
  readonly code: string;
  readonly document?: string;
  readonly secrets?: readonly KnownSecret[];
  readonly earlier?: EarlierText;
}

interface SentText extends Pick<EarlierText, 'text' | 'secrets'> {
  readonly file: string;
  usedAtMs: number;
}

/** Providers remember a prompt for so long since its last use, ms. */
const rememberedMs = 5 * 60_000;
/** Texts, of all files. */
const mostTexts = 8;

/**
 * The texts of files that were sent in the last minutes. A question about a file that has been changed a little sends the text
 * that its provider remembers, and behind it what has changed: else all of it below the change would be new.
 */
export class SteadyTexts {
  #texts: SentText[] = [];

  /** The context with the text to begin with. */
  steadied<C extends SteadiedContext>(context: C, nowMs: number): C {
    if (context.document === undefined || isSaidOnce(context)) return context; // its text is what is asked about
    const found = this.#textFor(context, nowMs);
    return found ? { ...context, earlier: found.earlier } : context;
  }

  /** Takes note that a question with this context, as it was before it was steadied, is sent now. */
  note(context: SteadiedContext, nowMs: number): void {
    if (context.document === undefined || isSaidOnce(context)) return;
    const found = this.#textFor(context, nowMs);
    const { file, secrets } = context;
    const sent = found?.sent ?? { file, text: fileText(context), ...(secrets && { secrets }), usedAtMs: nowMs };
    sent.usedAtMs = nowMs;
    this.#texts = [sent, ...this.#texts.filter(each => each !== sent)].slice(0, mostTexts);
  }

  #textFor(
    context: SteadiedContext,
    nowMs: number,
  ): { readonly sent: SentText; readonly earlier: EarlierText } | undefined {
    const current = fileText(context).text;
    for (const sent of this.#texts) {
      if (sent.file !== context.file || nowMs - sent.usedAtMs >= rememberedMs) continue;
      const changes = changesText(sent.text.text, current);
      if (changes === undefined) continue;
      return { sent, earlier: { text: sent.text, changes, ...(sent.secrets && { secrets: sent.secrets }) } };
    }
    return undefined;
  }
}
