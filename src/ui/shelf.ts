/** Files that were opened, kept in this browser so that a reload finds them again; in memory where nothing can be kept. */
import type { KeptFile, Shelf } from '../session/ports.ts';

const DATABASE = 'ouroboros';
const STORE = 'files';
/** The oldest make room for the newest. */
const MOST_FILES = 24;

interface Kept extends KeptFile {
  readonly keptAt: number;
}

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage'));
  });
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'digest' }).createIndex('keptAt', 'keptAt');
  };
  return asked(request);
}

export function browserShelf(): Shelf {
  const memory = new Map<string, KeptFile>();
  let database: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => (database ??= opened());
  return {
    async keep(file) {
      memory.set(file.digest, file);
      try {
        const store = (await open()).transaction(STORE, 'readwrite').objectStore(STORE);
        const kept: Kept = { ...file, keptAt: Date.now() };
        await asked(store.put(kept));
        const count = await asked(store.count());
        if (count > MOST_FILES) for (const key of (await asked(store.index('keptAt').getAllKeys())).slice(0, count - MOST_FILES)) await asked(store.delete(key));
        return true;
      } catch {
        return false; // private window, no room, no storage
      }
    },
    async find(digest) {
      const near = memory.get(digest);
      if (near !== undefined) return near;
      try {
        const store = (await open()).transaction(STORE, 'readonly').objectStore(STORE);
        return ((await asked(store.get(digest))) as Kept | undefined) ?? null;
      } catch {
        return null;
      }
    },
  };
}
