using System.Text.Json;

namespace LoApi.Storage.Audit;

/// <summary>
/// Holds erased members against the records that say who erased them. A chain meets the first before the second, for an
/// erasure is recorded after what it erases.
/// </summary>
internal sealed class Erasures
{
    private readonly Dictionary<(string? Type, string? Id, string Pointer), (long Position, Guid RecordId)> _unexplained = [];

    /// <summary>The first record that lacks a member and no later one says why; null where there is none.</summary>
    public (long Position, Guid RecordId, string Pointer, string? Type, string? Id)? First => _unexplained.Count == 0
        ? null
        : _unexplained.OrderBy(erased => erased.Value.Position)
            .Select(erased => (erased.Value.Position, erased.Value.RecordId, erased.Key.Pointer, erased.Key.Type, erased.Key.Id))
            .First();

    /// <summary>The members that an erasure's record names.</summary>
    public static string ToState(IEnumerable<string> pointers) =>
        JsonSerializer.Serialize(new Dictionary<string, IEnumerable<string>> { ["members"] = pointers });

    public void Meet(AuditRow record, MemberSalts salts)
    {
        foreach (var pointer in salts.Erased)
        {
            _unexplained.TryAdd((record.ResourceType, record.ResourceId, pointer), (record.ChainPosition, record.ChangeId));
        }

        if (record.OutcomeCode == AuditCode.Erased && record.AfterState is { } after)
        {
            using var state = JsonDocument.Parse(after);
            foreach (var pointer in state.RootElement.GetProperty("members").EnumerateArray().Select(member => member.GetString()!).Append(MemberSalts.Payload))
            {
                _unexplained.Remove((record.ResourceType, record.ResourceId, pointer));
            }
        }
    }
}
