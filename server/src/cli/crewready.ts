import { Command, CommanderError } from 'commander';
import { addAdminCommand } from './admin.ts';
import { addDemoCommand } from './demo.ts';
import { addImportCommand } from './import.ts';
import { addOrgCommands } from './org.ts';
import { failure } from './output.ts';
import { addServeCommand } from './serve.ts';
import { addStatusCommand } from './status.ts';
import { addTokenCommands } from './token.ts';
import { addVerifyCommand } from './verify.ts';

/** One file a command; a new one adds itself here. */
const COMMANDS = [
  addServeCommand,
  addDemoCommand,
  addOrgCommands,
  addTokenCommands,
  addAdminCommand,
  addImportCommand,
  addStatusCommand,
  addVerifyCommand,
];

const program = new Command('crewready')
  .description('Who is trained, who is qualified, and can we prove it. Settings come from the environment.')
  .version('0.1.0')
  .showHelpAfterError('(crewready --help shows the commands)')
  .exitOverride();
for (const add of COMMANDS) add(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already said what is wrong with the words of the command line.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = failure(error, process.argv.includes('--json'));
}
