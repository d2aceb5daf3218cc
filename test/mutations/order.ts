import { mutationsOf } from './mutation.ts';

const lastResort = `    lastResort({
      older: question => olderAnswer(memory, question),
      similar: question => similarAnswer(memory, question),
    }),
`;
const trim = '      trim(target, parts.room ?? boundless),\n';
const breaker = `      breaker(circuit, target.id, {
        excused: failure => circuits.cooldowns.connectivity.excuses(target, failure),
        ...(claim && { claim: signal => claim(target, signal) }),
      }),
`;
const retry = '      retry(clock, parts.retrying, circuits.retriesAt(target)),\n';
const limiter = '      limiter(clock, target, measure),\n';

const inClient = mutationsOf(
  'src/core/client.ts',
  ['test/core/client.test.ts', 'test/core/client/order.test.ts'],
  [
    [
      'the cache stands above the masking of secrets',
      `    redact(parts.redaction),
    standIn(),
${lastResort}    cache(memory),
`,
      `    cache(memory),
    redact(parts.redaction),
    standIn(),
${lastResort}`,
    ],
    [
      'the last resort stands below the deadline',
      `${lastResort}    cache(memory),
    coalesce(clock, hash),
    deadline(clock),
`,
      `    cache(memory),
    coalesce(clock, hash),
    deadline(clock),
${lastResort}`,
    ],
    ['there is no deadline', '    deadline(clock),\n', ''],
    [
      'fallback passes the route over',
      'question => lanesIn(chainOf(question))',
      '() => lanesIn(targets)',
      'test/core/routing/router.test.ts',
    ],
    [
      'remembered answers pass the route over',
      'targets: question => chainOf(question).filter',
      'targets: question => targets.filter',
      'test/core/routing/router.test.ts',
    ],
    ['nobody judges an answer', '    assessAnswer(clock, parts.judgement),\n', ''],
    ['equal questions are asked twice', '    coalesce(clock, hash),\n', ''],
    ['a question is trimmed at each try', `${trim}${breaker}${retry}`, `${breaker}${retry}${trim}`],
    ['every retry counts against the circuit', `${breaker}${retry}`, `${retry}${breaker}`],
    [
      'one that is slow by nature has to race when it is tried',
      'limits(target, taskClass).isSlowByNature ? undefined : ',
      '',
      'test/core/client/triedAgain.test.ts',
    ],
    ['an open circuit rests on though nobody else is left', ' && circuit.hurry(),', ' && false,'],
    ['who waits for a place holds a part of the budget', limiter, `      budget(target, spending),\n${limiter}`],
    ['all tries are one to the budget', trim, `${trim}      budget(target, spending),\n`],
    [
      'what is tried by hand is not counted',
      'ungated(way, parts, spendingOf(parts))',
      'ungated(way, parts, undefined)',
    ],
    ['secrets are not masked', '    redact(parts.redaction),\n', ''],
    ['hidden characters are sent as they are', '    showHidden(clock),\n', '', 'test/core/layers/showHidden.test.ts'],
    ['what other windows know is not read', '    catchUp(parts.catchUp),\n', ''],
    [
      'a missing network counts against the circuits',
      'excused: failure => circuits.cooldowns.connectivity.excuses(target, failure)',
      'excused: () => false',
    ],
    [
      'only one window of all tries again, but nobody asks which',
      '...(claim && { claim: signal => claim(target, signal) }),',
      '',
    ],
    [
      'a target that is not allowed answers from memory',
      "!['not-allowed', 'not-confirmed'].includes(",
      "![''].includes(",
    ],
  ],
);

/** What `core/client.ts` alone knows: which layers there are, and in which order; and who holds a target back. */
export const order = [
  ...inClient,
  ...mutationsOf(
    'src/core/resilience/restingBecause.ts',
    ['test/core/client.test.ts'],
    [
      [
        'a circuit that is open does not hold back',
        "circuits.cooldowns.of(target)?.because : 'circuit-open'",
        'undefined : undefined',
      ],
    ],
  ),
];
