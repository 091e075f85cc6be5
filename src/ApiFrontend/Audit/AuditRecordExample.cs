using LoApi.Audit;

namespace LoApi.ApiFrontend.Audit;

/// <summary>The record that the documentation shows: a resource was given another name.</summary>
internal static class AuditRecordExample
{
    public static AuditRecord Value { get; } = new()
    {
        Id = new("01a2024d-a3cd-77a1-ae21-1635913a962a"),
        Partition = 3,
        Position = 42,
        Kind = AuditKind.Change,
        Outcome = AuditOutcome.Success,
        Code = "updated",
        OccurredAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        ClientId = "prepay",
        Method = "PATCH",
        Path = "/api/v1/resource/3f2504e0-4f89-81d3-9a0c-0305e82c3301",
        ResourceType = "resource",
        ResourceId = "3f2504e0-4f89-81d3-9a0c-0305e82c3301",
        VersionBefore = 1,
        VersionAfter = 2,
        Before = """{"name":"Screen layout","version":1}""",
        After = """{"name":"Wide layout","version":2}""",
        RequestId = "0HN8Q2L5J7K3M",
        TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
        RemoteIp = "192.0.2.17",
        PayloadDigest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        PreviousHash = "0f2c1b6b1f0d0d7f8e1b3c5a79d2e4f60718293a4b5c6d7e8f90a1b2c3d4e5f6",
        Hash = "7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a",
    };
}
