import type { PanelLabels } from '../../src/shared/protocol.ts';
import { element } from './element.ts';
import { codePieces } from './hiddenCharacters.ts';
import { messageButton } from './messageButton.ts';

/** Which block of which turn a code block is, for its buttons. */
export interface BlockPlace {
  readonly turn: string;
  readonly block: number;
}

/** A block of code with its language, and with Copy and Insert when it has a place. */
export function codeBlock(code: string, language: string, labels: PanelLabels, place?: BlockPlace): HTMLElement {
  const shown = codeElement(code.replace(/\n$/, ''));
  if (language !== '') shown.dataset['language'] = language.slice(0, 30);
  const pre = element('pre', '', shown);
  const buttons = place === undefined ? [] : blockButtons(labels, place);
  const bar = element('div', 'code-bar', element('span', 'code-language', language.slice(0, 30)), ...buttons);
  return element('div', 'code-block', ...(language === '' && buttons.length === 0 ? [] : [bar]), pre);
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
