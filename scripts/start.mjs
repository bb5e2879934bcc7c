// `npm start`: builds the sample publication, or the folder that TEARSHEET_CONTENT names, and serves it.
import { loadCli, root } from './bundle-cli.mjs';

const { main } = await loadCli();
const code = await main(['build'], root);
process.exitCode = code === 0 ? await main(['serve', ...process.argv.slice(2)], root) : code;
