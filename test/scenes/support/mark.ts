/** An invisible separator before each line of the tests, to tell them from the workbench's own chatter. */
export const mark = '\u2063';
