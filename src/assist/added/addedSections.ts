import type { TextPart } from '../../core/model/prompt.ts';
import { block, flat, shrinks } from '../prompt/sections.ts';
import type { AddedText } from './addedText.ts';

/** What the user has added, each in a section of its own; no evidence: with another text it is another question. */
export const addedSections = (added: readonly AddedText[] = []): readonly TextPart[] =>
  added.flatMap(({ title, language, text }) =>
    block({
      name: 'added',
      priority: 70,
      title: `The user has added: ${flat(title)}`,
      text,
      info: flat(language).replaceAll(' ', '-'),
      shrinks: shrinks('start'),
    }),
  );
