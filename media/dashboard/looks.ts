import type { MarkView } from '../../src/shared/dashboardProtocol.ts';
import type { Inks } from './inks.ts';

/** Where something is painted: device pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Half of its size. */
  readonly radius: number;
}

/** The outline of a point: each look has a shape of its own. */
export function addShape(path: Path2D, look: number, { x, y, radius }: Spot): void {
  const line = (...corners: readonly (readonly [number, number])[]): void => {
    corners.forEach(([dx, dy], at) =>
      at === 0 ? path.moveTo(x + dx * radius, y + dy * radius) : path.lineTo(x + dx * radius, y + dy * radius),
    );
    path.closePath();
  };
  switch (look) {
    case 0:
      path.moveTo(x + radius, y);
      return path.arc(x, y, radius, 0, 2 * Math.PI);
    case 1:
      return line([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case 2:
      return line([0, -1.1], [1.1, 0.9], [-1.1, 0.9]);
    case 3:
      return line([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]);
    case 4:
      return line([0, 1.1], [1.1, -0.9], [-1.1, -0.9]);
    case 6:
      return line(...cross);
    default:
      return line(...cross.map(([dx, dy]) => [(dx - dy) * 0.75, (dx + dy) * 0.75] as const));
  }
}

/** Two bars across each other. */
const cross: readonly (readonly [number, number])[] = [
  ...([
    [-1.2, -0.8],
    [-0.8, -1.2],
    [0, -0.4],
    [0.8, -1.2],
    [1.2, -0.8],
    [0.4, 0],
  ] as const),
  ...([
    [1.2, 0.8],
    [0.8, 1.2],
    [0, 0.4],
    [-0.8, 1.2],
    [-1.2, 0.8],
    [-0.4, 0],
  ] as const),
];

/** Fills and outlines points of one look and form. */
export function paintShape(
  context: CanvasRenderingContext2D,
  path: Path2D,
  given: { readonly form: MarkView['form']; readonly colour: string; readonly inks: Inks },
): void {
  const { form, colour, inks } = given;
  const scale = devicePixelRatio;
  context.fillStyle = form === 'hollow' ? inks.background : colour;
  context.strokeStyle = form === 'ringed' ? inks.text : form === 'hollow' ? colour : inks.background;
  context.lineWidth = (form === 'filled' ? 0.5 : 1.75) * scale;
  context.fill(path);
  context.stroke(path);
}

const tile = 8;

/** What a bar of a look is filled with: its colour, with strokes of the background so that no colour stands alone. */
export function fillOf(context: CanvasRenderingContext2D, look: number, inks: Inks): string | CanvasPattern {
  const colour = inks.colours[look] ?? inks.text;
  const strokes = patterns[look];
  if (strokes === undefined) return colour;
  const size = tile * Math.max(1, Math.round(devicePixelRatio));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pattern = canvas.getContext('2d');
  if (!pattern) return colour;
  pattern.fillStyle = colour;
  pattern.fillRect(0, 0, size, size);
  pattern.scale(size / tile, size / tile);
  pattern.strokeStyle = pattern.fillStyle = inks.background;
  pattern.lineWidth = 1.5;
  pattern.stroke(new Path2D(strokes));
  return context.createPattern(canvas, 'repeat') ?? colour;
}

/** By look; none is solid. */
const patterns: readonly (string | undefined)[] = [
  undefined,
  'M-2 2L2-2M-2 10L10-2M6 10L10 6',
  'M0 2H3M4 6H7',
  'M0 4H8',
  'M-2 6L2 10M-2-2L10 10M6-2L10 2',
  'M4 0V8',
  'M-2 2L2-2M-2 10L10-2M6 10L10 6M-2 6L2 10M-2-2L10 10M6-2L10 2',
];
