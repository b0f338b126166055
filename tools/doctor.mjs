// npm run doctor: looks at everything that the system stands on, and says what is not well and what to do.
import { runApiCommand } from './commands/api-command.mjs';

await runApiCommand('doctor');
