import * as v from 'valibot';
import type { Assistance, Context } from '../../assist/assistance.ts';
import { type LinkedFile, promptAssistance } from '../../assist/promptFiles/promptAssistance.ts';
import { assistances } from '../../assist/tasks/all.ts';
import { mostUsedFiles } from '../../core/cache/usedFiles.ts';
import type { Mask } from '../../core/secrets/maskText.ts';
import { maskTexts } from '../../core/secrets/maskTexts.ts';
import type { AskRequest, EditPlace } from '../asking/askRequest.ts';

/** What was asked, as it lies on disk with the turn that it belongs to: with secrets masked. */
export interface StoredRequest {
  readonly task: string;
  readonly context: Context;
  readonly place?: EditPlace;
  readonly linked?: readonly LinkedFile[];
  readonly remarks?: readonly string[];
}

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const names = v.exactOptional(v.pipe(v.array(text), v.maxLength(200)));
const foundTexts = v.exactOptional(
  v.pipe(v.array(v.object({ file: text, line: whole, language: text, text })), v.maxLength(200)),
);
const related = v.exactOptional(
  v.pipe(v.array(v.object({ file: text, line: whole, message: text })), v.maxLength(100)),
);

const contextSchema = v.object({
  file: text,
  cell: v.exactOptional(whole),
  language: text,
  code: text,
  document: v.exactOptional(text),
  used: v.exactOptional(v.pipe(v.array(v.object({ file: text, hash: text })), v.maxLength(mostUsedFiles))),
  isLineOnly: v.exactOptional(v.boolean()),
  before: text,
  after: text,
  startLine: whole,
  endLine: whole,
  items: v.exactOptional(
    v.pipe(v.array(v.object({ id: text, first: whole, last: whole, head: whole })), v.maxLength(100)),
  ),
  symbol: v.exactOptional(v.object({ name: text, kind: text })),
  diagnostics: v.array(
    v.object({
      line: whole,
      column: v.exactOptional(whole),
      severity: v.picklist(['error', 'warning', 'information', 'hint']),
      message: text,
      code: v.exactOptional(text),
      link: v.exactOptional(text),
      related,
    }),
  ),
  moreDiagnostics: v.exactOptional(whole),
  hovers: v.array(text),
  testFile: v.exactOptional(
    v.object({
      path: text,
      language: text,
      text: v.exactOptional(text),
      framework: v.exactOptional(text),
      example: v.exactOptional(v.object({ path: text, text })),
    }),
  ),
  history: v.exactOptional(v.pipe(v.array(text), v.maxLength(100))),
  uses: v.exactOptional(v.pipe(v.array(text), v.maxLength(100))),
  evidence: v.exactOptional(
    v.object({
      project: names,
      cells: foundTexts,
      definitions: foundTexts,
      callers: foundTexts,
      edits: foundTexts,
      fixes: names,
      openFiles: names,
    }),
  ),
  files: v.exactOptional(v.pipe(v.array(v.object({ path: text, uri: text, language: text, text })), v.maxLength(100))),
  added: v.exactOptional(v.pipe(v.array(v.object({ title: text, language: text, text })), v.maxLength(100))),
  input: text,
  turns: v.array(v.object({ question: text, answer: text })),
});

const side = { length: whole, print: text, next: v.exactOptional(v.object({ length: whole, print: text })) };
const placeSchema = v.object({
  uri: text,
  start: whole,
  mark: v.exactOptional(v.object({ copies: v.exactOptional(whole), before: v.object(side), after: v.object(side) })),
});

/** What a record on disk holds of what was asked. */
export const requestEntries = {
  task: text,
  context: contextSchema,
  place: v.exactOptional(placeSchema),
  linked: v.exactOptional(v.pipe(v.array(v.object({ file: text, text })), v.maxLength(100))),
  remarks: v.exactOptional(v.pipe(v.array(text), v.maxLength(20))),
};

/** How a turn is put on disk. */
export interface Keeping {
  /** The conversation that it belongs to. */
  readonly conversation: string;
  /** Wall-clock ms. */
  readonly at: number;
  readonly mask: Mask;
}

/** What was asked, to put on disk with what else is said of it; every text is masked, all of them as one. */
export async function storedRequest<T extends object>(
  { assistance, context: asked, place, linked, remarks }: AskRequest,
  { mask }: Pick<Keeping, 'mask'>,
  more: T,
): Promise<StoredRequest & T> {
  const { secrets, ...context } = asked;
  const texts = { ...more, context, ...(linked && { linked }), ...(remarks && { remarks }) };
  return {
    ...(await maskTexts(texts, text => mask(text, secrets))),
    task: assistance.task,
    ...(await storedPlace(place, mask)),
  };
}

/** Where an edit would go; a place whose address holds a secret is not kept, and its edit can be looked at, not applied. */
async function storedPlace(place: EditPlace | undefined, mask: Mask): Promise<{ readonly place?: EditPlace }> {
  if (!place) return {};
  return (await mask(place.uri)) === place.uri ? { place } : {};
}

/** What was asked, as it was; undefined: its task is not known to this release. */
export function reviveRequest({ task, context, place, linked, remarks }: StoredRequest): AskRequest | undefined {
  const assistance = assistanceOf(task, linked);
  return (
    assistance && {
      assistance,
      context,
      ...(place && { place }),
      ...(linked && { linked }),
      ...(remarks && { remarks }),
    }
  );
}

/** That of a prompt file, where it was one. */
function assistanceOf(task: string, linked: StoredRequest['linked']): Assistance | undefined {
  const known = assistances.find(each => each.task === task);
  return known && linked ? promptAssistance({ mode: task === 'edit' ? 'edit' : 'ask' }, linked) : known;
}
