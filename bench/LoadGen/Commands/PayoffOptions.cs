using System.Buffers;
using System.CommandLine;
using System.Security.Cryptography;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Payoffs;

namespace LoApi.LoadGen.Commands;

/// <summary>The options that say what payoffs are sent, and what they amount to.</summary>
internal sealed class PayoffOptions
{
    /// <summary>With a hyphen and a loan number, well within the 255 characters that a key may have.</summary>
    private const int MaxSeedLength = 200;

    private static readonly SearchValues<char> SeedCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-");

    private readonly Option<string> _loans = new("--loans")
    {
        Description = "CSV file with a header and the columns LoanNr_ChkDgt, Bank and (optional) Name, as in SBA's FOIA releases.",
        Required = true,
    };

    private readonly Option<int?> _limit = new("--limit") { Description = "Only the first so many loans. [default: all]" };

    private readonly Option<int> _users = new("--users")
    {
        Description = "Look for locations that the users 1 to this id may act for.",
        DefaultValueFactory = _ => 200,
    };

    private readonly Option<DateOnly?> _payoffDate = new("--payoff-date")
    {
        Description = "YYYY-MM-DD. [default: a business day at least two weeks ahead]",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", out var date))
            {
                return date;
            }

            result.AddError("--payoff-date must be a date such as 2027-03-18.");
            return null;
        },
    };

    private readonly Option<string?> _keySeed = new("--key-seed")
    {
        Description = "Begins every idempotency key (seed, hyphen, loan number): the same seed replays a run. "
            + "Letters, digits and . _ ~ -, at most 200. [default: a random one, printed at the end]",
    };

    private readonly Option<bool> _spoil = new("--spoil-check-digit")
    {
        Description = "Change the last digit of every loan number, to see it refused.",
    };

    public PayoffOptions()
    {
        Bounds.Within(_limit, 1, int.MaxValue);
        Bounds.Within(_users, 1, 100_000);
        _keySeed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } seed
                && (seed.Length is 0 or > MaxSeedLength || seed.AsSpan().ContainsAnyExcept(SeedCharacters)))
            {
                result.AddError($"--key-seed must be 1 to {MaxSeedLength} letters, digits and . _ ~ -.");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_loans, _limit, _users, _payoffDate, _keySeed, _spoil])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the loans, and asks the service who may act for the banks.</summary>
    /// <exception cref="RunImpossibleException">One of the two is not possible; it says why.</exception>
    public async Task<PayoffPlan> PlanAsync(
        ParseResult parsed, ApiClient client, int concurrency, TimeProvider time, CancellationToken cancellation)
    {
        var loans = LoanFile.Read(parsed.GetRequiredValue(_loans), parsed.GetValue(_limit) ?? int.MaxValue);
        if (parsed.GetValue(_spoil))
        {
            loans = [.. loans.Select(loan => loan.WithSpoiltCheckDigit())];
        }

        var actors = await new LocationDiscovery(client, concurrency).FindAsync(parsed.GetValue(_users), cancellation);
        return new PayoffPlan(
            loans,
            new BankLocations(loans, actors),
            parsed.GetValue(_payoffDate) ?? PayoffDateChoice.After(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            parsed.GetValue(_keySeed) ?? RandomNumberGenerator.GetHexString(12, lowercase: true));
    }
}
