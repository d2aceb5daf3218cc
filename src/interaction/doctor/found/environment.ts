/** Environment variables of the extension host. Their names may be told, their values never. */
export type Environment = Readonly<Record<string, string | undefined>>;
