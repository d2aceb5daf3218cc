import type { FolderState } from '../../../core/shared/folderState.ts';
import type { Found } from '../found/doctorFinding.ts';

/** What looking at what is kept needs of the world. */
export interface StorageFacts {
  readonly folders: readonly { readonly folder: KeptFolder; readonly look: () => Promise<FolderState> }[];
  /** Rejects with a Failure when the key store cannot be read. */
  readonly readKeyStore: () => Promise<void>;
}

/** Whose folder it is: the user's, or the workspace's. */
export type KeptFolder = 'user' | 'workspace';

/** What can be found about what is kept. */
export type StorageFinding =
  | (Found<'storage', 'folder'> & FolderState & { readonly folder: KeptFolder })
  | (Found<'storage', 'key-store'> & { readonly isReadable: boolean });

/** Less room than this is said, bytes: what is kept is at most some hundred MB. */
const lowBytes = 200 * 1024 * 1024;

/** Can what is kept be written and read, and is there room for it? */
export async function checkStorage({ folders, readKeyStore }: StorageFacts): Promise<readonly StorageFinding[]> {
  const [store, ...found] = await Promise.all([
    keyStoreFinding(readKeyStore),
    ...folders.map(async ({ folder, look }) => folderFinding(folder, await look())),
  ]);
  return [store, ...found];
}

async function keyStoreFinding(read: () => Promise<void>): Promise<StorageFinding> {
  try {
    await read();
    return { area: 'storage', code: 'key-store', level: 'fine', isReadable: true };
  } catch {
    // it is told; what the system says of it stands in the log
    const fixes = [{ command: 'steadfast.showLog' }] as const;
    return { area: 'storage', code: 'key-store', level: 'problem', isReadable: false, fixes };
  }
}

function folderFinding(folder: KeptFolder, health: FolderState): StorageFinding {
  const { trouble, unreadable, setAside, newer, freeBytes = Infinity } = health;
  const isDoubtful = unreadable + setAside + newer > 0 || freeBytes < lowBytes;
  const level = trouble === undefined ? (isDoubtful ? 'warning' : 'fine') : 'problem';
  const fixes = level === 'fine' ? {} : { fixes: [{ command: 'steadfast.showLog' } as const] };
  return { area: 'storage', code: 'folder', level, folder, ...health, ...fixes };
}
