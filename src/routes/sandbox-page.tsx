/** Development only: every state of every part, on one page. */
export const SandboxPage = () => <h1>Sandbox</h1>;
