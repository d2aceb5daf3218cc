import { mutationsOf } from './mutation.ts';

const tests = ['test/faults/vendors.test.ts'];

/** What was found by playing each vendor's own ways of refusing. */
export const vendors = [
  ...mutationsOf('src/providers/errors/statusFailure.ts', tests, [
    ['a vague code says more than a sentence', 'word === undefined || isVague(word)', 'word === undefined'],
    [
      'a rate limit may be anything that its sentence says',
      "sentence.kind === 'quota';",
      "sentence.kind !== 'auth';",
      'test/providers/errors/statusFailure.test.ts',
    ],
    [
      'a key that may not use a model is a wrong key',
      "'key_model_access_denied team_",
      "'team_",
      'test/providers/errors/statusFailure.test.ts',
    ],
    ['a spend limit that only a code tells is a bad request', 'arrearage blocked_api_access', 'arrearage'],
  ]),
  ...mutationsOf('src/providers/errors/wordings.ts', tests, [
    ['credits that are depleted are a rate limit', '(?:exhausted|depleted)', '(?:exhausted)'],
    ['a window in the words of llama.cpp is unknown', '\\bn_keep\\b.{0,20}\\bn_ctx\\b', '\\bn_keep\\b=\\bn_ctx\\b'],
    ['an allowance below one is a parameter', 'tokens must be at least 1, got -', 'tokens must be at least 2, got -'],
    [
      'a model that is not for this account is a rejected key',
      "(?: not|n['’]t) have access",
      ' not have access',
      'test/faults/areas.test.ts',
    ],
    ['a model that needs a subscription is a wrong key', '|model requires a subscription', ''],
    ['a model that does not fit into the memory is asked again', 'requires more system memory|', ''],
  ]),
  ...mutationsOf('src/providers/errors/apiError.ts', tests, [
    ['an error inside a message is not opened', "asObject(error['message']), ", ''],
  ]),
  ...mutationsOf('src/providers/errors/retryAfter.ts', tests, [
    ['a wait of hours is not heard', '(?:(?<hours>\\d{1,4})h ?)?', '(?:(?<hours>\\d{1,4})x ?)?'],
  ]),
  ...mutationsOf('src/providers/http/serverLimits.ts', tests, [
    ['bare seconds are no time', 'if (text !== null && /^\\d{1,9}$/.test(text.trim()))', 'if (text === null)'],
    ['limits of a minute are passed over', "?? minuteLimit(headers, 'req-minute')", ''],
  ]),
  ...mutationsOf('src/providers/wire/parameterSupport.ts', tests, [
    ['a parameter is only known by its own spelling', 'letter.toUpperCase()', 'letter'],
  ]),
];
