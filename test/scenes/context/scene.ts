import { pemKey } from '../../support/pemKey.ts';
import { quickScene } from '../support/quickScene.ts';
import type { Scene } from '../support/scene.ts';

/** What must never be sent. */
export const canaries = {
  secretFile: 'canary-of-the-secret-file',
  ignored: 'canary-of-the-ignored-file',
  built: 'canary-of-the-build',
  token: ['ghp', '_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3h1I'].join(''),
};

const tax = `class Tax {
  /** What is due. */
  static int of(int net) {
    return net / 5;
  }
}
`;

const hidden = String.fromCodePoint(0x202e);

/** A project of several files, one of which defines what another one uses; some must not be sent. */
export const scene: Scene = {
  ...quickScene,
  files: () => ({
    'pom.xml': '<project>\n<maven.compiler.release>21</maven.compiler.release>\n<a>junit-jupiter</a>\n</project>\n',
    'src/Tax.java': tax,
    'src/Token.java': `class Token {\n  static String login() {\n    return "${canaries.token}";\n  }\n}\n`,
    'src/Hidden.java': `class Hidden {\n  static int rate() {\n    return 1; // ${hidden}sraey${hidden}\n  }\n}\n`,
    'src/Keys.java': `class Keys {\n  static String key() {\n    return """\n${pemKey(4096).join('\n')}\n""";\n  }\n}\n`,
    'service.secret.json': `class Secret { static int plan() { return "${canaries.secretFile}"; } }\n`,
    '.env': `class Secret { static int plan() { return "${canaries.secretFile}"; } }\n`,
    'private/Plan.java': `class Plan { static int plan() { return "${canaries.ignored}"; } }\n`,
    'build/Made.java': `class Made { static int plan() { return "${canaries.built}"; } }\n`,
    '.aiignore': 'private/\n',
    '.gitignore': 'build/\n',
    'src/Big.java': bigFile(),
  }),
};

/** 20 000 lines. */
function bigFile(): string {
  const methods = Array.from({ length: 4_999 }, (_, at) => `  int sum${at}(int net) {\n    return Tax.of(net);\n  }\n`);
  return `class Big {\n${methods.join('\n')}}\n`;
}
