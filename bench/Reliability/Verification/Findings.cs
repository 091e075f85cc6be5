namespace LoApi.Reliability.Verification;

/// <summary>What is wrong after a round, as a sentence each; nothing, if the service keeps its promise.</summary>
/// <param name="Lost">Acknowledged, and not there.</param>
/// <param name="Doubled">There more than once, or though nobody was told so.</param>
/// <param name="Unaudited">There, without its one audit record.</param>
/// <param name="Others">Answers that a correct service does not give.</param>
internal sealed record Findings(
    IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Unaudited, IReadOnlyList<string> Others)
{
    public bool None => Lost.Count + Doubled.Count + Unaudited.Count + Others.Count == 0;

    public IEnumerable<string> All => [
        .. Lost.Select(finding => "lost: " + finding),
        .. Doubled.Select(finding => "doubled: " + finding),
        .. Unaudited.Select(finding => "unaudited: " + finding),
        .. Others,
    ];
}
