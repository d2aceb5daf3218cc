// Stands in for the native module @vscode/spdlog, which is not built here: without it VS Code's server writes no log file,
// and every output channel stays empty. The same calls, each line appended at once; files are not rotated.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #level = 2;
  #isRaw = false;

  constructor(_type, _name, file) {
    this.#file = file;
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {}

  /** The caller makes whole lines itself. */
  clearFormatters() {
    this.#isRaw = true;
  }

  flush() {}

  drop() {}

  write(level, text) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.#file, this.#isRaw ? text : `${time} [${levels[level]}] ${text}\n`);
  }

  trace(text) {
    this.write(0, text);
  }

  debug(text) {
    this.write(1, text);
  }

  info(text) {
    this.write(2, text);
  }

  warn(text) {
    this.write(3, text);
  }

  error(text) {
    this.write(4, text);
  }

  critical(text) {
    this.write(5, text);
  }
}

async function createLogger(name, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return new Logger('', name, file);
}

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
