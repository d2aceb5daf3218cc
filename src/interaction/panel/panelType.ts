/** VS Code's name for our answer panels. */
export const panelType = 'steadfast.answers';
