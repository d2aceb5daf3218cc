import type uPlot from 'uplot';
import type { BarsDrawing, LaneView, PointsDrawing } from '../../src/shared/dashboardProtocol.ts';
import type { Inks } from './inks.ts';
import { dashes } from './legend.ts';
import { addShape, fillOf, paintShape } from './looks.ts';

/** CSS pixels: how high a lane is with its gap. */
export const laneHeightPx = 9;
const widestBarPx = 46;
const pointRadiusPx = 3.5;
/** y is logarithmic, so nothing is drawn below this. */
export const shortestSeconds = 0.01;

/** Columns with the series on top of each other, and the line of the limit. */
export function paintBars(plot: uPlot, { labels, series, limit }: BarsDrawing, inks: Inks): void {
  const { ctx: context } = plot;
  const column = Math.abs(plot.valToPos(1, 'x', true) - plot.valToPos(0, 'x', true));
  const isDense = column < 8 * devicePixelRatio; // gaps would make a pattern of their own
  const width = Math.max(1, Math.min(isDense ? Math.ceil(column) : column * 0.78, widestBarPx * devicePixelRatio));
  const base = labels.map(() => 0);
  for (const { look, values } of series) {
    context.fillStyle = fillOf(context, look, inks);
    values.forEach((value, at) => {
      if (value === null || value <= 0) return;
      const below = base[at] ?? 0;
      base[at] = below + value;
      const [top, bottom] = [plot.valToPos(below + value, 'y', true), plot.valToPos(below, 'y', true)];
      context.fillRect(plot.valToPos(at + 0.5, 'x', true) - width / 2, top, width, Math.max(1, bottom - top));
    });
  }
  if (limit) paintLimit(plot, limit.value, inks);
}

function paintLimit(plot: uPlot, value: number, inks: Inks): void {
  const { ctx: context, bbox } = plot;
  const y = plot.valToPos(value, 'y', true);
  context.strokeStyle = inks.colours[7] ?? inks.text;
  context.lineWidth = 2 * devicePixelRatio;
  context.setLineDash(dashes.dotted.map(each => each * devicePixelRatio));
  context.stroke(new Path2D(`M${bbox.left} ${y}H${bbox.left + bbox.width}`));
  context.setLineDash([]);
}

/** Every question, one path for all of a look and form. */
export function paintPoints(plot: uPlot, drawing: PointsDrawing, inks: Inks): void {
  const radius = pointRadiusPx * devicePixelRatio;
  const paths = new Map<
    string,
    { readonly path: Path2D; readonly look: number; readonly form: PointsDrawing['marks'][number]['form'] }
  >();
  drawing.at.forEach((at, index) => {
    const look = drawing.series[drawing.of[index] ?? 0]?.look ?? 0;
    const form = drawing.marks[drawing.mark[index] ?? 0]?.form ?? 'filled';
    const key = `${form} ${look}`;
    const known = paths.get(key) ?? { path: new Path2D(), look, form };
    paths.set(key, known);
    const seconds = Math.max(shortestSeconds, (drawing.tookMs[index] ?? 0) / 1_000);
    addShape(known.path, look, { x: plot.valToPos(at, 'x', true), y: plot.valToPos(seconds, 'y', true), radius });
  });
  for (const { path, look, form } of paths.values())
    paintShape(plot.ctx, path, { form, colour: inks.colours[look] ?? inks.text, inks });
}

/** When circuits were not closed: a lane for each target, above the chart. */
export function paintLanes(plot: uPlot, lanes: readonly LaneView[], inks: Inks): void {
  const { ctx: context, bbox } = plot;
  const scale = devicePixelRatio;
  lanes.forEach(({ look, spans }, lane) => {
    const y = bbox.top - (lanes.length - lane) * laneHeightPx * scale;
    context.fillStyle = inks.grid;
    context.fillRect(bbox.left, y + 3 * scale, bbox.width, scale);
    context.fillStyle = fillOf(context, look, inks);
    for (const { from, to } of spans) {
      const left = Math.max(bbox.left, plot.valToPos(from, 'x', true));
      const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, 'x', true));
      context.fillRect(left, y, Math.max(2 * scale, right - left), 7 * scale);
    }
  });
}
