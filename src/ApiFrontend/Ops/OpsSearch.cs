using System.Collections.Immutable;
using LoApi.Audit;
using LoApi.Lists;

namespace LoApi.ApiFrontend.Ops;

/// <summary>Looks things up in the audit log: by request, by resource, by client.</summary>
internal sealed class OpsSearch(IGrainFactory grains)
{
    /// <summary>Records that are shown at most: the last ones.</summary>
    public const int MaxRecords = 100;

    private const int MaxLength = 100;

    private static readonly ImmutableArray<SortMember> LastFirst = [new("occurred_at", Descending: true), new("id", Descending: false)];

    /// <summary>The records; null where the question is none.</summary>
    public async Task<IReadOnlyList<FoundRecord>?> FindAsync(string? by, string? value)
    {
        var member = by switch
        {
            "request" => "request_id",
            "resource" => "resource_id",
            "client" => "client_id",
            _ => null,
        };
        if (member is null || value is not { Length: > 0 and <= MaxLength } || value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
        {
            return null;
        }

        var list = new ListRequest([new(member, FilterOperator.Equal, [value])], LastFirst, new(MaxRecords, After: null), Count: false);
        return [.. (await grains.GetGrain<IAuditQueryGrain>(0).ListWithoutStatesAsync(list)).Items.Select(FoundRecord.Of)];
    }
}
