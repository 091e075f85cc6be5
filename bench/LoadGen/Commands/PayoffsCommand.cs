using System.Buffers;
using System.CommandLine;
using System.Security.Cryptography;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Load;
using LoApi.LoadGen.Payoffs;
using LoApi.LoadGen.Reporting;

namespace LoApi.LoadGen.Commands;

/// <summary><c>payoffs</c>: one 7(a) payoff per loan of a file.</summary>
internal sealed class PayoffsCommand : Command
{
    /// <summary>With a hyphen and a loan number, well within the 255 characters that a key may have.</summary>
    private const int MaxSeedLength = 200;

    private static readonly SearchValues<char> SeedCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-");

    private readonly LoadGenHost _host;
    private readonly LoadOptions _load = new();
    private readonly CredentialOptions _credentials = new();

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

    private readonly Option<string?> _expect = new("--expect")
    {
        Description = "Exit with 1 unless every loan ended so: created, replayed, or the code of a refusal such as payoff_open.",
    };

    public PayoffsCommand(LoadGenHost host)
        : base("payoffs", "Create one 7(a) payoff per loan of a CSV file.")
    {
        _host = host;
        foreach (var option in (Option[])[_loans, _limit, _users, _payoffDate, _keySeed, _spoil, _expect])
        {
            Options.Add(option);
        }

        _load.AddTo(this);
        _credentials.AddTo(this);
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
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var loans = Loans(parsed);
        var payoffDate = parsed.GetValue(_payoffDate)
            ?? PayoffDateChoice.After(DateOnly.FromDateTime(_host.Time.GetUtcNow().UtcDateTime));
        var keySeed = parsed.GetValue(_keySeed) ?? RandomNumberGenerator.GetHexString(12, lowercase: true);

        var options = _load.Client(parsed);
        using var client = new ApiClient(options, _credentials.Credentials(parsed, _host.Time), _host.Time);
        var actors = await new LocationDiscovery(client, options.Connections)
            .FindAsync(parsed.GetValue(_users), cancellation);
        var locations = new BankLocations(loans, actors);
        var requests = new PayoffRequests(client, loans, locations, payoffDate, keySeed);

        var run = new Run(_host)
        {
            Command = Name,
            Client = options,
            Rate = _load.Rate(parsed),
            Json = _load.Json(parsed),
            Expectation = parsed.GetValue(_expect) is { } ending ? new Expectation(ending) : null,
        };
        return await run.ExecuteAsync(
            _load.Load(parsed, RunExtent.Of(loans.Count), _host.Time),
            requests.SendAsync,
            loans.Count,
            summary => summary with
            {
                Banks = locations.Banks,
                Locations = locations.Locations,
                KeySeed = keySeed,
                PayoffDate = payoffDate,
            },
            cancellation);
    }

    private IReadOnlyList<Loan> Loans(ParseResult parsed)
    {
        var loans = LoanFile.Read(parsed.GetRequiredValue(_loans), parsed.GetValue(_limit) ?? int.MaxValue);
        return parsed.GetValue(_spoil) ? [.. loans.Select(loan => loan.WithSpoiltCheckDigit())] : loans;
    }
}
