/** npm hands a terminal's Ctrl-C on to a process that already has it: that echo is not a second request. */
const ECHO_MS = 500;

/** The wish of whoever runs the process that it ends. */
export interface StopRequest {
  /** True once it has come. */
  readonly made: boolean;
  /** Settles when it comes. */
  readonly arrival: Promise<void>;
}

/** Listens for SIGTERM and SIGINT. The first asks for an orderly stop; a second one ends the process at once. */
export function stopRequest(): StopRequest {
  let madeAt = 0;
  const arrival = new Promise<void>((resolve) => {
    const onSignal = (): void => {
      if (madeAt === 0) madeAt = Date.now();
      else if (Date.now() - madeAt > ECHO_MS) process.exit(1);
      resolve();
    };
    process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  });
  return {
    get made() {
      return madeAt > 0;
    },
    arrival,
  };
}
