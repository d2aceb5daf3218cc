/** Is the path the folder itself or something in it? By segments, and to the letter: `/work/shop-2` is not in `/work/shop`. */
export function isBelow(path: string, folder: string): boolean {
  const [inner, outer] = [segmentsOf(path), segmentsOf(folder)];
  return inner.length >= outer.length && outer.every((segment, at) => segment === inner[at]);
}

const segmentsOf = (path: string): readonly string[] =>
  path
    .replaceAll('\\', '/')
    .replace(/^[A-Z]:/, drive => drive.toLowerCase()) // VS Code writes a drive small, Windows writes it large
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
