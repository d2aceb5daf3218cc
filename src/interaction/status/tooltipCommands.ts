/** The commands that the tooltip links to: the only ones that its Markdown may be trusted with. */
export const tooltipCommands = [
  'steadfast.showMenu',
  'steadfast.showLog',
  'steadfast.endRehearsal',
  'steadfast.showQueue',
  'steadfast.openDashboard',
] as const;
