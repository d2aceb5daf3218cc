import * as vscode from 'vscode';
import type { RecordList } from '../../core/shared/recordList.ts';
import type { Reviewed } from '../../interaction/asking/askRequest.ts';
import { FindingList } from '../../interaction/findings/findingList.ts';
import { registerFindingMarks } from '../present/findingMarks.ts';
import { registerFindingActions } from './findingActions.ts';
import { registerFindingCommands, type FindingParts } from './findingCommands.ts';
import { showFindings } from './showFindings.ts';
import { FindingsView } from './findingsView.ts';

/** What showing findings needs of the world. */
export interface FindingsParts extends Omit<FindingParts, 'list' | 'reveal'> {
  readonly dismissed: RecordList<{ readonly id: string }>;
}

/** What reviews have found: at its lines, in a view, and in the hands of the user. */
export class Findings implements vscode.Disposable {
  readonly #parts: FindingParts;
  readonly #registered: vscode.Disposable;

  constructor({ dismissed, ...parts }: FindingsParts) {
    const list = new FindingList({
      names: async () => new Set((await dismissed.list()).map(({ id }) => id)),
      add: id => dismissed.add({ id }),
      clear: () => dismissed.clear(),
    });
    const view = new FindingsView(list);
    this.#parts = { ...parts, list, reveal: finding => view.reveal(finding) };
    this.#registered = vscode.Disposable.from(
      view,
      registerFindingMarks(list),
      registerFindingActions(list),
      registerFindingCommands(this.#parts),
    );
  }

  /** Puts them to their lines. A string says why that was not done. */
  show(reviewed: Reviewed): Promise<string | undefined> {
    return showFindings(reviewed, this.#parts);
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
