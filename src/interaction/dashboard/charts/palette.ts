import { cleanLine } from '../../text/cleanText.ts';
import * as l10n from '@vscode/l10n';
import { looks, type NamedLook } from '../../../shared/dashboardProtocol.ts';
import { looksLikeKey } from '../../settings/looksLikeKey.ts';

/** So many targets have a look of their own. */
const mostTargets = looks.others;
const longestLabel = 60;

/**
 * Which target looks how. The busiest at first sight get looks of their own and keep them, so that no colour changes its meaning
 * while somebody watches; all others share one.
 */
export class Palette {
  readonly #ids: string[] = [];
  readonly #labelOf: (target: string) => string;

  constructor(labelOf: (target: string) => string) {
    this.#labelOf = labelOf;
  }

  /** Gives looks to these targets as long as there are any, the one with the most first. */
  see(weights: ReadonlyMap<string, number>): void {
    const found = [...weights].filter(([id, weight]) => weight > 0 && !this.#ids.includes(id));
    for (const [id] of found.toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)))
      if (this.#ids.length < mostTargets) this.#ids.push(id);
  }

  lookOf(id: string): number {
    const at = this.#ids.indexOf(id);
    return at < 0 ? looks.others : at;
  }

  /** Every look that is in use by these targets, with its name. */
  seriesOf(ids: Iterable<string>): readonly NamedLook[] {
    const used = new Set([...ids].map(id => this.lookOf(id)));
    const named = this.#ids.map((id, look) => ({ name: this.nameOf(id), look }));
    return [...named, { name: l10n.t('Other models'), look: looks.others }].filter(({ look }) => used.has(look));
  }

  /** What the user calls a target, on one line; what looks like a key is not shown. */
  nameOf(id: string): string {
    const name = [this.#labelOf(id), id].find(each => !looksLikeKey(each)) ?? l10n.t('A model');
    return cleanLine(name, longestLabel);
  }
}
