using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>Latency against offered rate, both by powers of ten: the 99th percentile, and the median dashed.</summary>
internal static class LatencyPlot
{
    private const double Left = 70;
    private const double Top = 60;
    private const double Wide = 760;
    private const double Tall = 320;

    public static Svg Draw(IReadOnlyList<OpenLoopCurve> curves)
    {
        var drawing = new Svg((int)(Left + Wide + 30), (int)(Top + Tall + 60));
        var across = new LogScale(curves.SelectMany(curve => curve.Runs).Select(run => run.Offered), Wide);
        var up = new LogScale(curves.SelectMany(curve => curve.Runs).SelectMany(run => new[] { run.P50Ms, run.P99Ms }).OfType<double>(), Tall);
        drawing.Text(Left, 22, "Milliseconds from the scheduled moment, by requests offered a second: p99, and p50 dashed", size: 15);
        Colours.Legend(drawing, Left, 44);
        foreach (var tick in up.Ticks)
        {
            drawing.Line(Left, Top + Tall - up.At(tick), Left + Wide, Top + Tall - up.At(tick), "#ddd");
            drawing.Text(Left - 6, Top + Tall - up.At(tick) + 4, LogScale.Label(tick), "end");
        }

        foreach (var tick in across.Ticks)
        {
            drawing.Line(Left + across.At(tick), Top, Left + across.At(tick), Top + Tall, "#ddd");
            drawing.Text(Left + across.At(tick), Top + Tall + 18, LogScale.Label(tick), "middle");
        }

        foreach (var curve in curves)
        {
            var colour = Colours.Of(curve.Contender);
            drawing.Polyline(Points(curve, run => run.P99Ms), colour, dashed: false);
            drawing.Polyline(Points(curve, run => run.P50Ms), colour, dashed: true);
        }

        return drawing;

        IEnumerable<(double X, double Y)> Points(OpenLoopCurve curve, Func<OpenLoopRun, double?> latency) =>
            from run in curve.Runs
            where latency(run) is not null
            select (Left + across.At(run.Offered), Top + Tall - up.At(latency(run)!.Value));
    }
}
