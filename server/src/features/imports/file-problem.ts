/** What is wrong with a file as a whole: the message names it and says what to do. */
export class FileProblem extends Error {}
