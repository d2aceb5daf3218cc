import { isObject } from '../../../core/shared/isObject.ts';

/** A setting that is not as it comes. */
export interface ChangedSetting {
  /** 'budget.dayTokens' */
  readonly name: string;
  readonly value: unknown;
  readonly byDefault: unknown;
}

/** Where these settings differ from those by default; lists count as one value. */
export function changedSettings(settings: unknown, byDefault: unknown, name = ''): readonly ChangedSetting[] {
  if (isObject(settings) && isObject(byDefault))
    return Object.keys(settings).flatMap(key =>
      changedSettings(settings[key], byDefault[key], name === '' ? key : `${name}.${key}`),
    );
  return JSON.stringify(settings) === JSON.stringify(byDefault) ? [] : [{ name, value: settings, byDefault }];
}
