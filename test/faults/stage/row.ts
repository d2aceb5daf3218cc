import type { FailureKind } from '../../../src/core/model/failure.ts';
import type { AttemptNote, SkipReason, Spent } from '../../../src/core/model/note.ts';
import type { FaultStage } from './faultStage.ts';
import type { Setting } from './setting.ts';
import type { AdapterName } from './wires.ts';

/** One row of the fault matrix, as data: what goes wrong, and what must come of it. */
export interface Row extends Setting {
  /** Its number in the matrix. A row of several cases stands here several times. */
  readonly id: `F${number}`;
  /** Which of several cases: '504', 'reset'. */
  readonly variant?: string;
  /** What must happen, as a sentence. */
  readonly title: string;
  /** 'none': it is not about a wire and runs once. Default: all three. */
  readonly wires?: readonly AdapterName[] | 'none';
  /** Tests elsewhere that hold it: file below test/, and name, as it is written there. */
  readonly heldBy?: readonly (readonly [file: string, name: string])[];
  /** Why it cannot be shown yet. It is still played, and printed by name. */
  readonly pending?: string;

  /** The target is the only one, and nobody watches the answer being written. */
  readonly alone?: Expected;
  /** A healthy target at another origin comes after it. */
  readonly backup?: Expected;
  /** A healthy target at the *same* origin comes after it. */
  readonly neighbour?: Expected;
  /** The only target, and the user watches. */
  readonly watched?: Expected;
  /** The user watches, and a healthy target comes after it. */
  readonly watchedBackup?: Expected;
  /** A course of events of its own; it gives what is compared with `played`. */
  readonly course?: (stage: FaultStage) => Promise<unknown>;
  /** Who comes after the target in that course. Default: nobody. */
  readonly courseWith?: 'backup';
  readonly played?: unknown;
}

/** What must come of a question. Everything is compared; what is left out has the default that stands here. */
export interface Expected {
  /** How the question ends. Default: 'answered'. */
  readonly ends?: 'answered' | 'refused' | 'length' | FailureKind;
  /** Finer code of the target's last failure: with its kind, the message's key. Default: not compared. */
  readonly code?: string;
  /** Who answers. Default: 'backup' where there is one, else 'target'. */
  readonly by?: 'target' | 'backup' | 'nobody';
  /** Requests that arrive whole at the target's server. */
  readonly requests: number;
  /** Attempts that the client made at it. Default: as many as requests. */
  readonly attempts?: number;
  /** How each attempt at it ended. Default: not compared. */
  readonly outcomes?: readonly AttemptNote['outcome'][];
  /** Weight of what counts against its circuit. Default 0. */
  readonly trips?: number;
  /** The gate that closes for it, and for how long, ms. Default: none. */
  readonly gate?: SkipReason;
  readonly gateMs?: number;
  /** What each failed attempt costs. Default 'nothing'. One that answers costs 'exact'. */
  readonly spent?: Spent;
  /** What the answer of the target costs. Default 'exact'. */
  readonly answerSpent?: Spent;
  /** Is its answer remembered? Default: when it is a whole one. */
  readonly stored?: boolean;
  /** The answer's text. Default: the healthy one. */
  readonly text?: string;
  /** The text that remains, marked as incomplete. */
  readonly partial?: string;
  /** What the user watches: text, and '|' where another target begins anew. */
  readonly shown?: string;
  /** What the failure quotes of the server. */
  readonly said?: string | null;
  /** Data for the words, as far as named here. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Connections that stay open for a while after the end. Default 0. */
  readonly leavesSockets?: number;
  /** Virtual ms from the question to its end: exactly, or from–to. */
  readonly tookMs?: number | readonly [from: number, to: number];
}
