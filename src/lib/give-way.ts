interface Scheduler {
  yield?: () => Promise<void>;
}

/** Lets the browser draw and answer before work goes on. */
export async function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) await scheduler.yield();
  else await new Promise((done) => setTimeout(done));
}
