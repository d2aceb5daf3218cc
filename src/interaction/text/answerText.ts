import * as l10n from '@vscode/l10n';
import { cleanLine } from './cleanText.ts';
import type { Degradation, Sign, SignCode } from '../../core/model/answer.ts';

/** What was found in an answer, as a sentence; with the line where it is known. */
export function signText(sign: Sign): string {
  const { line } = sign.facts;
  return line === undefined ? factText(sign) : l10n.t('{0} (line {1})', factText(sign), line);
}

/** The same for where it stands at its line. */
export function factText({ code, facts }: Sign): string {
  const { line: _, used, ...rest } = facts;
  if (used !== undefined)
    return l10n.t(
      '{0} Only told, because you have used {1} such answers.',
      factText({ code, weight: 'fact', facts: rest }),
      used,
    );
  if (Object.hasOwn(signs, code)) return signs[code](rest);
  return l10n.t('A newer version of Steadfast has found: {0}', cleanLine(code, 60)); // codes are open on disk
}

const factIn = (facts: Sign['facts'], name: string): string => cleanLine(String(facts[name] ?? ''), 60);

const namesIn = (names: string | number | undefined): string => cleanLine(String(names ?? ''), 120);

/** `<` became `<=`; undefined: what has changed is too long to be shown. */
function changeText(facts: Sign['facts']): string | undefined {
  const [before, after] = [factIn(facts, 'before'), factIn(facts, 'after')];
  return before === '' && after === '' ? undefined : l10n.t('{0} became {1}.', before, after);
}

/** U+E000 to U+F8FF, planes 15 and 16. */
const isForPrivateUse = /^U\+(?:E[0-9A-F]{3}|F[0-8][0-9A-F]{2}|F[0-9A-F]{4}|10[0-9A-F]{4})$/;

const signs = {
  empty: () => l10n.t('The answer is empty.'),
  elided: () => l10n.t('Parts of the code are left out, as in “rest unchanged”.'),
  'left-out': ({ lines }) =>
    l10n.t('{0} lines of code are gone, and only a comment or a stub stands in their place.', lines ?? 0),
  'ends-early': ({ lines }) => l10n.t('It breaks off before the end of the code; missing lines: {0}.', lines ?? 0),
  artefacts: () => l10n.t('It holds marks of the model’s own format, which are not code.'),
  declines: () => l10n.t('It seems to decline instead of answering.'),
  'only-code': () => l10n.t('It is code without an explanation.'),
  'other-names': ({ names, missing }) =>
    l10n.t(
      'Of the {0} names that it speaks of, {1} are not in the code: it may be about other code.',
      names ?? 0,
      missing ?? 0,
    ),
  'unclosed-fence': () => l10n.t('A code block is not closed: the answer may be cut off.'),
  'no-code': () => l10n.t('It contains no code, although code was requested.'),
  'several-blocks': () => l10n.t('There are several code blocks, and it is not clear which one to use.'),
  'wrong-language': facts => {
    const found = factIn(facts, 'found');
    return found ? l10n.t('The code is in another language: {0}.', found) : l10n.t('The code is in another language.');
  },
  'does-not-parse': ({ place }) =>
    place === 'elsewhere'
      ? l10n.t('The code does not fit in the place where it would be inserted.')
      : l10n.t('The code has a syntax error.'),
  unbalanced: () => l10n.t('Brackets or quotes do not match.'),
  'cut-at-length': () => l10n.t('It was cut off at the length limit.'),
  repeats: ({ times }) => (times ? l10n.t('It repeats itself {0} times.', times) : l10n.t('It repeats itself.')),
  'much-shorter': ({ percent }) =>
    percent
      ? l10n.t('It is much shorter than the code that was sent: {0} % of it.', percent)
      : l10n.t('It is much shorter than the code that was sent.'),
  unchanged: () => l10n.t('It is the same code that was sent, without any change.'),
  'surroundings-repeated': () => l10n.t('It repeats code from around the selection, which would then be there twice.'),
  'prompt-cut': () =>
    l10n.t('Its server read only a part of what was sent, it seems: its context window is too small.'),
  'line-numbers': () => l10n.t('Each line begins with its number.'),
  'escaped-entities': () => l10n.t('Special characters are escaped as in HTML: {0} instead of {1}.', '&amp;', '&'),
  'escaped-line-ends': () => l10n.t('The code is on one line, with {0} instead of line breaks.', '\\n'),
  'edit-marks': () => l10n.t('It holds marks of a patch or a merge, which are not code.'),
  'hidden-characters': facts => {
    const found = factIn(facts, 'character');
    if (isForPrivateUse.test(found))
      return l10n.t('It contains a character that most fonts do not show, and others draw as they like: {0}.', found);
    return found
      ? l10n.t('It contains an invisible character: {0}.', found)
      : l10n.t('It contains invisible characters.');
  },
  'mixed-scripts': facts => {
    const found = factIn(facts, 'character');
    return l10n.t('A name mixes Latin letters with one of another script that looks the same: {0}.', found);
  },
  'mark-left': () => l10n.t('It holds a mark in place of a hidden character, so it cannot be applied as it is.'),
  'placeholder-lost': () => l10n.t('A masked secret is missing or changed, so it cannot be restored.'),
  'placeholder-moved': ({ before, after }) =>
    before
      ? l10n.t('A masked secret has moved: from line {0} to line {1}.', before, after ?? 0)
      : l10n.t('A masked secret is now in one more place: line {0}.', after ?? 0),
  'placeholder-printed': ({ line }) =>
    l10n.t('A secret moved into a call that prints it (line {0}): whoever reads the output can read it.', line ?? 0),
  'placeholder-in-address': () => l10n.t('A masked secret would have gone into an address; it was left out there.'),
  'address-added': ({ name }) =>
    name
      ? l10n.t('Your code holds secrets, and this adds a network call: {0}.', cleanLine(String(name), 60))
      : l10n.t('Your code holds secrets, and this adds an address.'),
  'not-assessed': () => l10n.t('It could not be checked.'),
  'unknown-names': ({ names, count }) =>
    l10n.t(
      'It speaks of names that stand nowhere in what was sent ({0}): {1}',
      count ?? 0,
      cleanLine(String(names ?? ''), 120),
    ),
  'unknown-lines': facts => l10n.t('It speaks of lines that are in nothing that was sent: {0}', factIn(facts, 'lines')),
  'names-lost': ({ names }) => l10n.t('It is used here and no longer declared: {0}', namesIn(names)),
  'names-missing': ({ names, count }) =>
    count === 1
      ? l10n.t('{0} stands nowhere in this file. Check that it exists and is imported.', namesIn(names))
      : l10n.t(
          '{0} names stand nowhere in this file. Check that they exist and are imported: {1}',
          count ?? 0,
          namesIn(names),
        ),
  'members-missing': ({ names }) => l10n.t('The language’s own library does not have it: {0}', namesIn(names)),
  'packages-missing': ({ names }) =>
    l10n.t('It is new to this file, and not known to be installed: {0}', namesIn(names)),
  'other-language': () => l10n.t('It is written in another language than your question.'),
  'cut-sentence': () => l10n.t('It seems to break off in the middle of a sentence.'),
  'prompt-echoed': () => l10n.t('It repeats what the model was told to do.'),
  'odd-signs': facts =>
    l10n.t('It holds a sign that is printed in texts and means nothing in code: {0}', factIn(facts, 'sign')),
  'other-code': facts => l10n.t('It may be other code: {0} is not in it.', factIn(facts, 'name')),
  'code-gone': ({ lines }) =>
    lines === 1 ? l10n.t('A line of code is gone here.') : l10n.t('{0} lines of code are gone here.', lines ?? 0),
  'declaration-gone': facts => l10n.t('{0} is gone.', factIn(facts, 'name')),
  'comments-gone': ({ lines }) =>
    lines === 1
      ? l10n.t('A line of comments is gone here.')
      : l10n.t('{0} lines of comments are gone here.', lines ?? 0),
  'signature-changed': facts => l10n.t('The declaration of {0} has changed.', factIn(facts, 'name')),
  'operator-changed': facts => changeText(facts) ?? l10n.t('An operator has changed.'),
  'literal-changed': facts => changeText(facts) ?? l10n.t('A value has changed.'),
  'condition-negated': () => l10n.t('A condition is now its opposite.'),
  'condition-shorter': () => l10n.t('A part of a condition is gone here.'),
  'asserts-nothing': () => l10n.t('These tests check nothing but that no error is thrown.'),
  'tests-skipped': () => l10n.t('A test is skipped: it is never run.'),
  'documents-nothing': () => l10n.t('The comment says nothing: it is empty or still to be filled in.'),
  'other-parameters': ({ names }) =>
    l10n.t('It documents parameters that the code does not have: {0}', String(names ?? '')),
  'no-message': () => l10n.t('It is not one commit message.'),
  'unknown-references': ({ names }) =>
    l10n.t('It refers to something that is not in the change: {0}', String(names ?? '')),
  'await-gone': () => l10n.t('What was waited for before is not waited for now.'),
  'arguments-swapped': () => l10n.t('Two things have changed places.'),
  'more-changes': ({ count }) => l10n.t('And {0} more changes of this kind.', count ?? 0),
  'beyond-asked': ({ asked }) => beyondText(String(asked)),
  'new-error': facts => newErrorText(cleanLine(String(facts['message'] ?? ''), 160), factIn(facts, 'source')),
  agrees: facts =>
    l10n.t('Another model wrote the same code: {0}. That does not make it right.', factIn(facts, 'model')),
  disagrees: facts =>
    l10n.t(
      'Another model wrote other code in {0} of {1} lines: {2}.',
      facts['differing'] ?? '?',
      facts['lines'] ?? '?',
      factIn(facts, 'model'),
    ),
  'ran-well': facts => l10n.t('{0} ran without an error.', factIn(facts, 'name')),
  'ran-badly': facts => ranBadlyText(factIn(facts, 'name'), facts),
  'names-found': () => l10n.t('No unknown name was found in it.'),
  compared: () => l10n.t('It was compared with your code, line by line.'),
  parses: ({ place }) =>
    place === 'alone'
      ? l10n.t('The code, read by itself, has no syntax error.')
      : l10n.t('The code has no syntax error.'),
  balanced: () => l10n.t('Brackets and quotes match.'),
} as const satisfies Record<SignCode, (facts: Sign['facts']) => string>;

/** Of a language service it is known who it is and that it has seen the whole project. */
const newErrorText = (message: string, source: string): string =>
  source === ''
    ? l10n.t('TypeScript, which looked at this file alone, says: {0}', message)
    : l10n.t('Since the edit was accepted, {0} reports: {1}', source, message);

function ranBadlyText(name: string, { exit, failed }: Sign['facts']): string {
  if (failed !== undefined) return l10n.t('Of the tests in {0}, {1} failed.', name, failed);
  return l10n.t('{0} ended with an error ({1}). It may have done so before, too.', name, exit ?? '?');
}

function beyondText(asked: string): string {
  if (asked === 'comments') return l10n.t('Comments were asked for, and code has changed, too.');
  if (asked === 'layout') return l10n.t('Another layout was asked for, and code has changed, too.');
  if (asked === 'names') return l10n.t('Another name was asked for, and more than names has changed.');
  if (asked === 'logging') return l10n.t('Logging was asked for, and other code has changed or is gone.');
  return l10n.t('Types were asked for, and other code has changed or is gone.');
}

/** In which way an answer is less than what was asked for, as a sentence. */
export const degradationText = (degradation: Degradation): string => degradations[degradation]();

const degradations = {
  partial: () => l10n.t('The answer is incomplete: the rest did not arrive.'),
  stale: () => l10n.t('This is an older answer to the same question, because no model could answer.'),
  similar: () => l10n.t('This is an answer to a similar question, not to yours, because no model could answer.'),
  offline: () => l10n.t('This does not come from a model: it is what the editor itself knows about the code.'),
  'smaller-model': () => l10n.t('A smaller model than usual has answered.'),
  trimmed: () => l10n.t('Less of your code was sent than usual, because of the size limit.'),
  predefined: () => l10n.t('No model gave an answer in the right format, so a predefined answer is used.'),
} as const satisfies Record<Degradation, () => string>;
