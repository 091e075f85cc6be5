using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Payoffs;

/// <summary>
/// Which location stands for which bank: the banks in order of first appearance, dealt round-robin over the locations in
/// their order, so that the same file and service always give the same pairs and a replay is the same request.
/// </summary>
internal sealed class BankLocations
{
    private readonly Dictionary<string, ActingFor> _byBank = new(StringComparer.Ordinal);

    public BankLocations(IEnumerable<Loan> loans, IReadOnlyList<ActingFor> locations)
    {
        foreach (var loan in loans)
        {
            _byBank.TryAdd(loan.Bank, locations[_byBank.Count % locations.Count]);
        }
    }

    /// <summary>Distinct banks.</summary>
    public int Banks => _byBank.Count;

    /// <summary>Distinct locations that stand for one or more of them.</summary>
    public int Locations => _byBank.Values.Distinct().Count();

    public ActingFor this[string bank] => _byBank[bank];
}
