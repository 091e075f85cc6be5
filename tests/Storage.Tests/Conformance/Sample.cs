using System.Globalization;
using System.Text.Json;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Json;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Resources;
using LoApi.Storage.Audit;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Resources;
using LoApi.Storage.Writing;
using LoApi.Users;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Rows to write, of ids that no other test has: tests of a class share its database.</summary>
internal static class Sample
{
    private static int _number;

    public static DateTimeOffset Instant { get; } = new DateTimeOffset(2027, 1, 31, 15, 4, 5, TimeSpan.Zero).AddTicks(1_234_560);

    public static Caller Caller { get; } = new("prepay", "7", "12", "request-1")
    {
        Method = "POST",
        Path = "/api/v1/payoffs",
        TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
        RemoteIp = "192.0.2.7",
    };

    public static string LoanNumber() => Next().ToString("D10", CultureInfo.InvariantCulture);

    public static string LocationId() => Next().ToString("D7", CultureInfo.InvariantCulture);

    public static string UserId() => string.Create(CultureInfo.InvariantCulture, $"u{Next():D6}");

    public static Payoff Payoff(string? loanNumber = null, string locationId = "1") => new()
    {
        Id = Guid.NewGuid(),
        SbaLoanNumber = loanNumber ?? LoanNumber(),
        Program = LoanProgram.Section7a,
        LocationId = locationId,
        RequestedBy = "1",
        AmountType = AmountType.Full,
        PayoffDate = new DateOnly(2027, 2, 18),
        Reason = PayoffReason.Refinance,
        Contact = new Contact { Name = "Ada Amberfield", Phone = "205-555-0100", Email = "ada@example.com" },
        Status = PayoffStatus.Received,
        CreatedAt = Instant,
        UpdatedAt = Instant,
        Version = 1,
    };

    public static Payoff FullPayoff() => Payoff() with
    {
        Program = LoanProgram.Section504,
        AmountType = AmountType.Partial,
        PrepaymentAmount = 125_000.00m,
        NoticeReceivedDate = new DateOnly(2027, 1, 4),
        Reason = PayoffReason.Other,
        Escrow = new Escrow { Company = "Thistledown Escrow", Contact = "Gus Larkspur", Phone = "503-555-0111" },
        PropertyAddress = Address("1 Ledger Road"),
        NewMailingAddress = Address("2 Escrow Lane") with { Line2 = null },
        Quote = new Quote
        {
            Principal = 120_000.10m,
            Interest = 4_999.85m,
            Fees = 0.05m,
            Premium = 0m,
            Total = 125_000.00m,
            PerDiem = 16.44m,
            GoodThrough = new DateOnly(2027, 2, 18),
        },
        Status = PayoffStatus.Quoted,
    };

    public static Address Address(string line1) => new()
    {
        Line1 = line1,
        Line2 = "Suite 100",
        City = "Portland",
        State = "OR",
        PostalCode = "97201",
        Country = "US",
    };

    public static Location Location(string? id = null) => new()
    {
        Id = id ?? LocationId(),
        PartnerName = "Gilded Otter Bank",
        Name = "Portland Branch",
        Type = LocationType.Branch,
        Address = Address("3 Quill Street"),
        Phone = "503-555-0122",
        Active = true,
    };

    public static User User(string? id = null, params string[] locations) => new()
    {
        Id = id ?? UserId(),
        UserName = "ada.amberfield",
        FirstName = "Ada",
        LastName = "Amberfield",
        Email = "ada@example.com",
        Phone = null,
        Active = true,
        Locations = [.. locations.Select(location => new UserLocation { LocationId = location, Roles = ["servicer", "viewer"] })],
    };

    public static string ClientId() => string.Create(CultureInfo.InvariantCulture, $"c{Next():D6}");

    public static OwnedResource Resource(string? clientId = null) => new(clientId ?? ClientId(), new Resource
    {
        Id = Guid.NewGuid(),
        Name = "Screen layout",
        Document = new("""{"columns":["loan","date"],"widths":{"loan":1.50}}"""),
        CreatedAt = Instant,
        UpdatedAt = Instant,
        Version = 1,
    });

    /// <summary>A change set; the audit log says of it that its first payoff was written.</summary>
    public static ChangeSet Changes(params RowChange[] changes) => new(Entry(changes), changes);

    public static AuditEntry Entry(params RowChange[] changes)
    {
        var entry = new AuditEntry(AuditKind.Change, AuditCode.Updated, TimeProvider.System.GetUtcMicroseconds(), Caller);
        return changes.Select(change => (change as PayoffInsert)?.Payoff ?? (change as PayoffUpdate)?.Payoff).FirstOrDefault(payoff => payoff is not null) is { } payoff
            ? entry with
            {
                ResourceType = "payoff",
                ResourceId = payoff.Id?.ToString("D"),
                VersionBefore = payoff.Version == 1 ? null : payoff.Version - 1,
                VersionAfter = payoff.Version,
                After = JsonSerializer.Serialize(payoff, LoApiJson.Models.Payoff),
            }
            : entry;
    }

    public static IdempotencyRecord Answer(string? key = null) => new(
        "anonymous",
        key ?? Guid.NewGuid().ToString(),
        new string('a', 64),
        "payoff",
        Guid.NewGuid().ToString(),
        201,
        "\"1\"",
        """{"id":"…"}""",
        Instant);

    /// <summary>A token of its own, bound to a write.</summary>
    public static TokenUse Token() => new(Guid.NewGuid().ToString(), Instant) { Fingerprint = new string('e', 64) };

    private static int Next() => Interlocked.Increment(ref _number);
}
