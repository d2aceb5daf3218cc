import type { ChartView, DashboardLabels } from '../../src/shared/dashboardProtocol.ts';
import { element } from '../panel/element.ts';
import { replaceNodes } from '../panel/replaceNodes.ts';
import type { Inks } from './inks.ts';
import { legendElement, legendOf } from './legend.ts';
import { Plot, type PlotParts } from './plot.ts';
import type { Plotted } from './plotForm.ts';
import { rowsElement } from './rowsElement.ts';
import { tableElement } from './tableElement.ts';

/** What a section needs besides its chart. */
export interface SectionParts {
  readonly inks: Inks;
  readonly language: string;
  readonly timeZone: string;
  readonly labels: DashboardLabels;
}

/** One chart with its heading, its sentence, its legend and its notes; or the same as a table. */
export class ChartSection {
  readonly element: HTMLElement;
  readonly #heading = element('h2', '');
  readonly #summary = element('p', 'summary');
  readonly #keys = element('span', 'visually-hidden');
  readonly #stage = element('div', 'stage');
  readonly #readout = element('p', 'readout');
  readonly #legend = element('div', 'legend-place');
  readonly #body = element('div', 'body');
  readonly #notes = element('div', 'notes');
  readonly #toggle = element('button', 'toggle');
  #plot: Plot | undefined;
  #chart: ChartView;
  #parts: SectionParts;
  #isTable: boolean;
  #stop: number | undefined;
  #legendWords = '';
  #legendInks: Inks | undefined;

  constructor(chart: ChartView, parts: SectionParts, isTable: boolean) {
    this.#chart = chart;
    this.#parts = parts;
    this.#isTable = isTable;
    this.#heading.id = `title-${chart.id}`;
    this.#summary.id = `summary-${chart.id}`;
    this.#keys.id = `keys-${chart.id}`;
    this.#readout.ariaHidden = 'true'; // the stage says the same
    this.#toggle.type = 'button';
    this.#toggle.setAttribute('aria-describedby', this.#heading.id);
    this.element = element(
      'section',
      `chart ${chart.id}`,
      element('header', '', this.#heading, this.#toggle),
      this.#summary,
      this.#body,
      this.#notes,
    );
    this.element.setAttribute('aria-labelledby', this.#heading.id);
    this.#prepareStage();
    new ResizeObserver(() => this.#plot?.resize()).observe(this.#stage);
  }

  get isTable(): boolean {
    return this.#isTable;
  }

  /** Calls back after the user has changed between chart and table. */
  onToggle(listener: () => void): void {
    this.#toggle.addEventListener('click', () => {
      this.#isTable = !this.#isTable;
      this.update(this.#chart, this.#parts);
      listener();
    });
  }

  update(chart: ChartView, parts: SectionParts): void {
    this.#chart = chart;
    this.#parts = parts;
    this.#heading.textContent = chart.title;
    this.#summary.textContent = chart.summary;
    this.#keys.textContent = parts.labels.keys;
    const isEmpty = chart.drawing === undefined && chart.table.rows.length === 0;
    this.#toggle.hidden = isEmpty;
    this.#toggle.textContent = this.#isTable ? parts.labels.showChart : parts.labels.showTable;
    replaceNodes(
      this.#notes,
      chart.notes.map(note => element('p', '', note)),
    );
    if (this.#isTable && !isEmpty) this.#showTable();
    else this.#showDrawing();
  }

  #showTable(): void {
    this.#dropPlot();
    const { table, title } = this.#chart;
    const before = this.#body.querySelector('.scroller');
    const next = tableElement(table, title);
    const [top, left] = [before?.scrollTop ?? 0, before?.scrollLeft ?? 0];
    replaceNodes(this.#body, [next]);
    this.#body.querySelector('.scroller')?.scrollTo({ top, left, behavior: 'instant' });
  }

  #showDrawing(): void {
    const { drawing } = this.#chart;
    if (drawing === undefined || drawing.kind === 'rows') {
      this.#dropPlot();
      return replaceNodes(this.#body, drawing ? [rowsElement(drawing)] : []);
    }
    if (!this.#stage.isConnected) this.#body.replaceChildren(this.#stage, this.#keys, this.#readout, this.#legend);
    const parts: PlotParts = { ...this.#parts, onPoint: stop => this.#moveTo(stop) };
    if (this.#plot) this.#plot.draw(drawing, parts);
    else this.#plot = new Plot(this.#stage, drawing, parts);
    this.#showLegend(drawing);
    this.#tell(this.#stop === undefined ? undefined : Math.min(this.#stop, this.#plot.stops - 1));
  }

  /** A swatch is painted, so whether it changed cannot be seen from its element. */
  #showLegend(drawing: Plotted): void {
    const words = JSON.stringify(legendOf(drawing));
    if (words === this.#legendWords && this.#legendInks === this.#parts.inks) return;
    this.#legendWords = words;
    this.#legendInks = this.#parts.inks;
    this.#legend.replaceChildren(legendElement(drawing, this.#parts.inks));
  }

  #dropPlot(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#stop = undefined;
  }

  #prepareStage(): void {
    this.#stage.role = 'slider';
    this.#stage.tabIndex = 0;
    this.#stage.setAttribute('aria-labelledby', this.#heading.id);
    this.#stage.setAttribute('aria-describedby', `${this.#summary.id} ${this.#keys.id}`);
    this.#stage.addEventListener('keydown', event => this.#walk(event));
    this.#stage.addEventListener('focus', () => this.#plot && this.#moveTo(this.#stop ?? this.#plot.stops - 1));
    for (const leaving of ['blur', 'mouseleave'] as const) this.#stage.addEventListener(leaving, () => this.#leave());
  }

  #leave(): void {
    if (document.activeElement === this.#stage) return;
    this.#stop = undefined;
    this.#tell(undefined);
  }

  #walk(event: KeyboardEvent): void {
    const stops = this.#plot?.stops ?? 0;
    const step = steps[event.key];
    if (step === undefined || stops === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#moveTo(Math.max(0, Math.min(stops - 1, (this.#stop ?? stops - 1) + step)));
  }

  #moveTo(stop: number): void {
    this.#stop = stop;
    this.#tell(stop);
  }

  #tell(stop: number | undefined): void {
    const plot = this.#plot;
    if (!plot) return;
    const shown = stop ?? plot.stops - 1;
    this.#stage.ariaValueMin = '1';
    this.#stage.ariaValueMax = String(Math.max(1, plot.stops));
    this.#stage.ariaValueNow = String(Math.max(1, shown + 1));
    this.#stage.ariaValueText = plot.readout(shown) || this.#chart.summary;
    this.#readout.textContent = stop === undefined ? '' : plot.readout(stop);
    plot.show(stop);
  }
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};
