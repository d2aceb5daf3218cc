import type { Steps } from '../../core/shared/steps.ts';

/** A program that a line names to be fetched and run: an action or orb of a pipeline, or the image of a container. */
export interface ProgramOrigin {
  /** What names it: 'uses', 'FROM'. */
  readonly key: string;
  /** As it stands there. */
  readonly value: string;
  /** Without its version. */
  readonly name: string;
  /** Whose it is: the registry and the owner. */
  readonly owner: string;
  /** Is it named by a hash, so that nobody can put another in its place? */
  readonly isPinned: boolean;
}

/** An action by its owner, name and version: GitHub's, Gitea's and Forgejo's `uses`, and CircleCI's orbs. */
const action =
  /^ ?(?:- )?["']?([\w-]{1,60})["']? ?: ?["']?((?:https?:\/\/[\w.-]{1,100}\/)?[\w.-]{1,60}\/[\w./-]{1,150})@([\w./-]{1,100})/;

const image =
  '(?:docker:\\/\\/)?([a-z0-9][a-z0-9.-]{0,100}(?::\\d{1,5}(?=\\/))?(?:\\/[a-z0-9._-]{1,100}){0,6})((?::[\\w.-]{1,128})?(?:@sha256:[0-9a-f]{2,64})?)';

/** Where an image is named that has an owner; the official ones of Docker have none. */
const images: readonly RegExp[] = [
  new RegExp(`^ ?(FROM) (?:--platform=\\S{1,60} )?${image}(?: AS \\S{1,80})? ?$`, 'i'),
  new RegExp(`^ ?(?:COPY|ADD) (?:--\\S{1,60} ){0,4}--(from)=${image}(?: |$)`, 'i'),
  new RegExp(`^ ?RUN --mount=\\S{0,100}\\b(from)=${image}(?:[ ,]|$)`, 'i'),
  new RegExp(`^ ?# ?(syntax) ?= ?${image} ?$`, 'i'),
  new RegExp(`^ ?(ARG \\w{0,40}(?:IMAGE|BASE|FROM|REGISTRY)\\w{0,40}) ?= ?["']?${image}["']? ?$`, 'i'),
  new RegExp(`^ ?(?:- )?["']?(image|container|uses)["']? ?: ?["']?${image}["']?,? ?(?:#|$)`),
  new RegExp(`(?:^|[{,]) ?["']()(?=[^"'/]{0,100}\\.)${image}["'] ?: ?\\{`), // a feature of a dev container
];

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/;

/** What this line names; undefined: nothing, or what the makers of the pipeline or of Docker keep themselves. */
function programOriginIn(line: string): ProgramOrigin | undefined {
  const plain = line.replace(/\s+/g, ' ');
  return actionIn(plain) ?? imageIn(plain);
}

function actionIn(line: string): ProgramOrigin | undefined {
  const [, key = '', name = '', version = ''] = action.exec(line) ?? [];
  if (name === '') return undefined;
  const owner = name.startsWith('http') ? name.split('/').slice(0, 4).join('/') : name.split('/', 1).join('');
  return { key, name, owner, value: `${name}@${version}`, isPinned: /^[0-9a-f]{40,64}$/.test(version) };
}

function imageIn(line: string): ProgramOrigin | undefined {
  for (const expression of images) {
    const [, key = '', name = '', version = ''] = expression.exec(line) ?? [];
    if (name === '' || picture.test(name)) continue;
    const owner = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    return { key, name, owner, value: name + version, isPinned: version.includes('@sha256:') };
  }
  return undefined;
}

/** Who makes what pipelines and containers are made of: one that is added is no news. */
const makers: ReadonlySet<string> = new Set([
  '',
  'actions',
  'github',
  'docker',
  'library',
  'docker.io/library',
  'docker.io/docker',
]);

/** The lines of a text before an edit, in their order and each once. */
export interface LinesBefore {
  readonly before: readonly string[];
  readonly known: ReadonlySet<string>;
}

/** What lines name that did not stand there before: of an owner who had no part in them, or no longer held by its hash. */
export function* newOrigins(
  lines: readonly string[],
  { before, known: old }: LinesBefore,
): Steps<readonly ProgramOrigin[]> {
  const origins = yield* originsIn(lines, old);
  if (origins.length === 0) return [];
  const known = yield* originsIn(before, new Set());
  const owners = new Set([...makers, ...known.map(({ owner }) => owner)]);
  const pinned = new Set(known.filter(({ isPinned }) => isPinned).map(({ name }) => name));
  const loose = new Set(known.filter(({ isPinned }) => !isPinned).map(({ name }) => name));
  return origins.filter(
    ({ owner, name, isPinned }) => !owners.has(owner) || (!isPinned && pinned.has(name) && !loose.has(name)),
  );
}

function* originsIn(lines: readonly string[], leftOut: ReadonlySet<string>): Steps<readonly ProgramOrigin[]> {
  const origins: ProgramOrigin[] = [];
  for (const line of lines) {
    const origin = leftOut.has(line) ? undefined : programOriginIn(line);
    if (origin) origins.push(origin);
    yield;
  }
  return origins;
}
