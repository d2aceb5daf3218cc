/** Whoever runs a server on this machine, as far as the system tells. */
export interface ServerOwners {
  /** User ids of those whose programs listen on a port here; undefined: this system does not tell. */
  ownersOf(port: number): Promise<readonly number[] | undefined>;
  /** The user that this extension runs as; undefined: this system knows no such ids. */
  readonly self: number | undefined;
  /** What that user is called here, or the id. */
  nameOf(user: number): Promise<string>;
  /** Have other people an account on this machine? False where that is not known. */
  hasOtherPeople(): Promise<boolean>;
}

/** Where the extension's window and its machine stand to each other. */
export interface LocalServers extends ServerOwners {
  /** Does the window show another machine than the one in front of the user? */
  readonly isRemote: () => boolean;
}
