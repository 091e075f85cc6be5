using Microsoft.Extensions.Configuration;

namespace LoApi.Admin;

/// <summary>What the program gets from outside: where it writes, its settings, and whether somebody is watching.</summary>
/// <param name="Output">Receives what was done.</param>
/// <param name="Error">Receives bad rows, progress, and why something could not be done.</param>
/// <param name="Settings">The settings, as the service has them.</param>
/// <param name="Watched">A person looks at a terminal: show a moving progress bar.</param>
internal sealed record AdminHost(TextWriter Output, TextWriter Error, IConfiguration Settings, bool Watched)
{
    public static AdminHost Console() => new(
        System.Console.Out,
        System.Console.Error,
        new ConfigurationBuilder().AddEnvironmentVariables().Build(),
        Watched: !System.Console.IsErrorRedirected);
}
