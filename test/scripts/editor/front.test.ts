import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { startFront } from '../../../scripts/editor/front.ts';

const token = 'abc';
const server = createServer((request, response) => {
  response.setHeader('x-seen-host', request.headers.host ?? '');
  response.writeHead(201).end(`${request.method} ${request.url}`);
});
server.on('upgrade', (_request, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  socket.pipe(socket); // an echo
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const front = await startFront({ serverPort: (server.address() as AddressInfo).port, connectionToken: token, port: 0 });
const address = `http://127.0.0.1:${front.port}`;

after(() => {
  front.stop();
  server.close();
  server.closeAllConnections();
});

const mint = (cookie: string) => fetch(`${address}/mint-key`, { method: 'POST', headers: { cookie } });

test('the window that knows the token gets the same 32 bytes each time', async () => {
  const first = Buffer.from(await (await mint(`other=1; vscode-tkn=${token}`)).arrayBuffer());
  const second = Buffer.from(await (await mint(`vscode-tkn=${token}`)).arrayBuffer());
  assert.equal(first.length, 32);
  assert.deepEqual(first, second);
});

test('a page without the token gets no key', async () => {
  const response = await mint('vscode-tkn=guessed');
  assert.equal(response.status, 403);
  assert.equal(await response.text(), '');
});

test('everything else reaches the server as it was asked for, under the host that the browser knows', async () => {
  const response = await fetch(`${address}/static/a.js?b=c`);
  assert.equal(response.status, 201);
  assert.equal(await response.text(), 'GET /static/a.js?b=c');
  assert.equal(response.headers.get('x-seen-host'), `127.0.0.1:${front.port}`);
});

test('a WebSocket becomes bytes both ways', async () => {
  const socket = connect(front.port, '127.0.0.1').setEncoding('utf8');
  socket.write('GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [string];
  assert.match(answer, /101 Switching Protocols/);
  socket.write('hello');
  assert.deepEqual(await once(socket, 'data'), ['hello']);
  socket.destroy();
});
