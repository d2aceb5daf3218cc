import type { PackagesAtHand } from '../../core/model/purpose.ts';

/** What one folder above a file holds that says which modules can be imported. */
export interface PythonFolder {
  /** The texts of what names packages: `isPythonManifest`. */
  readonly manifests: readonly string[];
  /** The names of what lies in it and in its `src`. */
  readonly beside: readonly string[];
  /** The names of what is installed in its environment. */
  readonly installed: readonly string[];
}

const manifest =
  /^(?:[\w.-]{0,40}requirements[\w.-]{0,40}\.(?:txt|in)|pyproject\.toml|Pipfile(?:\.lock)?|setup\.(?:py|cfg)|environment\.ya?ml|(?:uv|poetry|pdm)\.lock|tox\.ini|noxfile\.py)$/;

/** Is a file of this name one that names packages? */
export const isPythonManifest = (name: string): boolean => manifest.test(name);

/** Imported under another name than their package has, by the most used packages that do so. */
const packagesOf: Readonly<Record<string, string>> = {
  ...{
    attr: 'attrs',
    bs4: 'beautifulsoup4',
    crypto: 'pycryptodome',
    cv2: 'opencv-python',
    dateutil: 'python-dateutil',
  },
  ...{ docx: 'python-docx', dotenv: 'python-dotenv', fitz: 'pymupdf', git: 'gitpython', github: 'pygithub' },
  ...{ gi: 'pygobject', jose: 'python-jose', jwt: 'pyjwt', kafka: 'kafka-python', ldap: 'python-ldap' },
  ...{
    magic: 'python-magic',
    multipart: 'python-multipart',
    mysqldb: 'mysqlclient',
    openssl: 'pyopenssl',
    pil: 'pillow',
  },
  ...{
    pkg_resources: 'setuptools',
    pptx: 'python-pptx',
    psycopg2: 'psycopg2-binary',
    rest_framework: 'djangorestframework',
  },
  ...{
    serial: 'pyserial',
    sklearn: 'scikit-learn',
    skimage: 'scikit-image',
    slugify: 'python-slugify',
    socks: 'pysocks',
  },
  ...{ telegram: 'python-telegram-bot', usb: 'pyusb', win32api: 'pywin32', yaml: 'pyyaml', zmq: 'pyzmq' },
};

/**
 * The modules that a file of Python can import, by the folders above it: what any manifest or lock file speaks of, in whatever grammar, what
 * is installed in their environments, and the modules of the workspace itself. It is partial: a package brings others along, and may
 * be imported by another name. undefined: nothing names packages here.
 */
export function pythonPackages(folders: readonly PythonFolder[]): PackagesAtHand | undefined {
  const texts = folders.flatMap(({ manifests }) => manifests);
  const installed = folders.flatMap(folder => folder.installed);
  if (texts.length === 0 && installed.length === 0) return undefined;
  const named = new Set(texts.flatMap(text => (text.match(word) ?? []).map(plain)));
  const own = folders.flatMap(({ beside }) => beside);
  const modules = new Set([...own, ...installed].map(name => name.replace(/\.(?:py|pyi|so|pyd)$/, '')));
  return {
    isPartial: true,
    has: name => modules.has(name) || namesFor(name).some(each => named.has(each)),
  };
}

/** A name of a package, wherever it stands. */
const word = /[A-Za-z\d][\w.-]*/g;

/** Names of packages are the same in capitals, and with other signs between their parts. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[._-]+/g, '-')
    .replace(/-$/, '');

/** What a package may be called that is imported by this name. */
function namesFor(module: string): readonly string[] {
  const own = plain(module);
  const other = packagesOf[module.toLowerCase()];
  return [own, `python-${own}`, `py${own}`, `${own}-python`, `${own}2`, ...(other === undefined ? [] : [other])];
}
