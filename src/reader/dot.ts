/** Between short notes in one line; a line may end with it, and never begins with it. */
export const DOT = '\u00a0· '
