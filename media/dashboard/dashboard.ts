import type {
  ChartId,
  ChartView,
  DashboardView,
  FromDashboard,
  ToDashboard,
} from '../../src/shared/dashboardProtocol.ts';
import { element } from '../panel/element.ts';
import { replaceNodes } from '../panel/replaceNodes.ts';
import { ChartSection, type SectionParts } from './chartSection.ts';
import { onInksChange, readInks } from './inks.ts';
import { RangePicker } from './rangePicker.ts';
import type { SavedDashboard } from './savedDashboard.ts';

export interface DashboardEvents {
  readonly post: (message: FromDashboard) => void;
  readonly save: (state: SavedDashboard) => void;
}

/** The whole page: what time is looked at, what the numbers rest on, and the charts. */
export class Dashboard {
  readonly #title = element('h1', '');
  readonly #basis = element('p', 'basis');
  readonly #charts = element('div', 'charts');
  readonly #ranges: RangePicker;
  readonly #events: DashboardEvents;
  readonly #sections = new Map<ChartId, ChartSection>();
  readonly #shown = new Map<ChartId, ChartView>();
  #state: SavedDashboard;
  #view: DashboardView | undefined;
  #inks = readInks();
  #isInkDue = false;

  constructor(root: HTMLElement, state: SavedDashboard, events: DashboardEvents) {
    this.#state = state;
    this.#events = events;
    this.#ranges = new RangePicker(range => {
      this.#save({ range });
      events.post({ kind: 'range', range });
    });
    root.append(
      element('main', '', element('header', 'page', this.#title, this.#ranges.element), this.#basis, this.#charts),
    );
    onInksChange(() => this.#inkAnew());
    document.addEventListener('scrollend', () => this.#save({ scrollTop: document.documentElement.scrollTop }));
    this.#ranges.element.hidden = true; // its words come with the first view
    this.#save({});
  }

  receive(message: ToDashboard): void {
    if (message.kind === 'view') return this.#show(message.view);
    if (!this.#view) return; // it asks for all of it when it is ready
    this.#basis.textContent = message.basis;
    for (const chart of message.charts) this.#draw(chart, this.#partsOf(this.#view));
  }

  #show(view: DashboardView): void {
    const isFirst = this.#view === undefined;
    this.#view = view;
    this.#title.textContent = view.title;
    this.#basis.textContent = view.basis;
    this.#ranges.element.hidden = false;
    this.#ranges.update(view.range, view.labels);
    if (view.range !== this.#state.range) this.#save({ range: view.range }); // the extension has chosen it
    const parts = this.#partsOf(view);
    const ids = view.charts.map(({ id }) => id);
    for (const id of this.#sections.keys()) if (!ids.includes(id)) this.#forget(id);
    for (const chart of view.charts) this.#sectionOf(chart, parts);
    replaceNodes(
      this.#charts,
      ids.flatMap(id => this.#sections.get(id)?.element ?? []),
    );
    for (const chart of view.charts) this.#draw(chart, parts);
    if (isFirst) document.documentElement.scrollTop = this.#state.scrollTop;
  }

  #partsOf({ language, timeZone, labels }: DashboardView): SectionParts {
    return { inks: this.#inks, language, timeZone, labels };
  }

  #sectionOf(chart: ChartView, parts: SectionParts): void {
    if (this.#sections.has(chart.id)) return;
    const section = new ChartSection(chart, parts, this.#state.tables.includes(chart.id));
    section.onToggle(() => this.#save({ tables: this.#tables() }));
    this.#sections.set(chart.id, section);
  }

  #draw(chart: ChartView, parts: SectionParts): void {
    this.#shown.set(chart.id, chart);
    this.#sections.get(chart.id)?.update(chart, parts);
  }

  #forget(id: ChartId): void {
    this.#sections.get(id)?.element.remove();
    this.#sections.delete(id);
    this.#shown.delete(id);
  }

  #tables(): readonly ChartId[] {
    return [...this.#sections].filter(([, section]) => section.isTable).map(([id]) => id);
  }

  /** A theme changes many attributes at once. */
  #inkAnew(): void {
    if (this.#isInkDue) return;
    this.#isInkDue = true;
    requestAnimationFrame(() => {
      this.#isInkDue = false;
      this.#inks = readInks();
      if (!this.#view) return;
      for (const chart of this.#shown.values()) this.#draw(chart, this.#partsOf(this.#view));
    });
  }

  #save(change: Partial<SavedDashboard>): void {
    this.#state = { ...this.#state, ...change };
    this.#events.save(this.#state);
  }
}
