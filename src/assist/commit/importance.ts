import type { ChangedFile } from './changedFiles.ts';

/**
 * How much the change of a file says about why it was made. 'none': it follows from another one, or nobody wrote it, so its name
 * is enough.
 */
export type Importance = 'code' | 'tests' | 'texts' | 'none';

const locks =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|composer\.lock|gemfile\.lock|cargo\.lock|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|go\.sum|go\.work\.sum|flake\.lock|mix\.lock|pubspec\.lock|podfile\.lock|package\.resolved|packages\.lock\.json|gradle\.lockfile|\.terraform\.lock\.hcl|conan\.lock|pixi\.lock)$/;
const made =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|out|target|coverage|__snapshots__|\.next|\.nuxt|generated|__generated__|gen)\/|\.(?:min\.(?:js|css|mjs)|map|snap|pb\.go|pb\.cc|pb\.h|_pb2\.py|_pb2_grpc\.py|g\.dart|freezed\.dart|designer\.cs|g\.cs|generated\.\w+)$|_pb2(?:_grpc)?\.pyi?$/;
const tests = /(?:^|\/)(?:tests?|specs?|__tests__|testing|fixtures)\/|[._-](?:test|spec)s?\.\w+$|(?:^|\/)test_\w+\.py$/;
const texts =
  /\.(?:md|mdx|rst|txt|adoc|json|ya?ml|toml|ini|cfg|xml|svg|csv|lock|properties)$|(?:^|\/)(?:license|changelog)\b/;

/** By its name and kind, and by what most of its lines are. */
export function importanceOf({ path, isBinary }: Pick<ChangedFile, 'path' | 'isBinary'>): Importance {
  const name = path.toLowerCase();
  if (isBinary || locks.test(name) || made.test(name)) return 'none';
  if (tests.test(name)) return 'tests';
  return texts.test(name) ? 'texts' : 'code';
}
