import type { LanguageId } from '../code/languages.ts';

const scriptMembers = [
  'Math.clamp(4, 0, 10)',
  'Object.deepMerge({}, {})',
  "JSON.tryParse('{}')",
  'Array.unique([])',
  'Number.isNumeric(4)',
  "String.capitalize('name')",
  'Promise.delay(10)',
  'Date.today()',
];
/** Members that the standard library does not have; those of Go and Python where the file imports their module. */
export const inventedMembers: Readonly<Record<LanguageId, readonly string[]>> = {
  typescript: scriptMembers,
  typescriptreact: scriptMembers,
  javascript: scriptMembers,
  python: [
    "os.path.ensure_dir('out')",
    'os.list_files()',
    're.match_all("a", "b")',
    'sys.argv_count()',
    'json.parse("{}")',
    'time.now()',
    'dict.merge({}, {})',
    'list.unique([])',
    'str.capitalize_all("a b")',
    'int.parse("4")',
  ],
  go: [
    'strings.Reverse("abc")',
    'strings.IsBlank("abc")',
    'fmt.PrintJSON(nil)',
    'errors.Wrapf(nil, "failed")',
    'strconv.ParseInteger("4")',
    'os.FileExists("name")',
    'time.NowUnix()',
    'bytes.IsEmpty(nil)',
    'sort.Descending(nil)',
  ],
  rust: [
    'String::from_any(4)',
    'Vec::<u8>::with_default(4)',
    'Option::<u8>::empty()',
    'std::cmp::clamp_to(4, 0, 9)',
    'std::mem::clear(4)',
    'u32::parse_str("4")',
    'std::env::get_var("HOME")',
  ],
  java: [
    'String.isNullOrEmpty("name")',
    'Math.clampToInt(4, 0, 9)',
    'Integer.tryParse("4")',
    'System.currentTimeSeconds()',
    'Boolean.toInt(true)',
    "Character.isVowel('a')",
    'Thread.sleepSeconds(4)',
  ],
  cpp: [
    'std::string_join(4, 5)',
    'std::clamp_to(4, 0, 9)',
    'std::trim("name")',
    'std::to_upper("name")',
    'std::parse_int("4")',
    'std::split("a b", 4)',
    'std::contains_if(4, 5)',
  ],
};

/** What takes from packages, or modules, that are not there; of scripts, see `inventedImport`. */
export const inventedImports: Readonly<Record<string, readonly string[]>> = {
  python: [
    'from retry_helpers import with_retry',
    'import fastjsonx',
    'from collections import SortedDict',
    'from utils_extra.text import clean',
  ],
  go: ['strutil.Clean("name")', 'retryx.Do(nil)', 'resultset.Empty()', 'slicex.Unique(nil)'],
  rust: [
    'use retry_helpers::with_retry;',
    'use fast_text::clean;',
    'use std::collections::SortedMap;',
    'use itertools_extra::unique;',
  ],
  java: [
    'org.apache.commons.lang5.StringTools.clean("name")',
    'com.google.common.retry.Retrying.once()',
    'java.util.Lists.of(4)',
  ],
  cpp: ['boost::text_tools::clean("name")', 'absl_extra::Retry(4)', 'folly2::unique(4)'],
};
