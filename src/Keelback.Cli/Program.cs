using Keelback.Cli;

return CommandLine.Run(args);
