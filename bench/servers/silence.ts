import { house } from '../../test/support/house.ts';
import { ask, scripted } from '../../test/support/scripted.ts';
import type { Figures } from '../harness/bench.ts';
import { timeoutDefaults } from '../../src/interaction/settings/settingKeys.ts';

const standard = timeoutDefaults.standard;

/** When the second target is asked while the first one says nothing, in virtual time, with the limits of the settings. */
export async function silence(): Promise<Figures> {
  const { clock, client } = house([scripted('first', 'hangs'), scripted('second', { says: 'here' })], {
    limits: () => ({
      connectMs: standard.connectSeconds * 1_000,
      firstTokenMs: standard.firstTokenSeconds * 1_000,
      idleMs: standard.idleSeconds * 1_000,
    }),
  });
  const from = clock.now();
  const answer = client.ask(ask({ until: from + standard.totalSeconds * 1_000, watched: true }).question);
  let answeredAt = Infinity;
  void answer.then(() => (answeredAt = clock.now()));
  for (let passed = 0; passed < standard.totalSeconds * 10 && answeredAt === Infinity; passed += 1)
    await clock.pass(100);
  const seconds = (answeredAt - from) / 1_000;
  return {
    rows: [
      {
        measure: 'first target silent: the second one is asked after',
        steadfast: `${seconds.toFixed(1)} s`,
        remark: 'virtual time; standard questions',
      },
    ],
    goals: [{ name: 'servers second target asked when the first is silent', value: seconds, limit: 12, unit: 's' }],
  };
}
