import { Highlighter } from './colours/highlighter.ts';

/**
 * Colours the panel's code. A script of its own, after the panel's: the panel is there before it, does not know it, and is
 * the same without it.
 */
const restMs = 60; // as often as the panel draws what streams in
const highlighter = new Highlighter();
let timer: number | undefined;

const colourSoon = (): void => {
  timer ??= setTimeout(() => {
    timer = undefined;
    highlighter.colour(document.body);
  }, restMs);
};

new MutationObserver(colourSoon).observe(document.body, { childList: true, characterData: true, subtree: true });
colourSoon();
