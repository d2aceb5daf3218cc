import { exportedNames } from './exportedNames.ts';
import type { Tested } from './tested.ts';

/** The line that takes in what is tested, as its file gives it out and as the project writes paths. */
export function importOf(tested: Tested): string {
  const { subject, source } = tested;
  const { isCommonJs, named, whole } = exportedNames(source);
  const taken = whole === subject && !named.has(subject) ? subject : `{ ${subject} }`;
  const from = importedPath(tested, isCommonJs);
  return isCommonJs ? `const ${taken} = require('${from}');` : `import ${taken} from '${from}';`;
}

/** Does the file give it out at all? */
export function isExported(subject: string, source: string): boolean {
  const { named, whole } = exportedNames(source);
  return whole === subject || named.has(subject);
}

/** Does the project write the ends of names of files, and which? */
const relative = /(?:from|require\() ?['"]\.[^'"\n]{0,200}['"]/;

function importedPath({ file, source, testFile }: Tested, isCommonJs: boolean): string {
  const extension = /\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? '';
  const stem = file.slice(0, file.length - extension.length);
  const shown = [testFile.text, testFile.example?.text, source]
    .map(text => relative.exec((text ?? '').slice(0, 100_000))?.[0])
    .find(each => each !== undefined);
  const isModule = /^\.m?js$/.test(extension) && !isCommonJs;
  const end = shown === undefined ? (isModule ? extension : '') : endLike(shown, extension);
  return relativePath(testFile.path, stem) + end;
}

/** '.ts' where others write it, '.js' where they write what it becomes, nothing where they write nothing. */
function endLike(shown: string, extension: string): string {
  const written = /\.[cm]?([jt])sx?['"]$/.exec(shown)?.[1];
  if (written === undefined) return '';
  return written === 't' ? extension : extension.replace(/ts(?=x?$)/, 'js').replace(/x$/, '');
}

function relativePath(from: string, to: string): string {
  const [folders, target] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < folders.length && same < target.length - 1 && folders[same] === target[same]) same += 1;
  const up = '../'.repeat(folders.length - same);
  return (up === '' ? './' : up) + target.slice(same).join('/');
}
