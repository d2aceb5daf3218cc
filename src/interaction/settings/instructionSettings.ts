import { instructionKinds, type InstructionSwitches } from '../../assist/instructions/instruction.ts';
import { type Complain, kindOf, toldName } from './settingProblem.ts';

/** Longer instructions in the settings are cut, characters. */
const longestText = 10_000;

/** All are read, unless somebody says otherwise. */
export const instructionDefaults: InstructionSwitches = {
  agents: true,
  copilot: true,
  instructions: true,
  claude: true,
};

/**
 * Which kinds of instruction files are read, from what stands in the layers of the setting, the user's first: what one of them
 * switches off is off. What is no switch counts as not written.
 */
export function instructionSwitches(
  layers: readonly unknown[],
  complain: Complain = () => undefined,
): InstructionSwitches {
  const switches = { ...instructionDefaults };
  for (const layer of layers) {
    if (layer === undefined) continue;
    if (typeof layer !== 'object' || layer === null || Array.isArray(layer)) {
      complain({ code: 'wrong-type', at: '', found: kindOf(layer) });
      continue;
    }
    for (const [name, value] of Object.entries(layer)) {
      const kind = instructionKinds.find(each => each === name);
      if (!kind) complain({ code: 'unknown-field', at: toldName(name), found: 'nothing' });
      else if (typeof value !== 'boolean') complain({ code: 'wrong-type', at: `.${kind}`, found: kindOf(value) });
      else if (!value) switches[kind] = false;
    }
  }
  return switches;
}

/** The instructions that stand in the settings: those of the nearest layer that holds a text. The user's layer is the first. */
export function instructionText(layers: readonly unknown[], complain: Complain = () => undefined): string {
  const texts = layers.flatMap(layer => {
    if (typeof layer === 'string') return [layer];
    if (layer !== undefined) complain({ code: 'wrong-type', at: '', found: kindOf(layer) });
    return [];
  });
  const text = texts.at(-1)?.trim() ?? '';
  if (text.length > longestText) complain({ code: 'out-of-range', at: '', found: 'text' });
  return text.slice(0, longestText);
}
