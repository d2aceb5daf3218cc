import type { Drawing, MarkView, NamedLook } from '../../src/shared/dashboardProtocol.ts';
import { element } from '../panel/element.ts';
import type { Inks } from './inks.ts';
import { addShape, fillOf, paintShape } from './looks.ts';

const sizePx = 16;

type Swatch =
  | { readonly kind: 'point'; readonly look: number; readonly form: MarkView['form'] }
  | { readonly kind: 'bar'; readonly look: number }
  | { readonly kind: 'line'; readonly look: number; readonly dash: readonly number[] };

/** What each colour, shape, pattern and dash stands for. */
export function legendElement(drawing: Exclude<Drawing, { kind: 'rows' }>, inks: Inks): HTMLElement {
  return element(
    'ul',
    'legend',
    ...legendOf(drawing).map(([name, swatch]) => element('li', '', swatchElement(swatch, inks), name)),
  );
}

/** Each name with what stands for it. */
export function legendOf(drawing: Exclude<Drawing, { kind: 'rows' }>): readonly (readonly [string, Swatch])[] {
  const bar = ({ name, look }: NamedLook) => [name, { kind: 'bar', look }] as const;
  switch (drawing.kind) {
    case 'bars':
      return [
        ...drawing.series.map(bar),
        ...(drawing.limit ? [[drawing.limit.name, { kind: 'line', look: 7, dash: dashes.dotted }] as const] : []),
        ...drawing.lanes.map(bar),
      ];
    case 'lines':
      return drawing.series.map(({ name, look, stroke }) => [name, { kind: 'line', look, dash: dashes[stroke] }]);
    case 'points':
      return [
        ...drawing.series.map(({ name, look }) => [name, { kind: 'point', look, form: 'filled' }] as const),
        ...drawing.forms.map(({ name, form }) => [name, { kind: 'point', look: 0, form }] as const),
        ...drawing.lanes.map(bar),
      ];
  }
}

/** CSS pixels. */
export const dashes = { solid: [], dashed: [8, 4], dotted: [2, 4] } as const;

function swatchElement(swatch: Swatch, inks: Inks): HTMLElement {
  const canvas = element('canvas', '');
  const size = sizePx * devicePixelRatio;
  canvas.width = canvas.height = size;
  canvas.ariaHidden = 'true';
  const context = canvas.getContext('2d');
  if (context) paintSwatch(context, swatch, { size, inks });
  return canvas;
}

function paintSwatch(
  context: CanvasRenderingContext2D,
  swatch: Swatch,
  { size, inks }: { readonly size: number; readonly inks: Inks },
): void {
  const colour = inks.colours[swatch.look] ?? inks.text;
  if (swatch.kind === 'point') {
    const path = new Path2D();
    addShape(path, swatch.look, { x: size / 2, y: size / 2, radius: size * 0.3 });
    return paintShape(context, path, { form: swatch.form, colour, inks });
  }
  if (swatch.kind === 'bar') {
    context.fillStyle = fillOf(context, swatch.look, inks);
    return context.fillRect(0, size * 0.15, size, size * 0.7);
  }
  context.strokeStyle = colour;
  context.lineWidth = 2 * devicePixelRatio;
  context.setLineDash(swatch.dash.map(each => each * devicePixelRatio * 0.7));
  context.stroke(new Path2D(`M0 ${size / 2}H${size}`));
}
