import { dashboardRanges, type DashboardLabels, type DashboardRange } from '../../src/shared/dashboardProtocol.ts';
import { element } from '../panel/element.ts';

/** The choice of the time that is looked at: radio buttons, so that arrow keys move between them. */
export class RangePicker {
  readonly element = element('fieldset', 'ranges');
  readonly #legend = element('legend', 'visually-hidden');
  readonly #choices = new Map<DashboardRange, { readonly input: HTMLInputElement; readonly label: HTMLElement }>();

  constructor(onChoice: (range: DashboardRange) => void) {
    this.element.append(this.#legend);
    for (const range of dashboardRanges) {
      const input = element('input', '');
      Object.assign(input, { type: 'radio', name: 'range', value: range });
      input.addEventListener('change', () => input.checked && onChoice(range));
      const label = element('span', '');
      this.#choices.set(range, { input, label });
      this.element.append(element('label', '', input, label));
    }
  }

  update(range: DashboardRange, labels: DashboardLabels): void {
    this.#legend.textContent = labels.range;
    for (const [name, { input, label }] of this.#choices) {
      label.textContent = labels.ranges[name];
      input.checked = name === range;
    }
  }
}
