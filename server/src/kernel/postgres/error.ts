/** A start that cannot succeed; the message is one line for the operator. */
export class EmbeddedPostgresError extends Error {}
