import v8 from 'node:v8';
import vm from 'node:vm';

/** Collects all garbage at once, so that what is left is what is held. */
export function createCollector(): () => void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  return () => {
    collect();
    collect(); // what finalisers let go of
  };
}
