import { Failure } from '../../core/model/failure.ts';
import type { Target } from '../../core/model/target.ts';
import { type Complain, kindOf } from './settingProblem.ts';
import { readEntry } from './entryFields.ts';
import { type Knowledge, targetOf } from './targetEntry.ts';

/** Names that mean something else where ids of targets stand. */
const reservedIds: readonly string[] = ['auto', 'offline'];

/** Nobody chooses among more. */
const mostTargets = 200;

/** The targets that the user has listed; an entry that cannot be used is complained about and left out. */
export function declaredTargets(value: unknown, knowledge: Knowledge, complain: Complain): readonly Target[] {
  if (!Array.isArray(value)) {
    complain({ code: 'wrong-type', at: '', found: kindOf(value) });
    return [];
  }
  const targets = new Map<string, Target>();
  if (value.length > mostTargets) complain({ code: 'out-of-range', at: `[${mostTargets}]`, found: 'object' });
  for (const [index, entry] of value.slice(0, mostTargets).entries()) {
    const target = declaredTarget(entry, knowledge, problem => complain({ ...problem, at: `[${index}]${problem.at}` }));
    if (target === undefined) continue;
    if (targets.has(target.id)) complain({ code: 'duplicate-id', at: `[${index}]`, found: 'text' });
    else targets.set(target.id, target);
  }
  return [...targets.values()];
}

function declaredTarget(entry: unknown, knowledge: Knowledge, complain: Complain): Target | undefined {
  const parsed = readEntry(entry, complain);
  if (parsed === undefined) return undefined;
  const { provider, id = '' } = parsed;
  const facts = knowledge.providers.find(({ name }) => name === provider);
  if (facts === undefined) {
    complain({ code: 'unknown-provider', at: '.provider', found: 'text' });
    return undefined;
  }
  if (reservedIds.includes(id)) {
    complain({ code: 'reserved-id', at: '.id', found: 'text' });
    return undefined;
  }
  try {
    return targetOf(parsed, facts, knowledge.checkAddress);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code = '' } = error.details;
    if (code === 'missing') complain({ code: 'missing-field', at: '.baseUrl', found: 'nothing' });
    else complain({ code: 'bad-address', at: '.baseUrl', found: 'text', reason: code });
    return undefined;
  }
}
