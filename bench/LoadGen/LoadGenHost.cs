using Spectre.Console;

namespace LoApi.LoadGen;

/// <summary>What the program gets from outside: where it writes, what time it is, and whether somebody is watching.</summary>
/// <param name="Output">Receives the tables or the JSON summary, and nothing else.</param>
/// <param name="Error">Receives messages about why a run could not be made.</param>
/// <param name="Time">Every schedule, wait, time-out and measurement follows this clock.</param>
/// <param name="Watched">A person looks at a terminal: show progress.</param>
internal sealed record LoadGenHost(TextWriter Output, TextWriter Error, TimeProvider Time, bool Watched)
{
    /// <summary>Columns of a table that is written to a file or a pipe, which have no width of their own.</summary>
    private const int WidthOfNoTerminal = 120;

    public static LoadGenHost Console() => new(
        System.Console.Out,
        System.Console.Error,
        TimeProvider.System,
        Watched: !System.Console.IsOutputRedirected);

    /// <summary>The output as Spectre.Console draws on it.</summary>
    public IAnsiConsole Canvas()
    {
        var canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Output),
            Ansi = Watched ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = Watched ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!Watched)
        {
            canvas.Profile.Width = WidthOfNoTerminal;
        }

        return canvas;
    }
}
