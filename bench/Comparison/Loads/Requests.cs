using System.Globalization;
using System.Text;
using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Payoffs;

namespace LoApi.Comparison.Loads;

/// <summary>The requests of the work, signed.</summary>
internal sealed class Requests(ClientKey client, SeededPayoffs payoffs, TimeProvider time)
{
    /// <summary>How many of the seeded payoffs are asked for.</summary>
    private const int AskedFor = 1_000;

    private const int FirstLoan = 10_000_000;

    private readonly SignedTokens _tokens = new(client.Id, client.KeyId, Convert.FromBase64String(client.Key), time);
    private readonly DateOnly _payoffDate = PayoffDateChoice.After(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    private int _created;

    public static string UserPath(int user) => $"/api/v1/users/{user}";

    public static string UsersPath(int location) => $"/api/v1/users?location-id={location}&active=true&limit=5";

    public static string PayoffPath(int number) => $"/api/v1/payoffs/{SeededPayoffs.IdOf(number)}";

    /// <summary>Paths with the users on whose behalf they are read. The second page of a location's users is where that contender's own first page says.</summary>
    public IEnumerable<(int User, string Path)> Reads(Work work, Func<int, string?> secondPage)
    {
        var locations = Enumerable.Range(1, SeededPayoffs.Locations);
        var numbers = Enumerable.Range(0, Math.Min(AskedFor, payoffs.Count));
        return work.Id switch
        {
            "countries" => locations.Select(user => (user, "/api/v1/countries?limit=50")),
            // Other users of the location too.
            "user" => locations.SelectMany(user => Enumerable.Range(0, 5).Select(i => (user, UserPath(user + (i * SeededPayoffs.Locations))))),
            "users" => locations.SelectMany(location => (IEnumerable<(int, string)>)
                [(location, UsersPath(location)), .. secondPage(location) is { } second ? [(location, second)] : Array.Empty<(int, string)>()]),
            "payoff" => numbers.Select(number => (payoffs.LocationOf(number), PayoffPath(number))),
            "mix" => Reads(Work.User, secondPage).Zip(Reads(Work.Payoff, secondPage), (user, payoff) => new[] { user, payoff }).SelectMany(both => both),
            _ => [(1, "/health/ready")], // There has to be one.
        };
    }

    /// <summary>Reads, as they go over the wire.</summary>
    public IEnumerable<byte[]> ReadTexts(Work work, Func<int, string?> secondPage) =>
        Reads(work, secondPage).Select(read => Encoding.ASCII.GetBytes($"GET {read.Path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {Token(HttpMethod.Get, read.User)}\r\n\r\n"));

    /// <summary>So many creations that were in no earlier call, as they go over the wire.</summary>
    public IEnumerable<byte[]> Creations(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var user = 1 + (_created % 150); // All of them active, and so are their locations.
            var (key, body) = Creation(user);
            yield return Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"POST {PayoffPlan.Path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {Token(HttpMethod.Post, user)}\r\nIdempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{Encoding.ASCII.GetString(body)}"));
        }
    }

    /// <summary>A creation that was in no earlier call, as a user of the location of the same number.</summary>
    public (string Key, byte[] Body) Creation(int user)
    {
        var loan = new Loan(LoanNumbers.Of(FirstLoan + _created++), "", "");
        return ($"bench-{loan.Number}", JsonSerializer.SerializeToUtf8Bytes(
            NewPayoff.For(loan, user.ToString(CultureInfo.InvariantCulture), _payoffDate), ContractJson.Default.NewPayoff));
    }

    /// <summary>The value of <c>Authorization</c> as a user of the location of the same number: reads share it for a while.</summary>
    public string Token(HttpMethod method, int user)
    {
        using var request = new HttpRequestMessage { Method = method };
        var id = user.ToString(CultureInfo.InvariantCulture);
        _tokens.Apply(request, new ActingFor(id, id));
        return request.Headers.Authorization!.ToString();
    }
}
