import { mutationsOf, type Mutation } from './mutation.ts';

/** How far an answer is said to be trusted, and what the user's decisions make of that. */
export const trust: readonly Mutation[] = [
  ...mutationsOf(
    'src/core/confidence/about/aboutTests.ts',
    ['test/core/confidence/about/aboutTests.test.ts'],
    [
      ['what holds anyway counts as a check', '(isTrivial && asserts.length === 1)', 'false'],
      ['a shell script must assert, too', " || !families.has(familyOf(language) ?? '')", ''],
      ['a skipped test is not told', 'skipped < 0', 'true'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/about/aboutDocs.ts',
    ['test/core/confidence/about/aboutDocs.test.ts'],
    [
      ['what is to be filled in says something', '.replace(placeholders', '.replace(frame'],
      ['a parameter that is taken apart is none', ' && !isOfPattern(about.code, name)', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/about/aboutMessage.ts',
    ['test/core/confidence/about/aboutMessage.test.ts'],
    [
      ['a list is a message', ' || isList', ''],
      ['a standard is a task', '!known.test(each) && ', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/feedback/demotedSigns.ts',
    ['test/core/feedback/demotedSigns.test.ts'],
    [
      ['signs about secrets are made less', 'if (securitySigns.has(code)) continue;', ''],
      ['every workspace decides for all', 'if (where !== place) continue;', ''],
      ['what else was noticed is judged, too', 'signs.slice(0, doubts)', 'signs'],
      ['one click is enough', 'right: 9, wrong: 1', 'right: 1, wrong: 1'],
      ['what is discarded speaks against a sign', "isHelpful ? 'wrong' : 'right'", "'wrong'"],
    ],
  ),
  ...mutationsOf(
    'src/assist/agreement/agreementSign.ts',
    ['test/assist/agreement/agreementSign.test.ts'],
    [
      ['a refusal is an answer', "finish === 'refused' ? undefined : codeIn(text, expects)", 'codeIn(text, expects)'],
      ['other code agrees', "relation === 'differ'", "relation === 'renamed'"],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/withDemoted.ts',
    ['test/core/confidence/withDemoted.test.ts'],
    [
      [
        'a hard fact is made less',
        "sign.weight === 'soft' ? demoted.get(sign.code) : undefined",
        'demoted.get(sign.code)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/feedback/reliability.ts',
    ['test/core/feedback/reliability.test.ts'],
    [
      ['few outcomes are enough', 'own.length < leastOutcomes', 'own.length < 100'],
      ['a higher score may be said to be worse', 'shareIn(last) > shareIn(pool)', 'false'],
      [
        'all that were good make it certain',
        "(sum(pool, 'good') + 1) / (sum(pool, 'of') + 2)",
        "sum(pool, 'good') / sum(pool, 'of')",
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/withLateSigns.ts',
    ['test/core/confidence/withLateSigns.test.ts'],
    [
      ['a run outweighs a doubt', "anew.tier !== 'doubtful' &&", ''],
      ['an earlier run that failed stays', "!names.has(sign.facts['name'])", 'true'],
      ['what is only told decides anew', 'if (ran.length === 0)', 'if (late.length === 0)'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/execution/checkByRunning.ts',
    ['test/interaction/execution/checkByRunning.test.ts'],
    [
      ['what was stopped has failed', 'if (exitCode === undefined)', 'if (exitCode === -1)'],
      ['a file may change meanwhile', '(await files.stamp(edited)) !== before', 'before === undefined'],
      ['what is not saved is run', 'if (!chosen || !(await isSaved(edited, parts)))', 'if (!chosen)'],
      ['an edit that was taken back stands', 'filter(({ bringsBack }) => !bringsBack)', 'filter(() => true)'],
      ['tasks are run anywhere', 'if (!isTrusted())', 'if (isTrusted === undefined)'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/text/trustText.ts',
    ['test/interaction/text/trustText.test.ts'],
    [
      ['the meaning was checked', "l10n.t('{0} checked, meaning not', looked.join(', '))", "looked.join(', ')"],
      ['only the first reason counts', 'if (others.length === 0) return because;', 'return because;'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/feedback/giveFeedback.ts',
    ['test/interaction/feedback/giveFeedback.test.ts'],
    [
      ['what is put aside is decided', "decision === 'kept' ||", ''],
      ['what was never doubted is decided', ' || doubtsIn(answer.confidence?.signs ?? []).length === 0', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/feedback/sharedFeedback.ts',
    ['test/core/feedback/sharedFeedback.test.ts'],
    [['a decision hides the word', '[...this.#decided, ...this.#said]', '[...this.#said, ...this.#decided]']],
  ),
];
