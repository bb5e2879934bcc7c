import { loadCli, root } from './bundle-cli.mjs';

const { main } = await loadCli();
process.exitCode = await main(process.argv.slice(2), root);
