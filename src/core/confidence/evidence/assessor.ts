import type { Reply } from '../reading/blocks.ts';
import type { FileAtHand } from '../library/fileAtHand.ts';
import type { Parse } from '../reading/parse.ts';
import type { CodeReading } from '../reading/reading.ts';
import type { Answer, Sign } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';
import type { Expectation } from '../../model/purpose.ts';

/** Everything that an assessor may look at. */
export interface Material extends FileAtHand {
  readonly expects: Expectation;
  /** The user's own words; '' when the task needs none. */
  readonly instruction: string;
  /** All that was sent, in parts; undefined: not known. */
  readonly sent?: readonly string[];
  /** Of it what the model was told to do, the user's words left out; undefined: not known. */
  readonly told?: readonly string[];
  readonly text: string;
  readonly finish: Answer['finish'];
  /** The server's counts say that it has read a part of the prompt only. Default: false. */
  readonly isPromptCut?: boolean;
  /** The answer taken apart into blocks and prose. */
  readonly reply: Reply;
  /** What would replace the selection; undefined where no code was asked for. */
  readonly reading?: CodeReading;
  readonly parse: Parse;
}

/** Looks for one kind of evidence. Pure; it may take its time, but does not block for long: what can be long runs in steps. */
export type Assessor = (material: Material) => readonly Sign[] | Promise<readonly Sign[]> | Steps<readonly Sign[]>;

/** The code that would replace the selection; undefined: there is none. */
export const answerCode = ({ reading }: Material): string | undefined =>
  reading?.is === 'code' ? reading.code : undefined;

/** Did the user ask for less? Then a short answer, or none, is what was wanted. In the languages that VS Code speaks most. */
export const asksForLess = (instruction: string): boolean => lessWords.test(instruction);

/** Did the user ask for code to be taken away, or for a stub? */
export const asksForRemoval = (instruction: string): boolean => removalWords.test(instruction);

const removalWords =
  /\b(?:remov|delet|drop|strip|clear|empty|get rid|cut|stub|skeleton|placeholder|todo|entfern|lösch|supprim|elimin|borra|quita|rimuov)|удал|убер|删除|移除|去掉|削除|제거|삭제/i;

const latin = [
  'remov|delet|drop|strip|shorten|simplif|condens|compact|minif|extract|inline|collaps|merg|dedup|clean|reduc|trim',
  'replac|rewrit|one.?liner|shorter|only|without|get rid|cut|move|stub|skeleton|summar|keep just|use',
  'entfern|lösch|kürz|vereinfach|ersetz|supprim|réduis|raccour|remplac|elimin|borra|quita|reemplaz|rimuov',
].join('|');
const others = 'удал|убер|упрост|сократ|замен|删除|移除|去掉|简化|精简|替换|削除|簡略|簡潔|置き換|제거|삭제|간단';
const lessWords = new RegExp(`\\b(?:${latin})|${others}`, 'i');
