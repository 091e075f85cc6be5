using Spectre.Console;

namespace LoApi.Admin;

/// <summary>
/// Shows how far a long command is: a bar for each phase on a terminal, which goes away at the end, and a line for each
/// phase elsewhere.
/// </summary>
internal abstract class Phases
{
    /// <summary>Begins a phase that tells how far it is.</summary>
    /// <returns>Takes the share that is done, 0 to 1.</returns>
    public abstract Action<double> Begin(string phase);

    /// <summary>Begins a phase that does not tell how far it is.</summary>
    public abstract void BeginUnmeasured(string phase);

    /// <summary>Does the work while its phases are shown.</summary>
    public static Task<T> ShowAsync<T>(AdminHost host, Func<Phases, Task<T>> work)
    {
        if (!host.Watched)
        {
            return work(new Lines(host.Error));
        }

        var canvas = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return canvas.Progress().AutoClear(true).StartAsync(context => work(new Bars(context)));
    }

    private sealed class Lines(TextWriter writer) : Phases
    {
        public override Action<double> Begin(string phase)
        {
            writer.WriteLine(phase);
            return static _ => { };
        }

        public override void BeginUnmeasured(string phase) => Begin(phase);
    }

    private sealed class Bars(ProgressContext context) : Phases
    {
        public override Action<double> Begin(string phase)
        {
            var task = context.AddTask(Markup.Escape(phase), maxValue: 1);
            return share => task.Value = share;
        }

        public override void BeginUnmeasured(string phase) => context.AddTask(Markup.Escape(phase)).IsIndeterminate();
    }
}
