import { startChaosServer, baseUrlAt } from './chaos/server.ts';
import { runProcess } from './processes.ts';
const server = await startChaosServer();
for (const id of process.argv[2]!.split(',') as any[])
  for (const side of process.argv[3]!.split(',')) {
    const t = performance.now();
    console.log(
      id,
      side,
      await runProcess(
        'bench/chaos/hostileProcess.ts',
        side,
        baseUrlAt(server.ports[0], 'openai', 'mix-0', side),
        baseUrlAt(server.ports[0], 'openai', `hostile-long`, side),
        baseUrlAt(server.ports[0], 'openai', `hostile-${id}`, side),
      ),
      performance.now() - t,
    );
  }
server.stop();
