/** A wrong command line: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A right command that cannot be done as things are: exit code 1. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** There is nothing that a compile could bring up to date. */
export class NoBuild extends Refusal {}

/** Another process is at it, and will be done some time. */
export class Locked extends Refusal {}
