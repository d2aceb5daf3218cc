/** A path in its pieces: 'src/api/user.service.ts' → 'src/api', 'user.service', '.ts'. */
export interface Named {
  readonly folder: string;
  readonly stem: string;
  readonly extension: string;
}

export const namedOf = (path: string): Named => {
  const [name = ''] = path.split('/').slice(-1);
  const folder = path.slice(0, -name.length).replace(/\/$/, '');
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { folder, stem: name, extension: '' }
    : { folder, stem: name.slice(0, dot), extension: name.slice(dot) };
};

/** Extensions of scripts, which test one another. */
export const scripts = /^\.[cm]?[jt]sx?$/;
