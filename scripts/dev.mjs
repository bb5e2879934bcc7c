import { parseArgs } from 'node:util';
import { root } from './bundle-cli.mjs';

const HELP = `Usage: npm run dev -- [options]

The reader with live code and live content, on this machine alone; drafts behind a switch. The content folder is
TEARSHEET_CONTENT, else the sample in content/.

Options:
  --port N            the port (else 5173, or the next that is free)
  --help              show this`;

const port = options();
process.chdir(root);
const { createServer } = await import('vite');
const server = await createServer({ root, server: port === undefined ? {} : { port, strictPort: true } });
await server.listen();
server.printUrls();

/** The port that was asked for. Ends the process on a wrong command line. */
function options() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    if (values.port === undefined) return undefined;
    if (/^\d+$/.test(values.port) && Number(values.port) <= 65_535) return Number(values.port);
    throw new Error('--port must be a number from 0 to 65535.');
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}
