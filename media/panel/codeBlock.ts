import type { PanelLabels } from '../../src/shared/protocol.ts';
import { element } from './element.ts';
import { codePieces } from './hiddenCharacters.ts';
import { messageButton } from './messageButton.ts';

/** Which block of which turn a code block is, for its buttons. */
export interface BlockPlace {
  readonly turn: string;
  readonly block: number;
}

/** What is told at a line of a block, 1-based. */
export interface LineNote {
  readonly line: number;
  readonly text: string;
}

/** A block as it is shown. */
export interface ShownCode {
  readonly code: string;
  readonly language: string;
  readonly notes: readonly LineNote[];
}

/** A block of code with its language, what is told at its lines, and with Copy and Insert when it has a place. */
export function codeBlock({ code, language, notes }: ShownCode, labels: PanelLabels, place?: BlockPlace): HTMLElement {
  const pre = element('pre', '', ...withNotes(code.replace(/\n$/, ''), language, notes));
  const buttons = place === undefined ? [] : blockButtons(labels, place);
  const bar = element('div', 'code-bar', element('span', 'code-language', language.slice(0, 30)), ...buttons);
  return element('div', 'code-block', ...(language === '' && buttons.length === 0 ? [] : [bar]), pre);
}

/** Each note stands below its line; the code between two notes is one piece, so that it can have its colours. */
function withNotes(code: string, language: string, notes: readonly LineNote[]): readonly Node[] {
  const lines = code.split('\n');
  const byLine = Map.groupBy(notes, ({ line }) => Math.min(line, lines.length));
  const nodes: Node[] = [];
  let from = 0;
  for (const [line, told] of [...byLine].toSorted(([one], [other]) => one - other)) {
    nodes.push(
      codePart([...lines.slice(from, line), ''], language),
      ...told.map(({ text }) => element('span', 'line-note', text)),
    );
    from = line;
  }
  return from < lines.length ? [...nodes, codePart(lines.slice(from), language)] : nodes;
}

function codePart(lines: readonly string[], language: string): HTMLElement {
  const part = codeElement(lines.join('\n'));
  if (language !== '') part.dataset['language'] = language.slice(0, 30);
  return part;
}

/** Code as it stands, with every hidden character made visible. */
export function codeElement(code: string): HTMLElement {
  const made = element('code', '');
  for (const { text, isHidden } of codePieces(code)) {
    made.append(isHidden ? element('span', 'hidden-character', text) : text);
  }
  return made;
}

function blockButtons({ copyCode, insertCode }: PanelLabels, place: BlockPlace): readonly HTMLElement[] {
  const labelled = { copy: copyCode, insert: insertCode };
  return (['copy', 'insert'] as const).map(use => {
    const button = messageButton('quiet', { kind: 'code', use, ...place }, labelled[use]);
    button.ariaLabel = `${labelled[use]} (${place.block + 1})`;
    return button;
  });
}
