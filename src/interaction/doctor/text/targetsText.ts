import * as l10n from '@vscode/l10n';
import { settingProblemText } from '../../settings/settingProblemText.ts';
import { cleanLine } from '../../text/cleanText.ts';
import { retirementText } from '../../status/retirementText.ts';
import type { HeldBecause, NamedTarget, TargetFinding } from '../checks/checkTargets.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of the targets. */
export function targetsText(finding: TargetFinding): DoctorLine {
  const subject = l10n.t('Models');
  switch (finding.code) {
    case 'none':
      return line(subject, l10n.t('none is set up, and none was found on this machine. No question can be answered.'));
    case 'none-local':
      return line(subject, l10n.t('only this machine may be asked, and no model on it is set up.'));
    case 'empty-chain':
      return line(
        subject,
        l10n.t('models are listed, but the setting steadfast.chain names none of them, so none is asked.'),
      );
    case 'found-here':
      return line(
        subject,
        l10n.t('none is set up. The next question would ask what was found here: {0}', names(finding.targets)),
      );
    case 'chain':
      return line(
        subject,
        finding.isAutomatic
          ? l10n.t('asked in this order, chosen by your keys: {0}', names(finding.targets))
          : l10n.t('asked in this order: {0}', names(finding.targets)),
      );
    case 'left-out':
      return line(l10n.t('Not asked'), l10n.t('listed, but not in use: {0}', names(finding.targets)));
    case 'held':
      return line(cleanLine(finding.label, 60), heldTexts[finding.because]());
    case 'retired':
      return line(cleanLine(finding.label, 60), `${retirementText(finding)}.`);
    case 'unknown-in-chain':
      return line(l10n.t('Setting'), l10n.t('steadfast.chain[{0}]: There is no model with this id.', finding.at));
    case 'setting':
      return line(l10n.t('Setting'), settingProblemText(finding.problem));
  }
}

/** A chain may be long. */
const mostNamed = 12;

function names(targets: readonly NamedTarget[]): string {
  const shown = targets.slice(0, mostNamed).map(({ label }) => cleanLine(label, 60));
  const rest = targets.length - shown.length;
  return rest > 0 ? l10n.t('{0} and {1} more', shown.join(', '), rest) : shown.join(', ');
}

const heldTexts: Readonly<Record<HeldBecause, () => string>> = {
  paused: () => l10n.t('is paused, by you.'),
  circuit: () => l10n.t('is paused, because it failed repeatedly.'),
  cooldown: () => l10n.t('is not asked at the moment, after what it said last.'),
};
