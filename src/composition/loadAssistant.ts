import { pace } from '../interaction/platform/pace.ts';
import type * as AssistantServices from './assistantServices.ts';

/**
 * Loads what is needed to ask, part by part: each takes some ms to compile, and between them, and before anything is opened,
 * the other extensions have their turn. What a part shares with the others is loaded with the first that needs it.
 */
export async function loadAssistant(): Promise<typeof AssistantServices> {
  await import('../core/client.ts');
  await pace.turn();
  await import('../providers/all.ts');
  await pace.turn();
  await import('../assist/tasks/all.ts');
  await pace.turn();
  await import('../editor/asking/evidence/evidenceGatherer.ts');
  await pace.turn();
  await import('../editor/asking/added/addToQuestion.ts');
  await pace.turn();
  await import('../editor/instructions/instructionFiles.ts');
  await pace.turn();
  await import('../editor/conversation/results.ts');
  await pace.turn();
  await import('./journalServices.ts');
  await pace.turn();
  const services = await import('./assistantServices.ts');
  await pace.turn();
  return services;
}
