using LoApi.Comparison.Loads;

namespace LoApi.Comparison;

/// <summary>Work at which the contenders take turns.</summary>
/// <param name="Works">The pieces.</param>
/// <param name="Connections">Of the closed loop; each piece is measured with each.</param>
/// <param name="Rounds">In each of which every contender has one turn.</param>
/// <param name="Turn">How long a turn takes, in whole seconds.</param>
/// <param name="WarmUp">The same load before a contender's first turn at a piece of work: it compiles what it runs. In whole seconds.</param>
/// <param name="Limit">For all turns on all databases: rounds but the first that would not end in time are left out.</param>
internal sealed record Matrix(
    IReadOnlyList<Work> Works, IReadOnlyList<int> Connections, int Rounds, TimeSpan Turn, TimeSpan WarmUp, TimeSpan Limit);
