// Does not end when it is asked to. Says its number as soon as that is so.
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1_000);
console.log(process.pid);
