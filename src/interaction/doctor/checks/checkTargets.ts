import { settingFix, type DoctorFix, type Found } from '../found/doctorFinding.ts';
import { chainOf, type ChainSetting } from '../../settings/chain.ts';
import type { SettingProblem } from '../../settings/settingProblem.ts';
import type { Retirement } from '../../../core/budget/retiredModels.ts';
import type { Target } from '../../../core/model/target.ts';

/** Why a target is not asked at the moment. */
export type HeldBecause = 'paused' | 'circuit' | 'cooldown';

/** What looking at the targets needs of the world. */
export interface ChainFacts {
  /** The chain of now, in order. */
  readonly chain: readonly Target[];
  /** All that are listed, or chosen automatically. */
  readonly listed: readonly Target[];
  readonly isAutomatic: boolean;
  readonly setting: ChainSetting;
  readonly isLocalOnly: boolean;
  readonly problems: readonly SettingProblem[];
  readonly heldBy: (target: Target) => HeldBecause | undefined;
  /** What is known of the end of its model. */
  readonly retirementOf: (target: Target) => Retirement | undefined;
  /** Whom a question would find while nobody is set up; looked for on this machine only. */
  readonly findHere: () => Promise<readonly Target[]>;
}

/** A target as it is named in a report. */
export interface NamedTarget {
  readonly id: string;
  readonly label: string;
}

/** What can be found about the targets. */
export type TargetFinding =
  | Found<'targets', 'none'>
  | Found<'targets', 'none-local'>
  | Found<'targets', 'empty-chain'>
  | (Found<'targets', 'found-here'> & { readonly targets: readonly NamedTarget[] })
  | (Found<'targets', 'chain'> & { readonly targets: readonly NamedTarget[]; readonly isAutomatic: boolean })
  | (Found<'targets', 'left-out'> & { readonly targets: readonly NamedTarget[] })
  | (Found<'targets', 'held'> & NamedTarget & { readonly because: HeldBecause })
  | (Found<'targets', 'retired'> & NamedTarget & Retirement)
  | (Found<'targets', 'unknown-in-chain'> & { readonly at: number })
  | (Found<'targets', 'setting'> & { readonly problem: SettingProblem });

/** Who would be asked, in which order, and what of the settings about it cannot be used. */
export async function checkTargets(facts: ChainFacts): Promise<readonly TargetFinding[]> {
  const { chain, isAutomatic } = facts;
  const first: readonly TargetFinding[] =
    chain.length > 0
      ? [{ area: 'targets', code: 'chain', level: 'fine', targets: chain.map(named), isAutomatic }]
      : await whyNobody(facts);
  return [
    ...first,
    ...heldFindings(facts),
    ...retired(facts),
    ...leftOut(facts),
    ...unknownInChain(facts),
    ...settingFindings(facts),
  ];
}

const named = ({ id, label }: Target): NamedTarget => ({ id, label });

const makers: readonly DoctorFix[] = [
  { command: 'steadfast.setKey' },
  { command: 'steadfast.detectLocal' },
  { command: 'steadfast.addTarget' },
  { command: 'steadfast.getStarted' },
];

async function whyNobody(facts: ChainFacts): Promise<readonly TargetFinding[]> {
  const { listed, isLocalOnly, setting, findHere } = facts;
  if (listed.length > 0) {
    const isForLocalOnly =
      isLocalOnly && chainOf({ targets: listed, chain: setting, localOnly: false }).targets.length > 0;
    return isForLocalOnly
      ? [
          {
            area: 'targets',
            code: 'none-local',
            level: 'problem',
            fixes: [{ command: 'steadfast.detectLocal' }, settingFix('steadfast.privacy.localOnly')],
          },
        ]
      : [{ area: 'targets', code: 'empty-chain', level: 'problem', fixes: [settingFix('steadfast.chain')] }];
  }
  const found = await findHere();
  if (found.length > 0)
    return [{ area: 'targets', code: 'found-here', level: 'fine', targets: found.map(named), fixes: makers }];
  return [{ area: 'targets', code: 'none', level: 'problem', fixes: makers }];
}

function heldFindings({ chain, heldBy }: ChainFacts): readonly TargetFinding[] {
  return chain.flatMap((target): readonly TargetFinding[] => {
    const because = heldBy(target);
    if (because === undefined) return [];
    const command = because === 'paused' ? 'steadfast.pauseTarget' : 'steadfast.resetCircuit';
    const fixes = [{ command, argument: target.id }] as const;
    return [{ area: 'targets', code: 'held', level: 'warning', ...named(target), because, fixes }];
  });
}

function retired({ chain, retirementOf }: ChainFacts): readonly TargetFinding[] {
  return chain.flatMap((target): readonly TargetFinding[] => {
    const retirement = retirementOf(target);
    if (!retirement) return [];
    const level = retirement.isOver ? 'problem' : 'warning';
    const fixes = [{ command: 'steadfast.openSettings', argument: target.id }] as const;
    return [{ area: 'targets', code: 'retired', level, ...named(target), ...retirement, fixes }];
  });
}

function leftOut({ chain, listed, isLocalOnly }: ChainFacts): readonly TargetFinding[] {
  const targets = listed.filter(({ id }) => !chain.some(target => target.id === id)).map(named);
  if (targets.length === 0 || chain.length === 0) return [];
  const fixes = [settingFix(isLocalOnly ? 'steadfast.privacy.localOnly' : 'steadfast.chain')];
  return [{ area: 'targets', code: 'left-out', level: 'fine', targets, fixes }];
}

/** While targets are chosen automatically the settings do not know their ids; what is named is not told, a key may stand there. */
function unknownInChain({ isAutomatic, listed, setting }: ChainFacts): readonly TargetFinding[] {
  if (!isAutomatic || listed.length === 0) return [];
  const unknown = new Set(chainOf({ targets: listed, chain: setting, localOnly: false }).unknown);
  return setting.user.flatMap((id, at): readonly TargetFinding[] =>
    unknown.has(id)
      ? [{ area: 'targets', code: 'unknown-in-chain', level: 'warning', at, fixes: [settingFix('steadfast.chain')] }]
      : [],
  );
}

/** Nobody reads more lines of one kind. */
const mostProblems = 50;

function settingFindings({ problems }: ChainFacts): readonly TargetFinding[] {
  return problems.slice(0, mostProblems).map(problem => ({
    area: 'targets',
    code: 'setting',
    level: 'warning',
    problem,
    fixes: [settingFix(`steadfast.${problem.key}`)],
  }));
}
