import {
  array,
  boolean,
  check,
  exactOptional,
  type GenericSchema,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  safeParse,
  strictObject,
  string,
  trim,
  variant,
} from 'valibot';
import { actions, type FromPanel, type PanelView, type ToPanel, type TurnView } from './protocol.ts';

/** The longest follow-up question the panel may send, characters. */
export const maxFollowUpLength = 20_000;
/** The longest address the panel may ask to open, characters. */
const maxUrlLength = 2_000;

const maxTurns = 500; // ten times what the panel lists
const maxTextLength = 4 * 1024 * 1024; // the largest answer that the transport lets in

const turnId = pipe(string(), minLength(1), maxLength(200));
const line = pipe(string(), maxLength(100_000)); // a line of ours, or a question: a follow-up at most, usually
const lines = pipe(array(line), maxLength(1_000));
const count = pipe(number(), integer(), minValue(0), maxValue(100_000));
const hashName = pipe(string(), maxLength(200));
const longText = pipe(string(), maxLength(maxTextLength));

const fromPanel = variant('kind', [
  strictObject({ kind: literal('ready') }),
  strictObject({ kind: literal('action'), action: picklist(actions), turn: turnId }),
  strictObject({
    kind: literal('followUp'),
    text: pipe(string(), maxLength(maxFollowUpLength), trim(), minLength(1)),
  }),
  strictObject({
    kind: literal('code'),
    use: picklist(['copy', 'insert']),
    turn: turnId,
    block: count,
  }),
  strictObject({ kind: literal('link'), url: pipe(string(), check(isWebAddress)) }),
  strictObject({ kind: literal('fact'), turn: turnId, fact: count }),
  strictObject({ kind: literal('suggest'), typed: hashName }),
  strictObject({ kind: literal('add'), name: hashName }),
  strictObject({ kind: literal('removeAdded'), id: turnId }),
]) satisfies GenericSchema<unknown, FromPanel>;

const turn = strictObject({
  id: turnId,
  question: line,
  phase: picklist(['working', 'done', 'failed', 'cancelled']),
  status: line,
  text: longText,
  partials: pipe(array(strictObject({ label: line, text: longText })), maxLength(100)),
  provenance: lines,
  why: exactOptional(strictObject({ title: line, lines })),
  notice: exactOptional(
    strictObject({
      kind: picklist(['disclaimer', 'review', 'degraded', 'failure', 'information']),
      title: line,
      lines,
      advice: exactOptional(line),
    }),
  ),
  facts: exactOptional(
    strictObject({
      title: line,
      facts: pipe(
        array(
          strictObject({
            text: line,
            at: exactOptional(strictObject({ line: pipe(number(), integer(), minValue(1)), text: line })),
          }),
        ),
        maxLength(100),
      ),
      block: exactOptional(count),
    }),
  ),
  comparison: exactOptional(strictObject({ title: line, lines })),
  actions: pipe(
    array(
      strictObject({
        action: picklist(actions),
        label: line,
        primary: boolean(),
        place: exactOptional(picklist(['more', 'icon'])),
        chosen: exactOptional(boolean()),
      }),
    ),
    maxLength(actions.length),
  ),
  code: picklist(['offered', 'withheld']),
}) satisfies GenericSchema<unknown, TurnView>;

const view = strictObject({
  title: line,
  labels: strictObject({
    followUp: line,
    send: line,
    copyCode: line,
    insertCode: line,
    notYetChecked: line,
    copied: line,
    openLink: line,
    imageLeftOut: line,
    details: line,
    conversation: line,
    code: line,
    table: line,
    add: line,
    added: line,
    suggestions: line,
    moreActions: line,
  }),
  turns: pipe(array(turn), maxLength(maxTurns)),
  canAsk: boolean(),
  added: pipe(array(strictObject({ id: turnId, name: line, tokens: line, remove: line })), maxLength(100)),
}) satisfies GenericSchema<unknown, PanelView>;

const toPanel = variant('kind', [
  strictObject({ kind: literal('view'), view }),
  strictObject({ kind: literal('append'), turn: turnId, text: longText }),
  strictObject({ kind: literal('waiting'), turn: turnId, text: line }),
  strictObject({ kind: literal('say'), text: line }),
  strictObject({
    kind: literal('suggestions'),
    typed: hashName,
    found: pipe(array(strictObject({ name: line, description: line })), maxLength(100)),
  }),
]) satisfies GenericSchema<unknown, ToPanel>;

/** What the webview said, when it is one of the messages it may send, within their sizes; otherwise undefined. */
export function readFromPanel(value: unknown): FromPanel | undefined {
  const { success, output } = safeParse(fromPanel, value, { abortEarly: true });
  return success ? output : undefined;
}

/** What the extension said, when it is one of the messages the panel draws; otherwise undefined. */
export function readToPanel(value: unknown): ToPanel | undefined {
  const { success, output } = safeParse(toPanel, value, { abortEarly: true });
  return success ? output : undefined;
}

/**
 * Is it an address that the panel may offer to open: http or https, not overlong, no name or password before the host, and the
 * host spelt as it is asked (microsoft/vscode #335116: by percent signs it reads as another one)?
 */
export function isWebAddress(address: string): boolean {
  if (address.length > maxUrlLength || !URL.canParse(address)) return false;
  const { protocol, username, password, host } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return username === '' && password === '' && address.toLowerCase().startsWith(`${protocol}//${host}`);
}
