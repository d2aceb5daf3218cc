import { lookCount } from '../../src/shared/dashboardProtocol.ts';
import { legibleColour } from './legibleColour.ts';

/** The colours and the font of now, for what is painted. */
export interface Inks {
  readonly font: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  /** By look. */
  readonly colours: readonly string[];
}

/** By look: what a series is called in VS Code's theme, and what stands in where a theme does not say. */
const themed: readonly (readonly [name: string, fallback: string])[] = [
  ['--vscode-charts-blue', '#3794ff'],
  ['--vscode-charts-orange', '#d18616'],
  ['--vscode-charts-green', '#388a34'],
  ['--vscode-charts-purple', '#b180d7'],
  ['--vscode-charts-yellow', '#cca700'],
  ['--vscode-descriptionForeground', '#8b8b8b'],
  ['--vscode-charts-red', '#e51400'],
  ['--vscode-charts-foreground', '#8b8b8b'],
];

/** Where the system has chosen the colours there are few: shapes and patterns tell the series apart. */
const forced: readonly string[] = [
  ...['LinkText', 'CanvasText', 'LinkText', 'CanvasText', 'LinkText', 'GrayText', 'CanvasText', 'CanvasText'],
];

export function readInks(): Inks {
  const style = getComputedStyle(document.body);
  const read = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback;
  const font = `${style.fontSize} ${style.fontFamily}`;
  if (matchMedia('(forced-colors: active)').matches)
    return { font, text: 'CanvasText', muted: 'CanvasText', grid: 'GrayText', background: 'Canvas', colours: forced };
  const text = read('--vscode-foreground', '#808080');
  const background = read('--vscode-editor-background', '#ffffff');
  return {
    font,
    text,
    muted: read('--vscode-descriptionForeground', text),
    grid: read('--vscode-widget-border', read('--vscode-contrastBorder', 'rgba(128, 128, 128, 0.35)')),
    background,
    colours: themed
      .slice(0, lookCount)
      .map(([name, fallback]) => legibleColour(read(name, fallback), fallback, background)),
  };
}

/** Calls back whenever the theme, its contrast or the fonts change. */
export function onInksChange(listener: () => void): void {
  matchMedia('(forced-colors: active)').addEventListener('change', listener);
  const watched = { attributes: true, attributeFilter: ['class', 'style', 'data-vscode-theme-id'] };
  for (const element of [document.documentElement, document.body])
    new MutationObserver(listener).observe(element, watched);
}
