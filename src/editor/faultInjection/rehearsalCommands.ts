import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Circuits } from '../../core/resilience/circuits.ts';
import type { Clock } from '../../core/model/clock.ts';
import { FaultInjection, type Script } from '../../core/faultInjection.ts';
import { registerCommand, setContext } from '../platform/registerCommand.ts';
import { rehearseFailure, type RehearseParts } from '../../interaction/faultInjection/rehearseFailure.ts';
import { rehearsalSentence } from '../../interaction/faultInjection/rehearsalText.ts';
import type { Rehearsals } from '../../interaction/faultInjection/rehearsals.ts';

/** What the commands about rehearsals need of the world. */
export interface RehearsalCommandParts extends Omit<RehearseParts, 'start'> {
  readonly rehearsals: Rehearsals;
  /** The real ones. */
  readonly circuits: Circuits;
  /** New ones, which no other window and no disk hears of. */
  readonly makeCircuits: () => Circuits;
  readonly clock: Clock;
  readonly labelOf: (target: string) => string;
}

/** How long the status bar confirms that it is over, ms. */
const confirmationMs = 6_000;

/** The commands that begin and end a rehearsal; says so when one is over. */
export function registerRehearsal(parts: RehearsalCommandParts): vscode.Disposable {
  const { rehearsals } = parts;
  let wasOn = false;
  const stop = rehearsals.onDidChange(() => {
    const isOn = rehearsals.current !== undefined;
    if (isOn === wasOn) return;
    wasOn = isOn;
    void setContext('steadfast.rehearsing', isOn);
    if (!isOn)
      vscode.window.setStatusBarMessage(l10n.t('The simulation is over; everything is real again'), confirmationMs);
  });
  return vscode.Disposable.from(
    registerCommand('steadfast.rehearseFailure', given =>
      rehearseFailure({ ...parts, start: script => begin(script, parts) }, given),
    ),
    registerCommand('steadfast.endRehearsal', () => rehearsals.end()),
    {
      dispose: () => {
        stop();
        rehearsals.end();
      },
    },
  );
}

/** A target that the user has paused stays so. */
function begin(script: Script, { rehearsals, circuits, targets, ...parts }: RehearsalCommandParts): void {
  const { clock, makeCircuits, labelOf } = parts;
  const rehearsal = rehearsals.start(
    onEnd => new FaultInjection({ clock, script, circuits: makeCircuits(), onEnd }),
    playing => rehearsalSentence(playing, labelOf),
  );
  for (const target of targets()) {
    if (circuits.of(target).state.is === 'paused') rehearsal.circuits.of(target).pause();
  }
}
