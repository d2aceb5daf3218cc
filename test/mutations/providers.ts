import { mutationsOf } from './mutation.ts';

const failures = 'test/providers/all/failures.test.ts';
const ofVendors = ['test/faults/vendors.test.ts'];
const guard = 'test/providers/http/transport.test.ts';

const form = 'test/providers/wire/ownForm.test.ts';

export const providers = [
  ...mutationsOf(
    'src/providers/wire/ownForm.ts',
    [form],
    [
      ['every server is told the schema', 'takesForm && holding.test(origin) &&', 'takesForm &&'],
      ['the user has not decided', ' && !decided.some(name => name in parameters)', ''],
      ['a tool is forced on a model that thinks', 'isTaken && !thinks(parameters) ?', 'isTaken ?'],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/answeringCall.ts',
    [form, 'test/providers/wire/answeringCall.test.ts'],
    [
      ['a call without arguments is no JSON', "this.#input === '' ? '{}' : this.#input", 'this.#input'],
      ['a second call is written behind the first', ' && this.#input === undefined;', ';'],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/answerBuilder.ts',
    [form],
    [['the answering call is none', '    if (this.#call.input !== undefined) return false;\n', '']],
  ),
  ...mutationsOf(
    'src/providers/wire/parameterSupport.ts',
    [form],
    [['a form that is refused is sent again', 'facts.takesForm = false;', '']],
  ),
  ...mutationsOf(
    'src/providers/http/transport.ts',
    [guard],
    [
      ['a redirect is followed', "redirect: 'manual'", "redirect: 'follow'"],
      ['another origin is asked', '      if (new URL(url).origin !== address.origin) throw strange(url);\n', ''],
      [
        'what an SDK puts into the headers leaves',
        `function fieldsOf({ method, body, signal }: RequestInit, { headers, id }: Call): RequestInit {
  return {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: {
`,
        `function fieldsOf({ method, body, signal, headers: theirs }: RequestInit, { headers, id }: Call): RequestInit {
  return {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: {
      ...Object.fromEntries(new Headers(theirs)),
`,
        'test/providers/all/requests.test.ts',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/openai.ts',
    ['test/providers/http/transport/environment.test.ts'],
    [['the environment says for whom is asked', '    organization: null,\n', '']],
  ),
  ...mutationsOf(
    'src/providers/wire/openaiWire.ts',
    [failures],
    [
      [
        'an error inside a stream is passed over',
        'if (saysError(chunk)) throw',
        'if (false) throw',
        'test/providers/all/answers.test.ts',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/anthropicWire.ts',
    [failures],
    [
      [
        'text before the message has begun is taken',
        "else if (!begun && type.startsWith('content_block')) throw new Failure('malformed', { code: 'order' });",
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/readAnswer.ts',
    [failures, 'test/providers/all/flow.test.ts'],
    [
      [
        'a stream that is cut off is whole',
        "if (events.stray === undefined) throw new Failure('truncated');",
        'if (events.stray === undefined) return;',
      ],
      [
        'a web page is an answer',
        "if (first === '<') throw new Failure('not-the-api', { code: 'html', sent: 'no' });",
        '',
      ],
      [
        'counts are waited for without end',
        'clock.after(limitMs, () => body.close())',
        'clock.after(limitMs, () => undefined)',
      ],
      [
        'events that have waited are read in one go',
        'if (rest.isDue()) await rest.take(); // all events of an answer may have waited',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/eventStream.ts',
    ['test/providers/wire/eventStream.test.ts'],
    [
      [
        'a line end that is cut in two counts twice',
        "      if (piece.startsWith('\\n')) piece = piece.slice(1);\n",
        '',
      ],
      [
        'a name without a colon is not taken back',
        "startsWith('event', from)) this.#name = '';",
        "startsWith('event', from)) return;",
      ],
      ['an id without a colon is not taken back', "this.#setId('');", 'return;'],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/repeats.ts',
    ['test/providers/wire/repeats.test.ts'],
    [
      ['one id throughout tells events', 'if (this.#ids.size < 2) this.#waiting.push(event);', ''],
      [
        'an id of each choice tells events',
        'if (this.#ids.has(id)) {',
        'if (this.#ids.has(id) && this.#ids.size === 0) {',
      ],
      [
        'an id with other data still tells events',
        '      this.#idsTell = false;\n      return [...this.rest(), event];',
        '      return [...this.rest(), event];',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/chatCompletion.ts',
    ['test/providers/all/flow.test.ts'],
    [['a refusal leaves its connection open', '    stop.abort(); // it may', '    // it may']],
  ),
  ...mutationsOf(
    'src/providers/wire/answerBuilder.ts',
    [failures],
    [
      [
        'an answer needs no end mark',
        "if (this.#finish === undefined) return 'open';",
        "if (this.#finish === undefined) return 'closing';",
      ],
      [
        'thinking has no greatest length',
        'if (length > maxTextLength) throw',
        'if (length === Infinity) throw',
        'test/providers/all/flow.test.ts',
      ],
      [
        'a key is shown that comes back as the name of a model',
        'serverText(this.model, key)',
        'serverText(this.model)',
        'test/faults/echoedKey.test.ts',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/errors/refusal.ts',
    [failures, 'test/providers/all/ownKey.test.ts'],
    [
      [
        'the key is shown where the server repeats it',
        'serverText(complaint.message, key)',
        'serverText(complaint.message, undefined)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/errors/statusFailure.ts',
    ['test/providers/errors/statusFailure.test.ts', 'test/providers/all/answers.test.ts'],
    [
      [
        'a refusal goes on to the next target',
        "if (refusals.has(word)) return { kind: 'refused' };",
        "if (refusals.has(word)) return { kind: 'server' };",
      ],
      ['an empty purse is a rate limit', "  ...words(\n    'quota',", "  ...words(\n    'rate-limited',"],
      ['a prompt that is too long is a bad request', 'if (tooLong) return tooLong;', ''],
    ],
  ),
  ...mutationsOf(
    'src/providers/errors/retryAfter.ts',
    ['test/providers/errors/retryAfter.test.ts'],
    [
      ['a moment is taken for seconds', 'if (number < leastMoment ||', 'if (number > 0 ||'],
      ['a limit that was not hit names the wait', "of('remaining').trim() === '0'", "of('reset') !== ''"],
      ['a date is measured on our own clock', "dateOf(headers.get('date') ?? '') ?? wallMs", 'wallMs'],
      [
        'a wait of a year is a year',
        'Math.min(maxMs, Math.max(minMs, Math.round(ms)))',
        'Math.max(minMs, Math.round(ms))',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/http/networkFailure.ts',
    ['test/providers/http/networkFailure.test.ts'],
    [
      ['what was never sent may have been billed', "sent: isUnsent ? 'no' : sent", 'sent'],
      ['who answers nonsense has read nothing', ' && (address.loopback || !saidByTheServer.has(code))', ''],
    ],
  ),
  ...mutationsOf(
    'src/providers/errors/likelyAddress.ts',
    ['test/providers/errors/likelyAddress.test.ts'],
    [
      ['an address that its client completes is doubted', ' || isWhole) return', ') return'],
      ['the likely address is not told', 'if (likely === undefined) return', 'if (likely !== undefined) return'],
      ['a key in the query is told', "likely.replace(/\\?[^]*$/, '')", 'likely'],
    ],
  ),
  ...mutationsOf(
    'src/core/model/likelyBaseUrl.ts',
    ['test/core/model/likelyBaseUrl.test.ts'],
    [
      ['a missing path is not missed', " || '/v1';", " || '';"],
      ['a function inside a path is cut', ')\\/?$/i', ')\\/?/i'],
    ],
  ),
  ...mutationsOf(
    'src/providers/http/connection.ts',
    ['test/providers/all/requests.test.ts', 'test/providers/http/networkFailure.test.ts'],
    [
      [
        'a key that cannot be sent is sent',
        "if (!/^[\\x21-\\x7e]+$/.test(key)) throw new Failure('auth', { code: 'unsendable', sent: 'no' });",
        '',
      ],
      [
        'the key goes to another address than its own',
        'if (address.origin !== endpoint.origin) {',
        'if (address.origin === undefined) {',
      ],
    ],
  ),
  // what was found by playing each vendor's own ways of refusing
  ...mutationsOf('src/providers/errors/statusFailure.ts', ofVendors, [
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
  ...mutationsOf('src/providers/errors/wordings.ts', ofVendors, [
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
  ...mutationsOf('src/providers/errors/apiError.ts', ofVendors, [
    ['an error inside a message is not opened', "asObject(error['message']), ", ''],
  ]),
  ...mutationsOf('src/providers/errors/retryAfter.ts', ofVendors, [
    ['a wait of hours is not heard', '(?:(?<hours>\\d{1,4})h ?)?', '(?:(?<hours>\\d{1,4})x ?)?'],
  ]),
  ...mutationsOf('src/providers/http/serverLimits.ts', ofVendors, [
    ['bare seconds are no time', 'if (text !== null && /^\\d{1,9}$/.test(text.trim()))', 'if (text === null)'],
    ['limits of a minute are passed over', "?? minuteLimit(headers, 'req-minute')", ''],
  ]),
  ...mutationsOf('src/providers/wire/parameterSupport.ts', ofVendors, [
    ['a parameter is only known by its own spelling', 'letter.toUpperCase()', 'letter'],
  ]),
];
