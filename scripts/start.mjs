// `npm start`: builds the sample publication, or the folder that TEARSHEET_CONTENT names, and serves it.
import { loadCli, root } from './bundle-cli.mjs';

const { main } = await loadCli();
process.exitCode = await main(['start', ...process.argv.slice(2)], root);
