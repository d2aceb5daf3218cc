import { isObject } from '../shared/isObject.ts';

/** What is kept of a calibration between sessions: plain JSON. */
export interface CalibrationSnapshot {
  readonly version: 1;
  /** The one used last stands last. */
  readonly models: readonly LearntModel[];
}

export interface LearntModel {
  readonly model: string;
  /** By language id; '' is the model as a whole. */
  readonly ratios: Readonly<Record<string, LearntRatio>>;
}

/** Moving average of reported tokens for each estimated one, and how far reports lie from it. */
export interface LearntRatio {
  readonly mean: number;
  readonly variance: number;
  /** Reports so far. */
  readonly count: number;
}

/** The models of a snapshot; none when it is not one, and none of its ratios that are no numbers. */
export function readSnapshot(stored: unknown): readonly LearntModel[] {
  if (!isObject(stored) || stored['version'] !== 1 || !Array.isArray(stored['models'])) return [];
  return stored['models'].flatMap((each: unknown): LearntModel[] => {
    if (!isObject(each) || typeof each['model'] !== 'string' || !isObject(each['ratios'])) return [];
    const ratios = Object.entries(each['ratios']).flatMap(([language, ratio]): [string, LearntRatio][] =>
      isRatio(ratio) ? [[language, ratio]] : [],
    );
    return [{ model: each['model'], ratios: Object.fromEntries(ratios) }];
  });
}

const isRatio = (value: unknown): value is LearntRatio =>
  isObject(value) && isCount(value['mean']) && isCount(value['variance']) && isCount(value['count']);

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
