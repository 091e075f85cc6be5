using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>Requests a second, a group of bars for each piece of work, by powers of ten.</summary>
internal static class ThroughputPlot
{
    private const double Left = 70;
    private const double Top = 60;
    private const double Tall = 300;
    private const double Group = 140;
    private const double Bar = 26;

    public static Svg Draw(Results results, DatabaseKind database, int connections)
    {
        var drawing = new Svg((int)(Left + (Group * Work.All.Count) + 20), (int)(Top + Tall + 60));
        var shown = results.Measurements.Where(measured => measured.Database == database && measured.Connections == connections).ToArray();
        var scale = new LogScale(shown.Select(measured => measured.PerSecond.Median), Tall);
        drawing.Text(Left, 22, $"Requests a second, {database}, {connections} connections (logarithmic)", size: 15);
        Colours.Legend(drawing, Left, 44);
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(Left, Top + Tall - scale.At(tick), Left + (Group * Work.All.Count), Top + Tall - scale.At(tick), "#ddd");
            drawing.Text(Left - 6, Top + Tall - scale.At(tick) + 4, LogScale.Label(tick), "end");
        }

        for (var i = 0; i < Work.All.Count; i++)
        {
            var x = Left + (Group * i) + 14;
            drawing.Text(x + (2 * Bar), Top + Tall + 18, Work.All[i].Id, "middle");
            foreach (var contender in Contender.All)
            {
                if (shown.SingleOrDefault(measured => measured.Contender == contender && measured.Work == Work.All[i]) is { } measured)
                {
                    var height = scale.At(measured.PerSecond.Median);
                    drawing.Rectangle(x, Top + Tall - height, Bar - 3, height, Colours.Of(contender));
                    drawing.Text(x + ((Bar - 3) / 2), Top + Tall - height - 4, Short(measured.PerSecond.Median), "middle", size: 9);
                }

                x += Bar;
            }
        }

        return drawing;
    }

    private static string Short(double value) => FormattableString.Invariant($"{(value >= 10_000 ? $"{value / 1000:0}k" : value >= 1_000 ? $"{value / 1000:0.0}k" : $"{value:0}")}");
}
