import type { Found } from '../found/doctorFinding.ts';
import { cleanLine } from '../../text/cleanText.ts';

/** What is looked at of another extension. */
export interface OtherExtension {
  /** 'publisher.name'. */
  readonly id: string;
  readonly isActive: boolean;
  /** The manifest as it stands. */
  readonly manifest: unknown;
}

/** An extension that shows, or seems to show, suggestions inside the text. */
export interface InlineExtension {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Known to do so, or does its manifest only look like it? */
  readonly isKnown: boolean;
}

/** What can be found about other extensions. */
export type ExtensionFinding =
  | Found<'extensions', 'none-inline'>
  | (Found<'extensions', 'inline'> & { readonly extensions: readonly InlineExtension[] });

/** Extensions that are known to register a provider of inline completions, in lower case. */
const known: ReadonlySet<string> = new Set([
  'amazonwebservices.amazon-q-vscode',
  'amazonwebservices.aws-toolkit-vscode',
  'augment.vscode-augment',
  'blackboxapp.blackbox',
  'codeium.codeium',
  'codeium.windsurfpyright',
  'continue.continue',
  'danielsanmedium.dscodegpt',
  'ggml-org.llama-vscode',
  'github.copilot',
  'github.copilot-chat',
  'gitlab.gitlab-workflow',
  'google.geminicodeassist',
  'googlecloudtools.cloudcode',
  'kilocode.kilo-code',
  'rjmacarthy.twinny',
  'smallcloud.codify',
  'sourcegraph.cody-ai',
  'sourcery.sourcery',
  'supermaven.supermaven',
  'tabbyml.vscode-tabby',
  'tabnine.tabnine-vscode',
  'visualstudioexptteam.intellicode-api-usage-examples',
  'visualstudioexptteam.vscodeintellicode',
  'visualstudioexptteam.vscodeintellicode-completions',
]);

/** How a manifest tells of it: a proposed API, a key that asks whether a suggestion is seen, or a command. */
const signs =
  /inlineCompletionsAdditions|inline-?completion|inlineSuggestionVisible|inline-?suggest(?:ion)?s?\b|ghost-?text/i;

/** No manifest of more characters is searched. */
const mostCharacters = 2_000_000;

/**
 * Which other extensions show suggestions inside the text. VS Code does not tell who registers providers, so this goes by a list
 * and by what manifests say. Steadfast itself shows none, so none of them is in its way.
 */
export function checkExtensions(extensions: readonly OtherExtension[]): readonly ExtensionFinding[] {
  const inline = extensions
    .filter(({ id }) => id.toLowerCase() !== 'steadfast.steadfast')
    .flatMap((extension): readonly InlineExtension[] => {
      const { id, isActive, manifest } = extension;
      const isKnown = known.has(id.toLowerCase());
      if (!isKnown && !looksInline(manifest)) return [];
      return [{ id: cleanLine(id, 100), name: nameIn(manifest, id), isActive, isKnown }];
    });
  return inline.length === 0
    ? [{ area: 'extensions', code: 'none-inline', level: 'fine' }]
    : [{ area: 'extensions', code: 'inline', level: 'fine', extensions: inline }];
}

function looksInline(manifest: unknown): boolean {
  const { contributes, enabledApiProposals } = fieldsOf(manifest);
  const { commands, keybindings } = fieldsOf(contributes);
  const text = JSON.stringify([commands, keybindings, enabledApiProposals]);
  return text.length <= mostCharacters && signs.test(text);
}

function nameIn(manifest: unknown, id: string): string {
  const { displayName } = fieldsOf(manifest);
  const isSaid = typeof displayName === 'string' && displayName.trim() !== '' && !displayName.startsWith('%');
  return cleanLine(isSaid ? displayName : id, 60);
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
