import type { Prompt } from '../core/model/prompt.ts';
import type { SignCode } from '../core/model/answer.ts';

/**
 * The same prompt, told what was wrong with the last answer. For the model's eyes, therefore not translated. Another
 * template name keeps it apart in the cache.
 */
export function rephrased(prompt: Prompt, signs: readonly SignCode[]): Prompt {
  const faults = signs.flatMap(code => hints[code] ?? []);
  const text = `An earlier answer to this was not usable. ${faults.join(' ')} Answer again, and avoid that.`;
  const section = {
    kind: 'text',
    name: 'rephrase',
    role: 'user',
    text: text.replace(/ {2,}/g, ' '),
    priority: 95,
  } as const;
  return { template: `${prompt.template}${mark}`, parts: [...prompt.parts, section] };
}

/**
 * The same, where one of the signs can be told in words, and the prompt tells none yet; undefined: to ask again so would be to ask
 * the same.
 */
export function rephrasedOnce(prompt: Prompt, signs: readonly SignCode[]): Prompt | undefined {
  const isTold = prompt.template.endsWith(mark);
  return isTold || signs.every(code => hints[code] === undefined) ? undefined : rephrased(prompt, signs);
}

const mark = '+rephrased';

const hints: Partial<Record<SignCode, string>> = {
  empty: 'It was empty.',
  elided: 'It left parts of the code out and marked them with a comment: write every line.',
  'ends-early': 'It broke off before the end of the code: write it to its last line.',
  'left-out': 'It left code out and put a comment or a stub in its place: write every line.',
  'asserts-nothing': 'Its tests asserted nothing: assert what the code does.',
  'documents-nothing': 'Its comment said nothing: write what the code is for.',
  'no-message': 'It was not one commit message: write exactly one, with a short first line.',
  artefacts: 'It held marks of a chat format or stood in JSON: write the code alone.',
  declines: 'It declined to answer: answer as far as the code tells, and say what it does not tell.',
  'only-code': 'It was code alone: answer in words.',
  'other-names': 'It spoke of names that are not in the code: speak of the code that was sent.',
  'unclosed-fence': 'Its code block was not closed.',
  'no-code': 'It held no code block: answer with exactly one fenced code block.',
  'several-blocks': 'It held several code blocks: answer with exactly one.',
  'wrong-language': 'Its code was in another language.',
  'does-not-parse': 'Its code did not parse.',
  unbalanced: 'Its brackets or quotes were not balanced.',
  'cut-at-length': 'It was cut at the length limit: be shorter.',
  repeats: 'It repeated itself.',
  'much-shorter': 'It was much shorter than the code it replaces.',
  unchanged: 'It returned the code unchanged.',
  'surroundings-repeated':
    'It repeated code that stands around the selection: answer with the code in place of the selection alone.',
  'line-numbers': 'It began each line with its number: write the code alone.',
  'escaped-entities': 'It wrote signs as entities, such as &amp;: write the signs themselves.',
  'escaped-line-ends': 'It wrote \\n in place of new lines.',
  'edit-marks': 'It held marks of a patch or a merge: write the code alone, as it shall stand there.',
  'cut-sentence': 'It broke off amid a sentence: end it.',
  'prompt-echoed': 'It repeated the instructions: follow them.',
  'comments-gone': 'It left out comments: keep every comment that the instruction does not speak of.',
  'odd-signs': 'It held signs of print, such as “ or ，, in the code: write the signs of the language.',
  'other-code': 'It was other code than what was sent: change the code that was sent.',
  'names-lost': 'It renamed or removed what declares a name that it still uses.',
  'names-missing':
    'It used names that stand nowhere in the file: use what is there, or declare or import what you use.',
  'members-missing': 'It used members that the standard library does not have.',
  'packages-missing': 'It imported packages that are not installed: use what is there.',
  'hidden-characters': 'It contained invisible characters.',
  'placeholder-moved': 'It moved a placeholder: leave each where it stood.',
  'placeholder-printed': 'It printed or logged what a placeholder stands for: never do that.',
  'placeholder-in-address': 'It put a placeholder into an address or a network call: never do that.',
  'mixed-scripts': 'It held a name that mixes Latin with look-alike letters of another script.',
  'mark-left': 'It held a ⟦hidden …⟧ mark that does not stand in the code: write no marks of your own.',
  'placeholder-lost': 'It lost or changed a placeholder: keep every placeholder exactly as it stands.',
};
