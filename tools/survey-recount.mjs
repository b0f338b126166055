// npm run survey-recount: counts all survey forms anew and compares with the aggregates.
import { runApiCommand } from './commands/api-command.mjs';

await runApiCommand('survey-recount');
