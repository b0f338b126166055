// One starter at a time for one data folder: a file beside the folder names the run that owns it.
import { accessSync, constants, existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityOf, isSameRun } from './processes.mjs';

/** The data folder can't be used; what to do about it is said in the message. */
export class DataFolderError extends Error {
  /** @param {...string} lines */
  constructor(...lines) {
    super(lines.join('\n'));
    this.name = 'DataFolderError';
  }
}

/** The folder is in use by another run. */
export class FolderInUseError extends DataFolderError {
  /** @param {string} folder @param {string} pid */
  constructor(folder, pid) {
    super(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${pid} sử dụng. Hãy dừng tiến trình đó trước, hoặc đặt PAR_DATA_DIR sang thư mục khác.`,
      `The data folder ${folder} is in use by process ${pid}. Stop that process first, or set PAR_DATA_DIR to another folder.`,
    );
    this.name = 'FolderInUseError';
  }
}

/** @param {string} path */
function isWritable(path) {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses a folder that belongs to another user: PostgreSQL would refuse it too, with less to go on.
 * @param {string} folder
 */
export function assertFolderIsOurs(folder) {
  const uid = process.getuid?.();
  if (!uid) return;
  const parent = dirname(folder);
  const foreign = existsSync(folder) && statSync(folder).uid !== uid ? folder : isWritable(parent) ? null : parent;
  if (!foreign) return;
  throw new DataFolderError(
    `Thư mục ${foreign} thuộc về người dùng khác. Hãy chạy bằng người dùng đó, hoặc đặt PAR_DATA_DIR sang thư mục khác.`,
    `The folder ${foreign} belongs to another user. Start as that user, or set PAR_DATA_DIR to another folder.`,
  );
}

/** @param {string} path */
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** Makes the lock with its content in one step, so that nobody reads half of it. @param {string} lock @param {string} mine */
function claim(lock, mine) {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes away the lock of a run that is gone; one that changed hands meanwhile is put back. @param {string} lock @param {string} stale */
function discard(lock, stale) {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken !== null && taken !== stale) claim(lock, taken);
  rmSync(aside, { force: true });
}

/**
 * Takes the folder for this process. Refuses with {@link FolderInUseError} while its owner runs; the lock of an owner that
 * is gone, also one whose number now belongs to another program, is taken over.
 * @param {string} folder
 * @returns {() => void} gives the folder back
 */
export function lockFolder(folder) {
  const lock = `${folder}.owner`;
  const mine = identityOf(process.pid);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (claim(lock, mine)) return () => release(lock, mine);
    const owner = read(lock);
    if (owner !== null && isSameRun(owner)) throw new FolderInUseError(folder, owner.split(' ')[0] ?? '');
    if (owner !== null) discard(lock, owner);
  }
  throw new FolderInUseError(folder, '?');
}

/** @param {string} lock @param {string} mine */
function release(lock, mine) {
  if (read(lock) === mine) rmSync(lock, { force: true });
}
