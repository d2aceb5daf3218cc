import { fenced } from '../damage/damage.ts';

/** A way in which models speak around their code. */
export interface Voice {
  readonly style: 'terse' | 'chatty';
  readonly fence: Fence;
  readonly speaks: Tongue;
}

export type Fence = (typeof fences)[number];
export type Tongue = (typeof tongues)[number];

const styles = ['terse', 'chatty'] as const;
export const fences = ['with language', 'without language', 'tildes, indented', 'bare'] as const;
export const tongues = ['English', 'German', 'French', 'Chinese'] as const;

export const voices: readonly Voice[] = styles.flatMap(style =>
  fences.flatMap(fence => tongues.map(speaks => ({ style, fence, speaks }))),
);

interface Around {
  readonly before: string;
  readonly after: string;
}

/** What a talkative model says before and after. */
const talk: Readonly<Record<Tongue, Around>> = {
  English: {
    before: "Sure! Here's the updated code:",
    after: 'I kept everything else as it was. Let me know if you would like me to change anything else!',
  },
  German: {
    before: 'Gerne! Hier ist der geänderte Code:',
    after: 'Alles andere habe ich so gelassen, wie es war. Sagen Sie Bescheid, wenn noch etwas zu ändern ist!',
  },
  French: {
    before: 'Bien sûr ! Voici le code modifié :',
    after: "Je n'ai rien changé d'autre. Dites-moi si vous souhaitez une autre modification !",
  },
  Chinese: { before: '好的!以下是修改后的代码:', after: '其他部分保持原样。如果还需要修改,请告诉我!' },
};

/** A few words, as a terse model says them. */
const note: Readonly<Record<Tongue, string>> = {
  English: 'Done.',
  German: 'Erledigt.',
  French: 'Voilà.',
  Chinese: '已完成。',
};

/** How an instruction is begun in that language. */
export const asked: Readonly<Record<Tongue, (instruction: string) => string>> = {
  English: instruction => instruction,
  German: instruction => `Bitte auf Deutsch antworten. ${instruction}`,
  French: instruction => `Réponds en français. ${instruction}`,
  Chinese: instruction => `请用中文回答。${instruction}`,
};

const written: Readonly<Record<Fence, (code: string, info: string) => string>> = {
  'with language': fenced,
  'without language': code => fenced(code, ''),
  'tildes, indented': (code, info) =>
    [`~~~${info}`, ...code.split('\n'), '~~~'].map(line => (line === '' ? '' : `  ${line}`)).join('\n'),
  bare: code => code,
};

/** The code as that voice would give it. Bare code has no words around it: nobody could tell them from it. */
export function spoken({ style, fence, speaks }: Voice, code: string, info: string): string {
  const block = written[fence](code, info);
  if (fence === 'bare') return block;
  if (style === 'terse') return speaks === 'English' ? block : `${block}\n\n${note[speaks]}`;
  return [talk[speaks].before, block, talk[speaks].after].join('\n\n');
}

/** Of a voice in words. */
export const voiceName = ({ style, fence, speaks }: Voice): string => [style, fence, speaks].join(' · ');
