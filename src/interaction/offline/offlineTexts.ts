import * as l10n from '@vscode/l10n';
import type { OfflinePhrases } from '../../assist/offlinePhrases.ts';

/** What answers without a model say around the facts. */
export const offlineTexts = (): OfflinePhrases => ({
  noModel: l10n.t(
    'This text does not come from a model, but from what the editor knows and what can be read from the code.',
  ),
  questionOpen: l10n.t('Your question itself is not answered.'),
  nothingKnown: l10n.t(
    'The language services found nothing more: no signature, no documentation, no problems, no references.',
  ),
  draft: l10n.t('This is a draft. Nothing is changed until you show it and accept it.'),
  place: (file, startLine, endLine) => l10n.t('In {0}, lines {1} to {2}.', file, startLine, endLine),
  extent: (lines, language) =>
    lines === 1 ? l10n.t('It is 1 line of {0}.', language) : l10n.t('It is {0} lines of {1}.', lines, language),
  symbol: (kind, name) => l10n.t('{0} {1}.', kind, name),
  line: line => l10n.t('line {0}', line),
  more: count => l10n.t('and {0} more', count),
  explain: explainTexts(),
  fix: fixTexts(),
  docs: docsTexts(),
  tests: testsTexts(),
  commit: commitTexts(),
  review: reviewTexts(),
  rename: {
    isOdd: (name, style) => l10n.t('Most names around {0} are written in {1}. In that style it would be', name, style),
    fits: name => l10n.t('Nothing in the way {0} is written stands out from the names around it.', name),
    cannot: l10n.t('A name that says more about the purpose takes a model: it depends on what the code means.'),
    reason: (style, count) =>
      l10n.t(
        '{0} names around it are written in {1}. Rename Symbol of the editor changes it everywhere.',
        count,
        style,
      ),
  },
});

const explainTexts = (): OfflinePhrases['explain'] => ({
  signature: l10n.t('Signature and documentation'),
  members: l10n.t('Members'),
  locals: l10n.t('Declared in it'),
  outermost: l10n.t('code outside of functions'),
  libraries: names => l10n.t('from libraries: {0}', names),
  problems: l10n.t('Problems'),
  uses: count => (count === 1 ? l10n.t('Used in one place') : l10n.t('Used in {0} places', count)),
  callers: l10n.t('Called by'),
  callees: l10n.t('Calls'),
  shape: l10n.t('Counted in the code'),
  comment: l10n.t('Its comment'),
  lines: count => (count === 1 ? l10n.t('1 line of code') : l10n.t('{0} lines of code', count)),
  branches: count => (count === 1 ? l10n.t('1 branch') : l10n.t('{0} branches', count)),
  loops: count => (count === 1 ? l10n.t('1 loop') : l10n.t('{0} loops', count)),
  depth: count => l10n.t('nested {0} deep', count),
  returns: count => l10n.t('{0} places that return', count),
  raises: names => l10n.t('throws {0}', names),
  waits: count => (count === 1 ? l10n.t('waits in 1 place') : l10n.t('waits in {0} places', count)),
});

const fixTexts = (): OfflinePhrases['fix'] => ({
  noProblems: l10n.t('The editor reports no problem here.'),
  noFixes: l10n.t('The editor offers no quick fix for it.'),
  preferred: l10n.t('recommended by its extension'),
  silences: l10n.t('only hides the problem'),
  drafted: title => l10n.t('With {0} it would be:', title),
  others: l10n.t('Quick fixes of the editor, the most useful first'),
});

const testsTexts = (): OfflinePhrases['tests'] => ({
  skeleton: (file, framework) =>
    l10n.t('The frame of a new file {0} for {1}. Which results are right is yours to write:', file, framework),
  addition: (file, framework) =>
    l10n.t('The frame of tests to add to {0} for {1}. Which results are right is yours to write:', file, framework),
  assumed: framework => l10n.t('The project does not say which test framework it uses: {0} is assumed.', framework),
  notExported: name => l10n.t('{0} is not exported. Until it is, the import fails.', name),
  noSkeleton: name => l10n.t('For {0} Steadfast knows no frame of tests.', name),
  noDeclaration: l10n.t('No function or class was found here that tests could call.'),
});

const reviewTexts = (): OfflinePhrases['review'] => ({
  problems: l10n.t('Problems that the editor reports'),
  noProblems: l10n.t('The editor reports no problem here.'),
  measures: l10n.t('Worth a look'),
  noMeasures: l10n.t('Nothing else stands out by its form.'),
  notJudged: l10n.t('No model has judged whether the code is right.'),
  long: (name, lines) => l10n.t('{0} has {1} lines of code.', name, lines),
  deep: (name, depth) => l10n.t('{0} is nested {1} deep.', name, depth),
  manyParameters: (name, count) => l10n.t('{0} has {1} parameters.', name, count),
  mark: mark => l10n.t('Left open: {0}', mark),
  debugging: text => l10n.t('Left from debugging: {0}', text),
  emptyHandler: l10n.t('An error is caught and nothing is done about it.'),
  conflict: l10n.t('A mark of a conflict.'),
  large: (file, lines) => l10n.t('{0} has {1} new lines.', file, lines),
  binary: file => l10n.t('{0} is binary: nothing of it can be seen here.', file),
  noTests: l10n.t('Code was changed, and no test with it.'),
});

const docsTexts = (): OfflinePhrases['docs'] => ({
  skeleton: l10n.t(
    'The frame of a comment with what can be read from the declaration. Write what is marked TODO yourself:',
  ),
  noDeclaration: l10n.t('No declaration was found here that a comment could be put to.'),
  hasComment: l10n.t('It has a comment already. A frame would only replace it, so there is no draft.'),
  notNamed: names => l10n.t('The comment does not name these parameters: {0}', names),
});

const commitTexts = (): OfflinePhrases['commit'] => ({
  message: l10n.t('It says what was changed. Why, the diff does not tell: that is yours to write.'),
  counts: (files, added, removed) =>
    files === 1
      ? l10n.t('1 file, {0} lines added, {1} removed.', added, removed)
      : l10n.t('{0} files, {1} lines added, {2} removed.', files, added, removed),
  kind: kind => l10n.t('The kind {0} follows from the files or the branch.', kind),
  kindUnknown: l10n.t('Earlier messages begin with a kind. Which one this is, the files do not tell: add it yourself.'),
  noChange: l10n.t('No changed file could be read in the diff.'),
});
