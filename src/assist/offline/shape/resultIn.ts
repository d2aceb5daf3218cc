/** A function in pieces; texts and comments are masked. */
export interface FunctionPieces {
  /** What stands before its name. */
  readonly before: string;
  /** What stands between its parameters and its body. */
  readonly result: string;
  readonly body: string;
  readonly family: string;
}

const returnsValue = /\breturn[ \t]+(?!None\b|undefined\b|null;)[^;\s}]/;

/** Does it give something back, as its head says, or where that says nothing, its body? */
export function resultIn({ before, result, body, family }: FunctionPieces): boolean {
  switch (family) {
    case 'python':
      return result.includes('->') ? !/->\s*None\b/.test(result) : /\byield\b/.test(body) || returnsValue.test(body);
    case 'go':
      return result.trim() !== '';
    case 'rust':
    case 'swift':
      return /->\s*(?!\(\)|!|Void\b)\S/.test(result);
    case 'script':
    case 'kotlin':
    case 'scala':
    case 'php':
      return typedOrReturned(result, body);
    case 'ruby':
      return true;
    default:
      return hasTypeBefore(before);
  }
}

function typedOrReturned(result: string, body: string): boolean {
  const type = /^\s*:\s*([^=]+)/.exec(result)?.[1]?.trim() ?? '';
  if (type !== '') return !/^(?:void|never|undefined|Unit|Promise<(?:void|undefined)>)$|^asserts\b/.test(type);
  return /^(?:=>|=(?!>))\s*[^{\s]/.test(body) || returnsValue.test(body);
}

/** So much before a name is looked at, characters. */
const longestHead = 600;

/** In C and its kin the type stands before the name; what makes an object has none. */
function hasTypeBefore(whole: string): boolean {
  const before = whole.slice(-longestHead);
  const head = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('}'), before.lastIndexOf('{')) + 1);
  const words = head.replace(/@[\w.]+(?:\([^()]*\))?|\[[^[\]]*\]/g, ' ').replace(/\w+\s*::\s*$/, '');
  const own = words.match(/[\w:]+(?:\s*<[^;]*>)?[\s*&]*/g) ?? [];
  const types = own.filter(word => !modifiers.test(word.trim()));
  return types.length > 0 && !(types.length === 1 && /^void\s*$/.test(types[0] ?? ''));
}

const modifiers =
  /^(?:public|private|protected|internal|static|final|abstract|synchronized|native|default|virtual|override|async|inline|extern|constexpr|explicit|friend|unsafe|partial|sealed|readonly|strictfp)$/;

/** What it throws: by its head in Java, else where its body does. */
export function raisedIn({ result, body, family }: Omit<FunctionPieces, 'before'>): readonly string[] {
  if (family === 'rust') return rustSections(result, body);
  const declared = family === 'java' ? (/\bthrows\s+([\w.,\s]+)/.exec(result)?.[1] ?? '').split(',') : [];
  const pattern = family === 'python' ? /\braise\s+([\w.]+)/g : /\bthrow\s+(?:new\s+)?([\w$.:\\]+)\s*[({]/g;
  const thrown = [...body.matchAll(pattern)].map(([, name = '']) => name);
  const known = [...declared, ...thrown].map(name => name.trim()).filter(name => /^\\?[A-Z]|[.:]/.test(name));
  return [...new Set(known)].slice(0, 8);
}

/** The parts of a comment in which Rust tells of failures. */
function rustSections(result: string, body: string): readonly string[] {
  return [
    ...(/->\s*(?:[\w:]+::)?(?:Result|io::Result)\b/.test(result) ? ['Errors'] : []),
    ...(/\bpanic!|\.unwrap\(\)|\.expect\(|\bassert(?:_eq|_ne)?!|\bunreachable!|\btodo!/.test(body) ? ['Panics'] : []),
  ];
}
