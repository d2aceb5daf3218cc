/** An address, as far as it is looked at here. */
export interface RootAddress {
  readonly scheme: string;
  readonly path: string;
}

interface Rooted {
  readonly rootUri: RootAddress;
}

/** What says which repository is meant; undefined: nothing does. */
export interface Meant {
  /** The root of the repository whose button was pressed. */
  readonly pressed: RootAddress | undefined;
  /** The document in use. */
  readonly edited: RootAddress | undefined;
}

/**
 * The repository that is meant: the one whose button was pressed, the only one, or the innermost one of the document in use. undefined:
 * it has to be asked, because another one is never taken in its place.
 */
export function chosenRepository<Repository extends Rooted>(
  repositories: readonly Repository[],
  { pressed, edited }: Meant,
): Repository | undefined {
  if (pressed) return repositories.find(({ rootUri }) => isSame(rootUri, pressed));
  if (repositories.length === 1) return repositories[0];
  return edited && innermost(repositories, edited);
}

/** Documents of a file that lie elsewhere than it: a side of its diff, a cell of a notebook, what is not saved yet. */
const ofFiles = ['git', 'vscode-notebook-cell', 'untitled'];

function innermost<Repository extends Rooted>(
  repositories: readonly Repository[],
  { scheme, path }: RootAddress,
): Repository | undefined {
  return repositories
    .filter(({ rootUri }) => (rootUri.scheme === scheme || ofFiles.includes(scheme)) && isWithin(path, rootUri.path))
    .sort((one, other) => other.rootUri.path.length - one.rootUri.path.length)[0];
}

/** By whole parts of the path. */
const isWithin = (path: string, root: string): boolean =>
  `${driveless(path)}/`.startsWith(`${driveless(root).replace(/\/$/, '')}/`);

const isSame = (one: RootAddress, other: RootAddress): boolean =>
  one.scheme === other.scheme && isWithin(one.path, other.path) && isWithin(other.path, one.path);

/** The letter of a drive is written large or small. */
const driveless = (path: string): string => path.replace(/^\/[a-z]:/i, drive => drive.toLowerCase());
