import { mutationsOf } from './mutation.ts';

const views = ['test/interaction/dashboard/dashboardViews.test.ts'];
const folder = 'src/interaction/dashboard';
const checks = 'src/interaction/doctor/checks';
const tests = 'test/interaction/doctor';

const replayed = ['test/scripts/replay/scenarios.test.ts'];
const kept = ['test/scripts/replay/kept.test.ts'];
const readers = ['test/scripts/replay/bundle/readZip.test.ts', 'test/scripts/replay/bundle/readBundle.test.ts'];

/** What is entered of a question, what is summed up, watched and kept of it; what the dashboard and the report on the setup say. */
export const seeing = [
  ...mutationsOf(
    'src/core/metrics/metrics.ts',
    ['test/core/metrics/metrics.test.ts'],
    [['what was only rehearsed counts', ' || entry.rehearsed', '']],
  ),
  ...mutationsOf(
    'src/core/metrics/metricSlot.ts',
    ['test/core/metrics/metrics.test.ts'],
    [
      [
        'a question that did not look into the cache counts as a miss',
        "if (cache === 'hit' || cache === 'missed') tally",
        'tally',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/metrics/alerts.ts',
    ['test/core/metrics/alerts.test.ts'],
    [['an alert is over as soon as it would not be raised', 'isActive ? !isOver : !isRaised', 'isActive === isRaised']],
  ),
  ...mutationsOf(
    'src/core/metrics/spendForecast.ts',
    ['test/core/metrics/spendForecast.test.ts'],
    [['the first question of a day makes its pace', 'Math.max(leastDayShare, dayShare)', 'dayShare']],
  ),
  ...mutationsOf(
    'src/core/journal/fields.ts',
    ['test/core/journal/journalLine.test.ts'],
    [['the names of others turn the direction of a line', ".replace(/[\\p{C}\\p{Z}]/gu, ' ')", '']],
  ),
  ...mutationsOf(
    'src/core/journal/decisionsOf.ts',
    ['test/core/journal/journal.test.ts'],
    [['whom it went on to is not entered', 'other: note.to, ', '']],
  ),
  ...mutationsOf(
    'src/storage/journal/journalFiles.ts',
    ['test/storage/journal/journalFiles.test.ts'],
    [['a window hears its own entries twice', 'if (isWrittenBy(file, this.#writer)) continue;', '']],
  ),
  ...mutationsOf(
    'src/storage/journal/journalFolder.ts',
    ['test/storage/journal/journalFiles.test.ts'],
    [['the journal grows without end', 'bytes <= mostBytes && ', '']],
  ),
  ...mutationsOf(
    'src/interaction/usage/usageCsv.ts',
    ['test/interaction/usage/usageCsv.test.ts'],
    [['a name becomes a formula', ".test(value) ? `'${value}` : value", '.test(value) ? value : value']],
  ),
  ...mutationsOf(`${folder}/charts/costChart.ts`, views, [
    [
      'cached input is counted on top of the input',
      '=> inputTokens + outputTokens;',
      '=> inputTokens + outputTokens + 400;',
    ],
    ['an unknown price is told as no cost', 'whole.usd > 0 || whole.unpricedTokens === 0', 'true'],
    ['unpriced tokens are not told', 'unpricedTokens > 0\n', 'unpricedTokens < 0\n'],
  ]),
  ...mutationsOf(`${folder}/charts/palette.ts`, views, [
    ['a key is shown as a name', 'each => !looksLikeKey(each)', 'each => each.length > 0'],
  ]),
  ...mutationsOf(`${folder}/sums/slotSums.ts`, views, [
    ['a day that grew is told as before', 'kept?.slots === slots.length && kept.questions === questions', 'kept'],
  ]),
  ...mutationsOf(`${folder}/sums/daySums.ts`, views, [
    ['savings go below zero', 'Math.max(0, more.savedTokens)', 'more.savedTokens'],
  ]),
  ...mutationsOf(
    'src/interaction/platform/localDays.ts',
    ['test/interaction/platform/localDays.test.ts'],
    [['a day has 24 hours', 'to: at(dayOfMonth + 1)', 'to: at(dayOfMonth) + 86_400_000']],
  ),
  ...mutationsOf(
    `${folder}/sums/recentEntries.ts`,
    ['test/interaction/dashboard/sums/recentEntries.test.ts'],
    [
      ['a rehearsed question is drawn', "entry.kind === 'question' && !entry.rehearsed", "entry.kind === 'question'"],
      [
        'points stand as they came',
        'at < to).toSorted(byTime);\n  }\n\n  /** Changes',
        'at < to);\n  }\n\n  /** Changes',
      ],
    ],
  ),
  ...mutationsOf(
    `${folder}/charts/burnDown.ts`,
    ['test/interaction/dashboard/charts/burnDown.test.ts'],
    [
      ['days before the journal are drawn as if nothing was used', 'if (spent === null) break;', ''],
      ['more than the limit is left', 'Math.max(0, after - spent)', 'after - spent'],
    ],
  ),
  ...mutationsOf(
    `${folder}/charts/circuitLanes.ts`,
    ['test/interaction/dashboard/charts/circuitLanes.test.ts'],
    [
      ['an answer from memory closes a circuit', " && point.went !== 'memory'", ''],
      ['a circuit whose end nobody saw is open for ever', 'at + longestRestMs', 'Infinity'],
    ],
  ),
  ...mutationsOf(
    `${folder}/coalesced.ts`,
    ['test/interaction/dashboard/coalesced.test.ts'],
    [['every change is drawn at once', 'Math.max(0, this.#actedAt + this.#everyMs - this.#clock.now())', '0']],
  ),
  ...mutationsOf(
    `${checks}/checkServers.ts`,
    [`${tests}/checks/checkServers.test.ts`],
    [
      ['in restricted mode other machines are asked', "if (!isTrusted) return 'restricted';\n", ''],
      ['with localOnly other machines are asked', "isLocalOnly ? 'local-only' : undefined", 'undefined'],
    ],
  ),
  ...mutationsOf(
    `${checks}/askServer.ts`,
    [`${tests}/checks/checkServers.test.ts`],
    [
      ['a key goes where nobody agreed to', '!isFree && !facts.isConfirmed(target)', 'false'],
      [
        'a server that answered is said not to be found',
        "const level = isReached ? 'fine' : 'problem'",
        "const level = 'problem'",
      ],
      [
        'a proxy’s names are looked up past it',
        'if (facts.takesProxy(target)) return () => [{',
        'if (!target) return () => [{',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/doctor/runDoctor.ts',
    [`${tests}/runDoctor.test.ts`],
    [
      ['the whole may take a minute', 'doctorLimitMs = 4_800', 'doctorLimitMs = 60_000'],
      ['a check that throws is passed over without a word', 'if (!signal.aborted) onError(area, error);\n', ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/doctor/found/proxy.ts',
    [`${tests}/checks/checkNetwork.test.ts`],
    [['a proxy is told with its login', 'host: url.host, hasLogin', 'host: url.href, hasLogin']],
  ),
  ...mutationsOf(
    'src/interaction/doctor/moveKeys.ts',
    [`${tests}/moveKeys.test.ts`],
    [
      [
        'a key that was not stored is taken out',
        'done.push(move);\n    } catch {',
        '} catch {\n      done.push(move);',
      ],
      ['a saved key is replaced by one of the settings', "if (taken.length === 0) return '';\n", "return '';\n"],
    ],
  ),
  ...mutationsOf(
    'src/interaction/bundle/hiding.ts',
    ['test/interaction/bundle/hiding.test.ts'],
    [
      [
        'a key that is kept is looked for as it stands only',
        '[key, encodeURIComponent(key.toWellFormed()), ',
        '[key, ',
      ],
      ['names of fields are not looked at', 'isList ? name : change(name)', 'name'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/bundle/placeHider.ts',
    ['test/interaction/bundle/placeHider.test.ts'],
    [
      [
        'a longer name that begins alike is cut',
        '${before}${written}(?![\\\\p{L}\\\\p{N}_-]|\\\\.[\\\\p{L}\\\\p{N}])',
        '${before}${written}',
      ],
      ['the home is told where a folder lies in it', 'other.length - one.length', 'one.length - other.length'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/bundle/collectBundle.ts',
    ['test/interaction/bundle/collectBundle.test.ts'],
    [
      [
        'what could not be collected is not said',
        '      missing.push(...names.map(name => ({ name, because })));\n',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/bundle/facts/episodes.ts',
    ['test/interaction/bundle/facts/episodes.test.ts'],
    [['a failure of an hour later belongs to the same episode', ' || entry.at - last.to > gapMs', '']],
  ),
  // what a replay notices, in bundles that were kept before the core was broken; and what of the replay itself must hold
  ...mutationsOf(
    'scripts/replay/compare.ts',
    ['test/scripts/replay/broken.test.ts', 'test/scripts/replay/compare.test.ts'],
    [
      ['a replay overlooks what is asked once more', 'if (extra) {', 'if (extra && extra.nth > 9) {'],
      ['a replay compares no decisions', 'firstOf(decisionsIn(recorded), decisionsIn(now), ', 'firstOf([], [], '],
    ],
  ),
  ...mutationsOf('scripts/replay/bundle/readZip.ts', readers, [
    ['a bundle may hold more than it says', '{ maxOutputLength: Math.max(1, bytes), ', '{ '],
    ['a damaged file of a bundle is read', '|| crc32(data) !== crc', ''],
    ['a file of a bundle may stand anywhere', 'if (more.length > 0 || !wanted', 'if (!wanted'],
  ]),
  ...mutationsOf('scripts/replay/record/rests.ts', replayed, [
    [
      'a circuit rests in a replay as chance wants',
      'return earliest > latest ? latest : (earliest + latest) / 2;',
      'return 0;',
    ],
  ]),
  ...mutationsOf('scripts/replay/play/recordedSource.ts', replayed, [
    ['what timed out is played as an answer', 'else if (!isCutByClient) stage', 'else stage'],
  ]),
  ...mutationsOf('src/core/layers/retry.ts', kept, [
    [
      'replayed: a target is asked again once more',
      "return others ? Math.min(1, most) : most;\n    case 'patient':",
      "return most + 1;\n    case 'patient':",
    ],
  ]),
  ...mutationsOf('src/core/resilience/circuitBreaker.ts', kept, [
    [
      'replayed: a circuit opens late',
      'this.#run.weight < this.#options().failureThreshold',
      'this.#run.weight < 2 * this.#options().failureThreshold',
    ],
  ]),
  ...mutationsOf('scripts/replay/play/recordedRoute.ts', kept, [
    [
      'replayed: the chain is asked from its end',
      'if (!because) return candidates.',
      'if (!because) return candidates.toReversed().',
    ],
  ]),
  ...mutationsOf('src/core/resilience/cooldowns.ts', kept, [
    [
      'replayed: Retry-After is not obeyed',
      'if (asked !== undefined) return Math.min(longestCooldownMs, Math.max(250, asked));',
      '',
    ],
    [
      'replayed: a cooldown holds nobody back',
      'return cooldown && cooldown.until > this.#clock.now() ? cooldown : undefined;',
      'return cooldown && cooldown.until < 0 ? cooldown : undefined;',
    ],
  ]),
  ...mutationsOf('src/core/layers/cache.ts', kept, [
    [
      'replayed: nothing is remembered',
      'let found = question.fresh ? undefined :',
      'let found = question.fresh !== false ? undefined :',
    ],
  ]),
  ...mutationsOf('src/core/routing/hedge.ts', kept, [
    ['replayed: nobody is asked beside a slow one', "if (early !== 'due') return early;", 'return await leading;'],
  ]),
  ...mutationsOf('src/core/layers/attempt.ts', kept, [
    [
      'replayed: silence takes all the time there is',
      'return Math.min(firstTokenMs, ((until - this.#startedAt) * (isHedged ? 2 : 1)) / 3);',
      'return until - this.#startedAt;',
    ],
  ]),
];
