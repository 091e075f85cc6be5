using System.Globalization;
using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Kills;

/// <summary>What happened in a round.</summary>
/// <param name="Round">Its number, from 1.</param>
/// <param name="Victim">What was killed.</param>
/// <param name="KilledAfter">How long after the load began.</param>
/// <param name="Recovery">From the kill until the service was ready again.</param>
/// <param name="Acknowledged">Writes that were acknowledged.</param>
/// <param name="Conflicts">Changes that came second in a race for a version.</param>
/// <param name="Repeated">Writes that were sent more than once.</param>
/// <param name="Replayed">Those of them whose effect was there already.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record RoundReport(
    int Round,
    Victim Victim,
    TimeSpan KilledAfter,
    TimeSpan Recovery,
    int Acknowledged,
    int Conflicts,
    int Repeated,
    int Replayed,
    Findings Findings)
{
    public const string Header =
        "round  killed    after ms  ready ms  acknowledged  conflicts  repeated  replayed  lost  doubled  unaudited  others";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Round,5}  {Victim,-8}  {KilledAfter.TotalMilliseconds,8:F0}  {Recovery.TotalMilliseconds,8:F0}  {Acknowledged,12}  {Conflicts,9}  {Repeated,8}  {Replayed,8}  {Findings.Lost.Count,4}  {Findings.Doubled.Count,7}  {Findings.Unaudited.Count,9}  {Findings.Others.Count,6}");
}
