using LoApi.Comparison.Databases;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>The contenders with other numbers of connections than the aims are about.</summary>
internal sealed class ConnectionsSection(Results results, Plan plan, IReadOnlyList<DatabaseKind> databases)
{
    public string Markdown()
    {
        var text = new MarkdownText();
        text.Line($"Of each piece of work {plan.Connections.Rounds} rounds of {plan.Connections.Turn.TotalSeconds:0.#} s, in which the contenders take turns. Median (least to most) of requests a second.");
        foreach (var database in databases)
        {
            foreach (var connections in plan.Connections.Connections)
            {
                text.Line($"\n### {database}, {connections} connection{(connections == 1 ? "" : "s")}\n");
                ThroughputTable.Write(text, results, plan.Connections, database, connections);
            }
        }

        text.Remarks(results, Part.Connections);
        return text.ToString();
    }
}
