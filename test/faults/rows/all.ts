import type { Row } from '../row.ts';
import { bodyRows } from './bodies.ts';
import { boundRows } from './bounds.ts';
import { budgetRows } from './budgets.ts';
import { circuitRows } from './circuits.ts';
import { connectingRows } from './connecting.ts';
import { cutStreamRows } from './cutStreams.ts';
import { exchangingRows } from './exchanging.ts';
import { failingStreamRows } from './failingStreams.ts';
import { keepingRows } from './keeping.ts';
import { localWorldRows } from './localWorld.ts';
import { meaningRows } from './meaning.ts';
import { misconfiguredRows } from './misconfigured.ts';
import { ownFaultRows } from './ownFaults.ts';
import { redirectRows } from './redirects.ts';
import { refusalRows } from './refusals.ts';
import { retryAfterRows } from './retryAfter.ts';
import { sharingRows } from './sharing.ts';
import { spelledStreamRows } from './spelledStreams.ts';
import { statusRows } from './statuses.ts';
import { strangeStreamRows } from './strangeStreams.ts';

/** The whole matrix, by its sections. */
export const faultRows = {
  connection: [...connectingRows, ...misconfiguredRows, ...exchangingRows],
  status: [...refusalRows, ...redirectRows, ...statusRows],
  retryAfter: retryAfterRows,
  bodies: bodyRows,
  cutStreams: [...cutStreamRows, ...failingStreamRows],
  strangeStreams: [...spelledStreamRows, ...strangeStreamRows],
  meaning: meaningRows,
  bounds: [...boundRows, ...circuitRows, ...budgetRows, ...sharingRows],
  localWorld: [...localWorldRows, ...keepingRows, ...ownFaultRows],
} as const satisfies Record<string, readonly Row[]>;
