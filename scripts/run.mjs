import module from 'node:module';
import { join } from 'node:path';
import { loadCli, root } from './bundle-cli.mjs';

// From Node 22 on: the command line's code is not compiled anew each time.
module.enableCompileCache?.(join(root, '.cache/code'));
const { main } = await loadCli();
process.exitCode = await main(process.argv.slice(2), root);
