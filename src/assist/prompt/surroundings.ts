import { fitPrompt } from '../../core/prompt/fitPrompt.ts';
import type { Shrinks, TextPart } from '../../core/model/prompt.ts';
import type { Outline } from './outline.ts';

/** The text around a selection, and what of it matters more than its distance says. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly outline?: Outline;
}

/** As much of the surroundings as helps, in estimated tokens, together; what is more dilutes. */
export const surroundingTokens = 1_500;

/**
 * The surroundings in at most so many tokens, with marks where lines are left out: what the outline names, and the
 * lines nearest to the selection. The very same when they are small.
 */
export function nearest(around: Surroundings, mostTokens = surroundingTokens): Surroundings {
  const { before, after, outline = nothing } = around;
  const prompt = {
    template: '',
    parts: [
      side({ name: 'before', text: before, focus: 'end', keep: outline.before }),
      side({ name: 'after', text: after, focus: 'start', keep: outline.after }),
      selection,
    ],
  };
  const fitted = fitPrompt(prompt, mostTokens);
  if (fitted === 'too-long' || fitted.prompt === prompt) return around;
  const [ofBefore, ofAfter] = ['before', 'after'].map(name => fitted.prompt.parts.find(each => each.name === name));
  return {
    before: ofBefore?.text ?? '',
    after: ofAfter?.text ?? '',
    outline: { before: ofBefore?.shrinks?.keep ?? [], after: ofAfter?.shrinks?.keep ?? [] },
  };
}

const nothing: Outline = { before: [], after: [] };
const selection: TextPart = { kind: 'text', name: 'selection', role: 'user', text: '', priority: 100 };

const side = ({
  focus,
  keep,
  ...part
}: Pick<TextPart, 'name' | 'text'> & Pick<Shrinks, 'focus' | 'keep'>): TextPart => ({
  ...part,
  kind: 'text',
  role: 'user',
  priority: 0,
  shrinks: { headLines: 0, tailLines: 0, focus, keep },
});
