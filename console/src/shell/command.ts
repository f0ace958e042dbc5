/** The key of commands, as the keyboard names it. */
export const COMMAND = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
