import uPlot from 'uplot';
import { dataOf, lanesOf, optionsOf, signatureOf, type Plotted, type PlotForm } from './plotForm.ts';
import { momentText } from './numbers.ts';
import { paintBars, paintLanes, paintPoints, shortestSeconds } from './paint.ts';
import { durationText } from './numbers.ts';

export interface PlotParts extends Omit<PlotForm, 'now'> {
  readonly timeZone: string;
  /** The pointer is at this stop. */
  readonly onPoint: (stop: number) => void;
}

/** A chart on a canvas, with stops from left to right that say what is there. */
export class Plot {
  readonly #place: HTMLElement;
  #parts: PlotParts;
  #drawing: Plotted;
  #signature = '';
  #plot: uPlot | undefined;
  #isSetting = false;

  constructor(place: HTMLElement, drawing: Plotted, parts: PlotParts) {
    this.#place = place;
    this.#parts = parts;
    this.#drawing = drawing;
    this.draw(drawing, parts);
  }

  /** How many stops there are. */
  get stops(): number {
    return this.#drawing.kind === 'points' ? this.#drawing.at.length : this.#drawing.labels.length;
  }

  /** What is at a stop, in words. */
  readout(stop: number): string {
    const drawing = this.#drawing;
    if (drawing.kind !== 'points') return drawing.readouts[stop] ?? '';
    const at = drawing.at[stop];
    if (at === undefined) return '';
    const name = drawing.series[drawing.of[stop] ?? 0]?.name ?? '';
    const took = durationText(drawing.tookMs[stop] ?? 0, this.#parts.language);
    return [momentText(at, this.#parts), name, took, drawing.marks[drawing.mark[stop] ?? 0]?.text ?? ''].join(' · ');
  }

  /** Draws this, on the same canvas where that is possible. */
  draw(drawing: Plotted, parts: PlotParts): void {
    const isSameForm = signatureOf(drawing) === this.#signature && parts.inks === this.#parts.inks;
    this.#drawing = drawing;
    this.#parts = parts;
    if (isSameForm && this.#plot) return this.#plot.setData(dataOf(drawing));
    this.#signature = signatureOf(drawing);
    this.#plot?.destroy();
    const form: PlotForm = { ...parts, now: () => this.#drawing };
    const options = optionsOf(sizeOf(this.#place), form);
    this.#plot = new uPlot(
      { ...options, hooks: { draw: [plot => this.#paint(plot)], setCursor: [plot => this.#follow(plot)] } },
      dataOf(drawing),
      this.#place,
    );
  }

  /** The place has another size. */
  resize(): void {
    const { width, height } = sizeOf(this.#place);
    if (this.#plot && (this.#plot.width !== width || this.#plot.height !== height))
      this.#plot.setSize({ width, height });
  }

  /** Marks a stop; undefined: none. */
  show(stop: number | undefined): void {
    if (!this.#plot) return;
    this.#isSetting = true;
    const left = stop === undefined ? -10 : this.#plot.valToPos(this.#xOf(stop), 'x');
    this.#plot.setCursor({ left, top: stop === undefined ? -10 : 0 });
    this.#isSetting = false;
  }

  destroy(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  #xOf(stop: number): number {
    return this.#drawing.kind === 'points' ? (this.#drawing.at[stop] ?? 0) : stop + 0.5;
  }

  #paint(plot: uPlot): void {
    const drawing = this.#drawing;
    const { inks } = this.#parts;
    plot.ctx.save();
    if (drawing.kind === 'bars') paintBars(plot, drawing, inks);
    if (drawing.kind === 'points') paintPoints(plot, drawing, inks);
    paintLanes(plot, lanesOf(drawing), inks);
    plot.ctx.restore();
  }

  #follow(plot: uPlot): void {
    const { left = -1, top = -1 } = plot.cursor;
    if (this.#isSetting || left < 0) return;
    const stop =
      this.#drawing.kind === 'points' ? this.#nearest(plot, left, top) : Math.floor(plot.posToVal(left, 'x'));
    if (stop >= 0 && stop < this.stops) this.#parts.onPoint(stop);
  }

  #nearest(plot: uPlot, left: number, top: number): number {
    if (this.#drawing.kind !== 'points') return -1;
    const { at, tookMs } = this.#drawing;
    let [nearest, distance] = [-1, Infinity];
    at.forEach((moment, index) => {
      const seconds = Math.max(shortestSeconds, (tookMs[index] ?? 0) / 1_000);
      const away = (plot.valToPos(moment, 'x') - left) ** 2 + (plot.valToPos(seconds, 'y') - top) ** 2;
      if (away < distance) [nearest, distance] = [index, away];
    });
    return nearest;
  }
}

const sizeOf = (place: HTMLElement): { readonly width: number; readonly height: number } => ({
  width: Math.max(160, Math.floor(place.clientWidth)),
  height: Math.max(120, Math.floor(place.clientHeight)),
});
