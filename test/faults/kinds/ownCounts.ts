import { areaCases } from '../areas/all.ts';
import { spelledStreamRows } from '../rows/streams/spelledStreams.ts';
import { vendorProfiles, type VendorRefusal } from '../vendors/vendorProfile.ts';
import { ownEditCases } from './ownEditCases.ts';
import { ownSentCases } from './ownSentCases.ts';
import { ownWireCases, type OwnCases } from './ownWireCases.ts';

/** Every case of our own that is played here. */
export const ownCases: OwnCases = { ...ownWireCases, ...ownEditCases };

const profiles = vendorProfiles();
const refusals = profiles.flatMap(profile => profile.refusals);
const gateways = profiles.filter(({ name }) => /LiteLLM|OpenRouter/.test(name)).flatMap(profile => profile.refusals);

const where = (is: (refusal: VendorRefusal) => boolean): number => refusals.filter(is).length;
const about = (says: VendorRefusal['says'], ...statuses: readonly number[]): number =>
  where(refusal => refusal.says === says && (statuses.length === 0 || statuses.includes(refusal.status)));

const areas = Object.values(areaCases).flat();
const named = (...names: readonly string[]): number =>
  areas.filter(({ name }) => names.some(part => name.startsWith(part))).length;

/** How many cases of our own there are for each kind, by its number; those that `ownCases` play are counted there. */
export const countedElsewhere: Readonly<Record<string, number>> = {
  '01': about('model', 400),
  '02': about('key', 400) + about('credit', 400),
  '03': about('length'),
  '04': where(({ events }) => events !== undefined),
  '05': about('parameter'),
  '07': gateways.length,
  '08': named(
    'a reason that speaks',
    'a call of a tool',
    'a tool that nobody',
    'an empty word',
    'an answer that was filtered',
  ),
  '09': named('thoughts that take', 'thoughts that are never', 'all of the answer in'),
  '10': areaCases.reasoning.length - named('thoughts that take', 'thoughts that are never', 'all of the answer in'),
  '11': about('credit', 429, 401, 403),
  '12': about('model', 404),
  '14': spelledStreamRows.length,
  '16': named('three backticks', 'backticks within', 'a closing fence', 'a fence', 'Markdown with'),
  '19': named(
    'signs that',
    'a mark of',
    'a search',
    'a tag',
    'line ends as',
    'the line b',
    'comments that',
    'code in comments',
  ),
  '21': profiles.length,
  '22': Object.keys(ownSentCases).length,
  '24': where(({ waitMs, headers }) => waitMs !== undefined && headers === undefined),
};
