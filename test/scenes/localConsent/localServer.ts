import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { usualServers } from '../../../src/interaction/setup/localModels.ts';

/** A model server as people run it on their own machine, and everything that reached it. */
export interface LocalServer {
  readonly port: number;
  /** Method, path and body of each request, oldest first. */
  readonly received: { readonly method: string; readonly path: string; readonly body: string }[];
  stop(): Promise<void>;
}

const model = '{"data":[{"id":"llama"}]}';
const pieces = [
  '{"choices":[{"index":0,"delta":{"content":"It rounds."}}]}',
  '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}',
  '[DONE]',
];
const stream = pieces.map(piece => `data: ${piece}\n\n`).join('');

/** Listens at the first usual port that is free. */
export async function startLocalServer(): Promise<LocalServer> {
  const received: LocalServer['received'] = [];
  const server = createServer((request, response) => {
    void request.toArray().then(chunks => {
      const body = Buffer.concat(chunks as Buffer[]).toString();
      received.push({ method: request.method ?? '', path: request.url ?? '', body });
      const isList = request.method === 'GET';
      response.writeHead(200, { 'content-type': isList ? 'application/json' : 'text/event-stream' });
      response.end(isList ? model : stream);
    });
  });
  for (const { baseUrl } of usualServers) {
    const port = Number(new URL(baseUrl).port);
    if (await listens(server, port)) return { port, received, stop: () => stop(server) };
  }
  throw new Error('all usual ports are taken');
}

async function listens(server: Server, port: number): Promise<boolean> {
  server.listen(port, '127.0.0.1');
  return Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]).catch(
    () => false,
  );
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

/** The same port, taken by the user nobody; only root can start it. Resolves once it listens, with its end. */
export async function takePortAsNobody(port: number): Promise<() => void> {
  const nobody = 65_534;
  // it becomes nobody before it listens: the Node of this host may lie where nobody can reach it
  const program =
    `process.setgid(${nobody});process.setuid(${nobody});` +
    `require('http').createServer((q,s)=>s.end('${model}')).listen(${port},'127.0.0.1',()=>console.log('up'))`;
  const child = spawn(process.execPath, ['-e', program], { cwd: '/', env: {} });
  await once(child.stdout, 'data');
  return () => void child.kill();
}
