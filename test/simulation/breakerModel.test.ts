import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CircuitBreaker, type Permit } from '../../src/core/resilience/circuitBreaker.ts';
import { VirtualClock } from '../support/virtualClock.ts';

const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 20_000, maxRecoveryMs: 40_000 };

type Step =
  | { readonly does: 'enter' }
  /** The oldest that is inside ends; weight 0: well, undefined: it proved nothing. */
  | { readonly does: 'end'; readonly weight: 0 | 1 | 2 | undefined }
  | { readonly does: 'pass'; readonly ms: number }
  | { readonly does: 'pause' | 'reset' };

/** The circuit as decisions 8 tells it: the results of the present era, and nothing else. */
class Model {
  now = 0;
  is: 'closed' | 'open' | 'half-open' | 'paused' = 'closed';
  until = 0;
  era = 0;
  failedProbes = 0;
  /** What it has rested since it was last closed, and is to rest. */
  rested = 0;
  results: { at: number; weight: number }[] = [];

  become(is: Model['is'], until = 0): void {
    Object.assign(this, {
      is,
      until,
      era: this.era + 1,
      results: [],
      failedProbes: is === 'closed' ? 0 : this.failedProbes,
      rested: is === 'closed' ? 0 : this.rested,
    });
  }

  open(): void {
    const [fifth, twelfth] = [this.rested / 5, this.rested / 12];
    const rest = Math.min(40_000, Math.max(5_000, Math.min(fifth, 17_000), twelfth));
    this.become('open', this.now + rest);
    this.rested += rest;
  }

  enter(): number | undefined {
    if (this.is === 'open' && this.now >= this.until) this.become('half-open');
    else if (this.is !== 'closed') return undefined;
    return this.era;
  }

  end(era: number, weight: number | undefined): void {
    if (era !== this.era || (weight === undefined && this.is === 'closed')) return;
    if (this.is === 'half-open') {
      if (weight === 0) return this.become('closed');
      if (weight === undefined) return this.become('open', this.now);
      this.failedProbes += 1;
      return this.open();
    }
    this.results = [...this.results.filter(({ at }) => this.now - at < 60_000), { at: this.now, weight: weight ?? 0 }];
    const weights = this.results.map(result => result.weight);
    const before = weights.slice(0, weights.lastIndexOf(0) + 1);
    const run = weights.slice(before.length);
    const inARow = run.reduce((sum, each) => sum + each, 0);
    const share = (before.filter(each => each > 0).length + 0.5) / (before.length + 1);
    const isChance = before.length >= 20 && share ** run.length > 2e-5;
    const failed = weights.filter(each => each > 0).length;
    if ((inARow >= 5 && !isChance) || (weights.length >= 20 && failed / weights.length >= 0.6)) this.open();
  }
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ does: 'enter' } as const) },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('end' as const), weight: fc.constantFrom(0, 0, 1, 1, 1, 2, undefined) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 100, 4_999, 5_000, 10_000, 40_000, 70_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('pause' as const, 'reset' as const) }),
  },
);

/** The circuit and the model of it, and who is inside both. */
class Both {
  readonly model = new Model();
  readonly clock = new VirtualClock();
  readonly circuit = new CircuitBreaker(this.clock, () => options);
  readonly #inside: { readonly permit: Permit; readonly era: number }[] = [];

  constructor() {
    this.clock.chance = 0; // no jitter
  }

  take(step: Step): void {
    switch (step.does) {
      case 'enter':
        return this.#enter();
      case 'end':
        return this.#end(step.weight);
      case 'pass':
        this.clock.jump(step.ms);
        this.model.now += step.ms;
        return;
      case 'pause':
        this.circuit.pause();
        return this.model.become('paused');
      case 'reset':
        this.circuit.reset();
        return this.model.become('closed');
    }
  }

  #enter(): void {
    const permit = this.circuit.enter();
    const era = this.model.enter();
    assert.equal(permit !== undefined, era !== undefined);
    if (permit && era !== undefined) this.#inside.push({ permit, era });
  }

  #end(weight: 0 | 1 | 2 | undefined): void {
    const first = this.#inside.shift();
    if (!first) return;
    if (weight === 0) first.permit.succeed();
    else first.permit.fail(weight ?? 0);
    this.model.end(first.era, weight);
  }
}

test('whatever happens in whatever order, a circuit stands as the model of it says', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 120 }), sequence => {
      const both = new Both();
      for (const step of sequence) {
        both.take(step);
        assert.deepEqual(
          [both.circuit.state.is, both.circuit.failedProbes],
          [both.model.is, both.model.failedProbes],
          step.does,
        );
      }
    }),
    { numRuns: Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 2_000) },
  );
});
