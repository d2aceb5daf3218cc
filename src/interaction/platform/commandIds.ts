/** Every command of the manifest. `test/manifest.test.ts` holds the two lists together. */
export const commandIds = [
  'steadfast.explain',
  'steadfast.ask',
  'steadfast.edit',
  'steadfast.editFiles',
  'steadfast.fix',
  'steadfast.tests',
  'steadfast.docs',
  'steadfast.documentFile',
  'steadfast.rename',
  'steadfast.commitMessage',
  'steadfast.review',
  'steadfast.reviewChanges',
  'steadfast.reviewCommit',
  /** Of a finding, by its name or its line in the view. */
  'steadfast.openFinding',
  'steadfast.applyFinding',
  'steadfast.dismissFinding',
  'steadfast.dismissFindingKind',
  'steadfast.clearFindings',
  'steadfast.forgetDismissed',
  'steadfast.openDashboard',
  /** Lists the edits that were applied. */
  'steadfast.takeBack',
  'steadfast.showLearned',
  'steadfast.cancel',
  'steadfast.acceptEdit',
  'steadfast.discardEdit',
  /** The same as words above the diff: VS Code draws a command's key below its word there, cut off. */
  'steadfast.acceptShownEdit',
  'steadfast.discardShownEdit',
  /** Of the changes of the edit that is shown. */
  'steadfast.chooseChanges',
  'steadfast.chooseShownChanges',
  'steadfast.toggleChange',
  'steadfast.stop',
  'steadfast.askNext',
  'steadfast.continue',
  'steadfast.askAgain',
  'steadfast.tryAnother',
  'steadfast.askAnother',
  'steadfast.secondOpinion',
  'steadfast.showBoth',
  /** Of the answer in use: its model is set for its task, or not any more. */
  'steadfast.alwaysUse',
  'steadfast.doNotAlwaysUse',
  'steadfast.showEdit',
  'steadfast.useAnyway',
  'steadfast.askStronger',
  'steadfast.rephrase',
  'steadfast.keepForReview',
  'steadfast.discard',
  'steadfast.approve',
  'steadfast.askLater',
  'steadfast.forgetLater',
  /** Of the answer in use. */
  'steadfast.checkByRunning',
  'steadfast.helpful',
  'steadfast.notHelpful',
  'steadfast.exportFeedback',
  'steadfast.forgetFeedback',
  'steadfast.openAsText',
  'steadfast.showQueue',
  'steadfast.showReview',
  /** Of an answer that waits for a decision, by its line in the view; else the user picks. */
  'steadfast.approveKept',
  'steadfast.rejectKept',
  'steadfast.editKept',
  /** Of the editor in use, in which the user changes such an answer. */
  'steadfast.proposeEdited',
  'steadfast.filterReview',
  'steadfast.exportReview',
  'steadfast.showAnswers',
  /** Of a line in the views. */
  'steadfast.openAnswer',
  /** Of a line in the views, or the panel in use. */
  'steadfast.openInNewPanel',
  'steadfast.askKept',
  'steadfast.removeKept',
  'steadfast.changeKept',
  /** A question that was asked three times in vain may be offered again. */
  'steadfast.offerKept',
  'steadfast.moveKeptUp',
  'steadfast.moveKeptDown',
  'steadfast.askAllKept',
  'steadfast.removeAllKept',
  'steadfast.showMenu',
  'steadfast.setKey',
  'steadfast.removeKey',
  'steadfast.importKeys',
  'steadfast.addTarget',
  'steadfast.testTarget',
  'steadfast.detectLocal',
  'steadfast.openSettings',
  'steadfast.resetCircuit',
  'steadfast.pauseTarget',
  'steadfast.chooseTaskModel',
  'steadfast.setBudget',
  'steadfast.exportUsage',
  'steadfast.showStats',
  'steadfast.allowOverBudget',
  'steadfast.previewPrompt',
  'steadfast.clearCache',
  'steadfast.rehearseFailure',
  'steadfast.endRehearsal',
  'steadfast.forgetConsent',
  'steadfast.deleteData',
  'steadfast.showLog',
  'steadfast.doctor',
  'steadfast.exportDiagnostics',
  'steadfast.copyDoctorReport',
  /** Of the line of the report that the cursor is on. */
  'steadfast.followDoctorLink',
  'steadfast.moveKeys',
  'steadfast.getStarted',
  'steadfast.addToQuestion',
  'steadfast.runPromptFile',
] as const;

/** The id of one of our commands. */
export type CommandId = (typeof commandIds)[number];

/** What when-clauses of the manifest may ask about us; everything else they name is VS Code's own. */
export const contextKeys = [
  /** A question is under way. */
  'steadfast.working',
  'steadfast.waiting',
  /** A review has found something that is neither mended nor dismissed. */
  'steadfast.hasFindings',
  /** A proposed edit waits to be accepted or discarded. */
  'steadfast.editPending',
  /** It changes more than one place. */
  'steadfast.changesPending',
  /** The diff of the proposed edit is the active editor. */
  'steadfast.editShown',
  /** An answer panel is open. */
  'steadfast.panelOpen',
  /** The answer panel is the active editor. */
  'steadfast.panelFocused',
  /** The last answer of the active panel broke off and can be continued. */
  'steadfast.continuable',
  /** The active panel shows an edit that may be applied. */
  'steadfast.showable',
  /** The active panel shows an answer that did not pass the gate. */
  'steadfast.doubtful',
  /** The active panel shows an answer that waits for a human's decision. */
  'steadfast.review',
  /** The active editor holds the code of an answer that the user changes before approving it. */
  'steadfast.answerEdited',
  /** Nobody could answer what the active panel asked last, so it can be kept for later. */
  'steadfast.keepable',
  /** What the active panel asked last is kept for later. */
  'steadfast.queued',
  'steadfast.compared',
  /** A failure is being rehearsed. */
  'steadfast.rehearsing',
] as const;

/** The name of one of our context keys. */
export type ContextKey = (typeof contextKeys)[number];
