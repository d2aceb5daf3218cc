import { registerBundleCommands } from '../editor/bundle/bundleCommands.ts';
import { createStatusFeed, type StatusParts } from '../editor/status/statusFeed.ts';
import { registerDoctorCommands } from '../editor/doctor/doctorCommands.ts';
import type { BundleWindow } from './bundleServices.ts';
import type { DoctorSources, DoctorWindow } from './doctorServices.ts';
import type { JournalServices } from './journalServices.ts';
import type { LedgerServices } from './ledgerServices.ts';
import { readStats } from './usageServices.ts';

/** What is told of besides what the window knows. */
type DiagnosticsSources = Pick<DoctorSources, 'listModels' | 'user'> & {
  readonly journalServices: JournalServices;
  readonly ledgerServices: Pick<LedgerServices, 'book' | 'pricesFrom'>;
};

/** Check My Setup and Export Diagnostics; what they look at everything with is loaded with the first use of each. */
export const registerDiagnostics = (
  window: BundleWindow & DoctorWindow & StatusParts,
  { journalServices, ledgerServices, listModels, user }: DiagnosticsSources,
) => [
  ...registerDoctorCommands(async () => {
    const { openDoctor } = await import('./doctorServices.ts');
    return openDoctor(window, { user, listModels, book: ledgerServices.book, journal: journalServices.journal });
  }),
  ...registerBundleCommands(async () => {
    const { openBundles } = await import('./bundleServices.ts');
    const { clock } = window;
    return openBundles(window, {
      journalServices,
      feed: createStatusFeed(window),
      spending: () => ledgerServices.book.now(),
      readStats: () => readStats({ clock, journalServices, ledgerServices }),
    });
  }),
];
