import { root } from './bundle-cli.mjs';

process.chdir(root);
const { createServer } = await import('vite');
const port = process.argv.indexOf('--port');
const server = await createServer({ root, server: port > 0 ? { port: Number(process.argv[port + 1]), strictPort: true } : {} });
await server.listen();
server.printUrls();
