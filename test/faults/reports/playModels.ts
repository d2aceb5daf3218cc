import { findProvider } from '../../../src/providers/all.ts';
import { portsWith, targetAt } from '../../providers/asking.ts';
import { document } from '../../providers/asked.ts';
import { startPeer } from '../../providers/wire.ts';
import type { ModelsCase } from './reportCase.ts';

/** The models that are read from such a list. */
export async function playModels({ body }: ModelsCase): Promise<readonly string[]> {
  const peer = await startPeer(document(body));
  try {
    const provider = findProvider('openai-compatible');
    if (!provider?.listModels) throw new Error('it lists no models');
    const target = targetAt('openai', `${peer.origin}/v1`);
    return await provider.listModels(target, portsWith(), new AbortController().signal);
  } finally {
    await peer.stop();
  }
}
