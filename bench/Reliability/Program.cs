using System.CommandLine;
using LoApi.Reliability.Kills;

// Who interrupts a run leaves no processes behind: ending them takes a moment.
return await new KillCommand().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
