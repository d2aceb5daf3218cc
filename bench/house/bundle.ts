import type { Figures } from '../harness/bench.ts';
import type { Packed } from '../support/packed.ts';

/** Cline's vsix, 7.28 MB, is the peer that the goal is a quarter of (version of late 2025, measured once). */
const peerVsixBytes = 7.28e6;
const mainFile = 'dist/extension.cjs';

/** Sizes, and which file holds what: facts of the build, the same in every run. */
export function bundle({ vsixBytes, outputs }: Packed): Figures {
  const eager = loadedWith(mainFile, outputs);
  const asked = loadedWith(houseFile(outputs), outputs);
  const mainKilobytes = eager.reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0) / 1000;
  const eagerSdks = sdks.filter(sdk =>
    filesOf(sdk, outputs).some(file => eager.includes(file) || asked.includes(file)),
  );
  const sharedSdks = sdks.filter(sdk => filesOf(sdk, outputs).some(file => holdsOthers(sdk, outputs[file])));
  return {
    rows: [
      { measure: 'main bundle, minified', steadfast: kilobytes(mainKilobytes), remark: eager.join(' + ') },
      ...sdks.map(sdk => ({ measure: `chunks of ${sdk}`, ...sizeOf(filesOf(sdk, outputs), outputs) })),
      {
        measure: 'vsix',
        steadfast: megabytes(vsixBytes),
        baseline: megabytes(peerVsixBytes),
        ratio: (vsixBytes / peerVsixBytes).toFixed(3),
        remark: 'baseline: Cline, a constant',
      },
    ],
    goals: [
      { name: 'P10 main bundle', value: mainKilobytes, limit: 60, unit: 'KB' },
      { name: 'P10 SDKs required with the main bundle or the first command', value: eagerSdks.length, limit: 0 },
      { name: 'P10 SDKs without a chunk of their own', value: sharedSdks.length, limit: 0 },
      { name: 'P11 vsix / 7.28 MB', value: vsixBytes / peerVsixBytes, limit: 0.25 },
    ],
  };
}

export const sdks = ['openai', '@anthropic-ai/sdk'] as const;

/** The files that hold code of a package. */
export function filesOf(name: string, outputs: Packed['outputs']): readonly string[] {
  return Object.keys(outputs).filter(file => inputsOf(outputs[file]).some(input => isOf(name, input)));
}

/** A file and all that it requires while it is loaded. */
function loadedWith(file: string, outputs: Packed['outputs']): readonly string[] {
  const loaded = new Set([file]);
  for (const one of loaded) {
    for (const { path, kind, external } of outputs[one]?.imports ?? []) {
      if (kind !== 'dynamic-import' && external !== true && path in outputs) loaded.add(path);
    }
  }
  return [...loaded];
}

function houseFile(outputs: Packed['outputs']): string {
  const [file] =
    Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === 'src/composition/assistantServices.ts') ?? [];
  if (file === undefined) throw new Error('there is no chunk of src/composition/assistantServices.ts');
  return file;
}

/** Code of the extension itself, or of the other SDK: then whoever needs that loads this SDK too. */
function holdsOthers(sdk: string, output: Packed['outputs'][string] | undefined): boolean {
  const others = sdks.filter(other => other !== sdk);
  return inputsOf(output).some(input => input.startsWith('src/') || others.some(other => isOf(other, input)));
}

const inputsOf = (output: Packed['outputs'][string] | undefined): readonly string[] =>
  Object.entries(output?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : []));

const isOf = (name: string, input: string): boolean => input.includes(`node_modules/${name}/`);

const sizeOf = (files: readonly string[], outputs: Packed['outputs']) => ({
  steadfast: kilobytes(files.reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0) / 1000),
  remark: `${files.length} lazy files`,
});

const kilobytes = (number: number): string => `${number.toFixed(1)} KB`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
