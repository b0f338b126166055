// For the specs: holds a database open until it is stopped or killed. Words: folder, "durable" or "throwaway".
import { startPostgres } from '../postgres.mjs';

const [dir = '', kind] = process.argv.slice(2);
try {
  const database = await startPostgres({ dir, durable: kind === 'durable' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void database.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ url: database.url, pid: database.pid }));
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.error(String(error));
  process.exit(1);
}
