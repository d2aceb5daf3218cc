import type { Row } from '../stage/row.ts';
import { connectingRows } from './connection/connecting.ts';
import { exchangingRows } from './connection/exchanging.ts';
import { interceptedRows } from './connection/intercepted.ts';
import { misconfiguredRows } from './connection/misconfigured.ts';
import { boundRows } from './ownBounds/bounds.ts';
import { budgetRows } from './ownBounds/budgets.ts';
import { circuitRows } from './ownBounds/circuits.ts';
import { sharingRows } from './ownBounds/sharing.ts';
import { bodyRows } from './replies/bodies.ts';
import { meaningRows } from './replies/meaning.ts';
import { redirectRows } from './replies/redirects.ts';
import { refusalRows } from './replies/refusals.ts';
import { retryAfterRows } from './replies/retryAfter.ts';
import { statusRows } from './replies/statuses.ts';
import { cutStreamRows } from './streams/cutStreams.ts';
import { failingStreamRows } from './streams/failingStreams.ts';
import { spelledStreamRows } from './streams/spelledStreams.ts';
import { strangeStreamRows } from './streams/strangeStreams.ts';
import { keepingRows } from './thisMachine/keeping.ts';
import { localWorldRows } from './thisMachine/localWorld.ts';
import { ownFaultRows } from './thisMachine/ownFaults.ts';

/** The whole matrix, by its sections. */
export const faultRows = {
  connection: [...connectingRows, ...misconfiguredRows, ...exchangingRows, ...interceptedRows],
  status: [...refusalRows, ...redirectRows, ...statusRows],
  retryAfter: retryAfterRows,
  bodies: bodyRows,
  cutStreams: [...cutStreamRows, ...failingStreamRows],
  strangeStreams: [...spelledStreamRows, ...strangeStreamRows],
  meaning: meaningRows,
  bounds: [...boundRows, ...circuitRows, ...budgetRows, ...sharingRows],
  localWorld: [...localWorldRows, ...keepingRows, ...ownFaultRows],
} as const satisfies Record<string, readonly Row[]>;
